import type { Answer } from '../../shared/stream/reduce-answer'

export const startedOverNotice = 'The model started over; both versions are kept.'

/** Whether an answer is the new version that a model began instead of going on with an older one. */
export function hasStartedOver(
  answerId: string,
  versions: readonly string[],
  read: (answerId: string) => Answer | undefined,
): boolean {
  return versions.some((version) => {
    const state = read(version)?.state
    return state?.kind === 'interrupted' && state.restartedAs === answerId
  })
}

import { type Answer, isRunning } from '../../shared/stream/reduce-answer'

/** Whether an ended answer can go on where it stopped. */
export function canResume({ state, text }: Pick<Answer, 'state' | 'text'>): boolean {
  if (isRunning(state)) return false
  switch (state.kind) {
    case 'interrupted':
      // Of one that started over, the other version went on.
      return state.restartedAs === undefined
    case 'stopped':
      return text !== ''
    case 'failed':
      return text !== '' && state.failure.retryable
    case 'complete':
      return false
  }
}

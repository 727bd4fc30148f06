import type { Answer } from '../../shared/stream/reduce-answer'

export const emptyNotice = 'The model sent no text.'

/** Whether the provider says that an answer is complete although there is nothing to read in it. */
export function isCompleteAndEmpty({ state, text }: Pick<Answer, 'state' | 'text'>): boolean {
  return state.kind === 'complete' && text.trim() === ''
}

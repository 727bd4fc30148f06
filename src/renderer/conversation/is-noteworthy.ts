import type { ModelReference } from '../../shared/providers/provider'
import type { Answer } from '../../shared/stream/reduce-answer'
import { answeredBy } from './answered-by'

/** Whether the reader should see how an answer came about, also when he has long gone on. */
export function isNoteworthy(answer: Answer, askedFirst: ModelReference): boolean {
  const { state, failedAttempts } = answer
  const isCut = state.kind === 'complete' && state.finishReason === 'length'
  return isCut || failedAttempts.length > 0 || answeredBy(answer, askedFirst) !== null
}

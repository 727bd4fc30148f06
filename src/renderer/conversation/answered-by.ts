import { type ModelReference, sameModel } from '../../shared/providers/provider'
import type { Answer } from '../../shared/stream/reduce-answer'

/** The model of an answer where it is another than the one that was asked first; else null. */
export function answeredBy(answer: Answer, askedFirst: ModelReference): ModelReference | null {
  const chosen = answer.failedAttempts[0]?.model ?? askedFirst
  return sameModel(chosen, answer.model) ? null : answer.model
}

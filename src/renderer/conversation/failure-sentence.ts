import { type ModelReference, sameModel } from '../../shared/providers/provider'
import type { Failure } from '../../shared/stream/failure'
import type { Answer } from '../../shared/stream/reduce-answer'
import { modelName } from './model-name'

interface ModelFailure {
  readonly model: ModelReference
  readonly failure: Failure
}

/** What the model asked first failed with, where another one ended the answer; else null. */
export function firstFailure({ model, failedAttempts }: Answer): ModelFailure | null {
  const first = failedAttempts[0]
  return first === undefined || sameModel(first.model, model) ? null : first
}

/** What happened, the chosen model first. */
export function failureSentence(answer: Answer, failure: Failure): string {
  const first = firstFailure(answer)
  if (first === null) return failure.message
  return `${modelName(first.model)}: ${first.failure.message} Then ${modelName(answer.model)}: ${failure.message}`
}

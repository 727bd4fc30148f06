import { type FailureContext, failureOfError } from './classify-failure'
import { limitsIn } from './limits-in-headers'
import type { ProviderEnd } from './provider'
import { refusalIn } from './refused-response'
import { refusedPart } from './stream-refusal'

/**
 * The end of an answer, from what was thrown while it was asked for.
 *
 * @param streaming whether a stream was asked for
 */
export function endOfError(
  error: unknown,
  context: FailureContext,
  signal: AbortSignal,
  streaming: boolean,
): ProviderEnd {
  if (signal.aborted) return { type: 'aborted' }
  const failure = failureOfError(error, context)
  const refusal = refusalIn(error)
  if (refusal === null) return { type: 'failed', failure }
  const streamRefused = streaming && refusedPart(refusal) !== null
  return {
    type: 'failed',
    failure,
    ...limitsIn(refusal.headers, context.now()),
    ...(streamRefused ? { streamRefused } : {}),
  }
}

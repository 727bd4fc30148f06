import type { Failure } from '../../../shared/stream/failure'
import { saidWait } from './said-wait'

/** Attempts in a row that may come to nothing, the first one included. */
const mostAttempts = 3

/** The longest wait before the second, third and fourth attempt, in milliseconds. */
export const backoffs = [1000, 2000, 4000] as const

/** A server that asks for more is not waited for: the user decides. In milliseconds. */
export const longestWait = 60 * 60 * 1000

export type RetryDecision =
  /** `failure` is the one to show: it says how long the server asked to wait, where that is too long. */
  | { readonly retry: false; readonly failure: Failure }
  | { readonly retry: true; readonly waitMs: number }

/**
 * Whether a failed attempt is made again, and when. The wait is anywhere up to the backoff, so that
 * many clients of one server that failed do not come back together; but never before the time that
 * the server asked for.
 *
 * @param options.attemptsWithoutProgress attempts in a row that brought no text, this one included;
 *   0 when it did bring text
 * @param options.random in [0, 1)
 */
export function decideRetry({
  failure,
  attemptsWithoutProgress,
  random,
}: {
  readonly failure: Failure
  readonly attemptsWithoutProgress: number
  readonly random: () => number
}): RetryDecision {
  const { retryable, retryAfterMs = 0 } = failure
  if (!retryable || attemptsWithoutProgress >= mostAttempts) return { retry: false, failure }
  if (retryAfterMs > longestWait) {
    const message = `${failure.message} It asks to wait ${saidWait(retryAfterMs)}.`
    return { retry: false, failure: { ...failure, message } }
  }
  const backoff = backoffs[Math.max(attemptsWithoutProgress - 1, 0)] ?? backoffs[2]
  return { retry: true, waitMs: Math.max(Math.ceil(random() * backoff), retryAfterMs) }
}

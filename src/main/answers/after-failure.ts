import type { Failure } from '../../shared/stream/failure'
import type { AttemptOutcome } from './attempt'
import { decideRetry } from './retry/retry-policy'

interface Situation {
  readonly outcome: Extract<AttemptOutcome, { type: 'failed' }>
  readonly streaming: boolean
  /** Whether the answer has text. */
  readonly hasText: boolean
  /** Whether the attempt went on after a cursor of the server. */
  readonly hadCursor: boolean
  /** Attempts in a row that brought nothing, this one included. */
  readonly fruitless: number
}

export type NextStep =
  /** Ask again at once; `plainly`: without streaming. */
  | { readonly kind: 'again'; readonly plainly: boolean }
  | { readonly kind: 'wait'; readonly waitMs: number }
  | { readonly kind: 'wait-for-network' }
  | { readonly kind: 'give-up'; readonly failure: Failure }

/** What to do about an attempt that failed. */
export function afterFailure(
  { outcome, streaming, hasText, hadCursor, fruitless }: Situation,
  isOnline: () => boolean,
  random: () => number,
): NextStep {
  const { failure, streamRefused, cursorLost } = outcome
  // Nothing for all that time may mean a proxy that hands out nothing before the end.
  const mayBeBuffered = failure.code === 'timed-out' && !hasText
  if (streaming && (streamRefused || mayBeBuffered)) return { kind: 'again', plainly: true }
  // An answer that the server has lost is continued at once; one that it keeps failing is not.
  if (cursorLost && hadCursor && hasText) return { kind: 'again', plainly: false }
  if (isOfNetwork(failure) && !isOnline()) return { kind: 'wait-for-network' }
  const decision = decideRetry({ failure, attemptsWithoutProgress: fruitless, random })
  return decision.retry
    ? { kind: 'wait', waitMs: decision.waitMs }
    : { kind: 'give-up', failure: decision.failure }
}

/** A failure that ends when the network is back. */
function isOfNetwork({ code }: Failure): boolean {
  return code === 'network-unreachable' || code === 'connection-lost' || code === 'timed-out'
}

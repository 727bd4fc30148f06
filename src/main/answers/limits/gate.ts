import type { WaitingReason } from '../../../shared/stream/stream-event'
import { isGuided, itsTokens, type LimiterState, oneEach } from './limiter-state'
import { openingOf } from './opening'
import { timeForOne } from './refill'
import { startsAt } from './start-rule'

/** `rate-limit`: the server would refuse it, or may; `turn`: others were asked and tell more soon. */
export type LimiterReason = Extract<WaitingReason, 'rate-limit' | 'turn'>

/** When the next request may leave. */
export interface Gate {
  /** Milliseconds since the epoch; not after now: at once. */
  readonly at: number
  readonly reason: LimiterReason
}

/** Requests without an answer yet, as long as it is not known how many the server bears. */
const mostUnanswered = 3
/** One that is not answered for so long, in milliseconds, will not tell anything soon. */
const patience = 10_000

export function gateOf(state: LimiterState, tokens: number, now: number): Gate {
  const { log, requests, lesson, blockedUntil } = state
  const opening = requests && openingOf(requests, log, oneEach, 1, now)
  const tokenOpening = state.tokens && openingOf(state.tokens, log, itsTokens, tokens, now)
  const pace = lesson?.pace ?? null
  const last = log.at(-1)
  const at = Math.max(
    now,
    blockedUntil,
    opening?.at ?? now,
    tokenOpening?.at ?? now,
    pace === null || last === undefined ? now : Math.ceil(last.at + 1 / pace.rate),
    pace === null && !isGuided(state) ? startsAt(state.startRule, log, now) : now,
  )
  const isSure = isGuided(state) && (opening?.sure ?? true) && (tokenOpening?.sure ?? true)
  if (isSure) return { at, reason: 'rate-limit' }
  const unanswered = log.filter((sent) => !sent.answered && now - sent.at < patience)
  const oldest = unanswered.at(-mostUnanswered)
  if (oldest === undefined || oldest.at + patience <= at) return { at, reason: 'rate-limit' }
  return { at: oldest.at + patience, reason: 'turn' }
}

/** Milliseconds from one request to the next, as far as it is known; 0 where several leave at once. */
export function spacingOf({ lesson, requests }: LimiterState): number {
  if (lesson?.pace) return 1 / lesson.pace.rate
  return (requests?.gradual && timeForOne(requests.refill)) || 0
}

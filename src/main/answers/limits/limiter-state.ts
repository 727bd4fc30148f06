import type { RateLimits } from '../../providers/provider'
import { type Allowance, doubted, learned } from './allowance'
import { type Lesson, lessonAfterRefusal, lessonAfterSuccess } from './lesson'
import { readingOf } from './reading'
import { type Sent, type SentLog, withAnswered, withoutRefused, withSent } from './sent-log'
import { afterSending, initialStartRule, isCrowded, type StartRule } from './start-rule'

/** All that a limiter knows of its server. Every function here takes one and gives the next. */
export interface LimiterState {
  readonly log: SentLog
  readonly sequence: number
  readonly requests: Allowance | null
  readonly tokens: Allowance | null
  /** Until then the server wants to hear nothing; milliseconds since the epoch. */
  readonly blockedUntil: number
  readonly startRule: StartRule
  /** Null: no refusal has taught anything. */
  readonly lesson: Lesson | null
  /** The pause after the next refusal that says nothing, in milliseconds. */
  readonly pause: number
}

export interface Refusal {
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  readonly limits?: RateLimits | undefined
}

const shortestPause = 1000
const longestPause = 10_000
/** After so long without a request nothing holds any more that was learned from refusals. */
const forgetting = 60_000

export const initialState: LimiterState = {
  log: [],
  sequence: 0,
  requests: null,
  tokens: null,
  blockedUntil: 0,
  startRule: initialStartRule,
  lesson: null,
  pause: shortestPause,
}

export function afterRequest(state: LimiterState, tokens: number, now: number): LimiterState {
  const sequence = state.sequence + 1
  const last = state.log.at(-1)
  const isRested = last !== undefined && now - last.at > forgetting
  return {
    ...state,
    sequence,
    log: withSent(state.log, { sequence, at: now, tokens, answered: false }),
    startRule: afterSending(state.startRule, isCrowded(state.log, now)),
    lesson: isRested ? null : state.lesson,
  }
}

/** The server has accepted it. */
export function afterAcceptance(
  state: LimiterState,
  sent: Sent,
  limits: RateLimits | undefined,
  now: number,
): LimiterState {
  const next = withLimits(state, sent, limits, now)
  return {
    ...next,
    log: withAnswered(next.log, sent.sequence),
    lesson: state.lesson === null ? null : lessonAfterSuccess(state.lesson, isGuided(next)),
    pause: shortestPause,
  }
}

/** The server has had too many. */
export function afterRefusal(
  state: LimiterState,
  sent: Sent,
  { retryAfterMs, limits }: Refusal,
  now: number,
): LimiterState {
  const isNew = state.lesson === null || sent.sequence > state.lesson.lastSequence
  const saysNothing = retryAfterMs === undefined && !explains(limits, sent)
  const wait = retryAfterMs ?? (saysNothing && isNew ? state.pause : 0)
  const next = withLimits(state, sent, limits, now)
  return {
    ...next,
    log: withoutRefused(next.log, sent.sequence),
    requests: next.requests && doubted(next.requests),
    tokens: next.tokens && doubted(next.tokens),
    blockedUntil: Math.max(state.blockedUntil, now + wait),
    lesson: isNew ? lessonAfterRefusal(state, now) : state.lesson,
    pause: saysNothing && isNew ? Math.min(state.pause * 1.5, longestPause) : state.pause,
  }
}

/** It ended before the server said anything. It may have been counted there. */
export function afterSilence(state: LimiterState, sent: Sent): LimiterState {
  return { ...state, log: withAnswered(state.log, sent.sequence) }
}

/** Whether the server tells its limits. */
export function isGuided({ requests, tokens }: LimiterState): boolean {
  return requests !== null || tokens !== null
}

function withLimits(
  state: LimiterState,
  sent: Sent,
  limits: RateLimits | undefined,
  now: number,
): LimiterState {
  const requests = readingOf(limits?.requests ?? null, sent, now)
  const tokens = readingOf(limits?.tokens ?? null, sent, now)
  return {
    ...state,
    requests:
      requests === null ? state.requests : learned(state.requests, requests, state.log, oneEach),
    tokens: tokens === null ? state.tokens : learned(state.tokens, tokens, state.log, itsTokens),
  }
}

export const oneEach = (): number => 1
export const itsTokens = ({ tokens }: Sent): number => tokens

/** Whether the limits that came with a refusal tell when the request may come again. */
function explains(limits: RateLimits | undefined, { tokens }: Sent): boolean {
  return limits?.requests?.remaining === 0 || (limits?.tokens?.remaining ?? tokens) < tokens
}

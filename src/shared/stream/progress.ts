import { type Answer, isRunning } from './reduce-answer'
import { countFurther, nothingCounted, type TextCount } from './text-count'
import { recentRate, type TokenSample, withSample } from './token-rate'

/** The figures under an answer. */
export interface Progress {
  readonly elapsedMs: number
  readonly timeToFirstTextMs: number | null
  readonly chunks: number
  readonly words: number
  readonly wordsPerMinute: number | null
  readonly tokens: number
  /** True until the provider has said how many tokens there are. */
  readonly tokensEstimated: boolean
  /** Over the last 5 seconds while it runs, over all of it after its end. */
  readonly tokensPerSecond: number | null
  /** For how long nothing has come although it should; null while it does. */
  readonly stalledMs: number | null
}

/** What whoever shows an answer that grows keeps of it from one look to the next. */
export interface Observed {
  readonly count: TextCount
  readonly samples: readonly TokenSample[]
}

export const nothingObserved: Observed = { count: nothingCounted, samples: [] }

/** Looks at an answer again; only what has come since is counted. */
export function observe(before: Observed, answer: Answer, now: number): Observed {
  const count = countFurther(before.count, answer.text)
  const isMeasured = isRunning(answer.state) && answer.firstTextAt !== null
  const { samples } = before
  if (isMeasured) return { count, samples: withSample(samples, { at: now, tokens: count.tokens }) }
  return count === before.count ? before : { count, samples: [] }
}

/** A rate over less than this says nothing yet. */
const shortestMeasure = 500

/** Figures of an answer at a moment; `now` in milliseconds since the epoch counts only while it runs. */
export function progressOf(answer: Answer, { count, samples }: Observed, now: number): Progress {
  const { startedAt, firstTextAt, endedAt, usage, state } = answer
  const until = endedAt ?? Math.max(now, startedAt)
  const tokens = usage?.outputTokens ?? Math.ceil(count.tokens)
  const streamedMs = firstTextAt === null ? 0 : until - firstTextAt
  const overall = (amount: number) =>
    streamedMs < shortestMeasure ? null : (amount * 1000) / streamedMs
  const wordsPerSecond = overall(count.words)
  return {
    elapsedMs: until - startedAt,
    timeToFirstTextMs: firstTextAt === null ? null : firstTextAt - startedAt,
    chunks: answer.chunks,
    words: count.words,
    wordsPerMinute: wordsPerSecond === null ? null : wordsPerSecond * 60,
    tokens,
    tokensEstimated: usage === null,
    tokensPerSecond: endedAt === null ? recentRate(samples, now) : overall(tokens),
    stalledMs: state.kind === 'stalled' ? Math.max(0, now - state.since) : null,
  }
}

import type { Answer } from './reduce-answer'

/** The figures under an answer. */
export interface Progress {
  readonly elapsedMs: number
  readonly timeToFirstTextMs: number | null
  readonly tokens: number
  /** True until the provider has said how many tokens there are. */
  readonly tokensEstimated: boolean
  readonly tokensPerSecond: number | null
  readonly wordsPerMinute: number | null
}

/** A rate over less than this says nothing yet. */
const shortestMeasure = 500
const charactersPerToken = 4

/** Figures of an answer at a moment; `now` in milliseconds since the epoch counts only while it runs. */
export function progressOf(answer: Answer, now: number): Progress {
  const until = answer.endedAt ?? Math.max(now, answer.startedAt)
  const tokensEstimated = answer.usage === null
  const tokens = answer.usage?.outputTokens ?? Math.ceil(answer.text.length / charactersPerToken)
  const streamedMs = answer.firstTextAt === null ? 0 : until - answer.firstTextAt
  const measurable = streamedMs >= shortestMeasure
  return {
    elapsedMs: until - answer.startedAt,
    timeToFirstTextMs: answer.firstTextAt === null ? null : answer.firstTextAt - answer.startedAt,
    tokens,
    tokensEstimated,
    tokensPerSecond: measurable ? (tokens * 1000) / streamedMs : null,
    wordsPerMinute: measurable ? (countWords(answer.text) * 60_000) / streamedMs : null,
  }
}

function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let index = 0; index < text.length; index += 1) {
    const isSpace = text.charCodeAt(index) <= 32
    if (!isSpace && !inWord) words += 1
    inWord = !isSpace
  }
  return words
}

/** How many tokens of an answer's text there were at a moment, in milliseconds since the epoch. */
export interface TokenSample {
  readonly at: number
  readonly tokens: number
}

const windowMs = 5000
/** A rate over less than this says nothing yet. */
const shortestMs = 500

/** The samples with one more, without those that no rate at or after its time needs. */
export function withSample(
  samples: readonly TokenSample[],
  sample: TokenSample,
): readonly TokenSample[] {
  const first = samples.findLastIndex(({ at }) => at <= sample.at - windowMs)
  return [...samples.slice(Math.max(0, first)), sample]
}

/** Tokens per second over the last 5 seconds; null while they tell too little. */
export function recentRate(samples: readonly TokenSample[], now: number): number | null {
  const first = samples.findLast(({ at }) => at <= now - windowMs) ?? samples[0]
  const last = samples.at(-1)
  if (first === undefined || last === undefined) return null
  const elapsed = Math.min(windowMs, now - first.at)
  return elapsed < shortestMs ? null : ((last.tokens - first.tokens) * 1000) / elapsed
}

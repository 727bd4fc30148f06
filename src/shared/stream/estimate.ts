/** How long an earlier answer of a model was, in UTF-16 units, for a question of that length. */
export interface PastLength {
  readonly questionLength: number
  readonly answerLength: number
}

/**
 * How long an answer of a model will be, learned from its earlier ones. `unknown`: they differ too
 * much from what they would have predicted for each other. `no-past`: there are too few.
 */
export type LengthEstimate =
  | { readonly kind: 'expected'; readonly length: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no-past' }

/** What is still to come is never known: before the end no answer is more than this. */
const mostBeforeTheEnd = 0.95
const fewestPast = 5
const fewestLike = 3
const likeFactor = 2
const largestError = 0.4

/** The expected length of the answer to a question of that length. */
export function estimateLength(
  past: readonly PastLength[],
  questionLength: number,
): LengthEstimate {
  const usable = past.filter(({ answerLength }) => answerLength > 0)
  if (usable.length < fewestPast) return { kind: 'no-past' }
  if (pastError(usable) >= largestError) return { kind: 'unknown' }
  return { kind: 'expected', length: expectedLength(usable, questionLength) }
}

/**
 * The share of an answer that is there, 0 to 0.95; null where it would be a guess. `tokens` decide only
 * before there is a past: then a share is the reading's rule of thumb.
 */
export function estimatedShare(
  estimate: LengthEstimate,
  length: number,
  tokens: number,
): number | null {
  switch (estimate.kind) {
    case 'expected':
      return Math.min(mostBeforeTheEnd, length / estimate.length)
    case 'unknown':
      return null
    case 'no-past':
      return Math.min(mostBeforeTheEnd, tokens / Math.max(2 * tokens, 100))
  }
}

/** The typical relative error when each past answer is predicted from the others. */
export function pastError(past: readonly PastLength[]): number {
  return median(
    past.map(({ questionLength, answerLength }, index) => {
      const others = past.filter((_, other) => other !== index)
      return Math.abs(expectedLength(others, questionLength) - answerLength) / answerLength
    }),
  )
}

/** The median for questions of like size: at most twice or half as long; of all when those are few. */
function expectedLength(past: readonly PastLength[], questionLength: number): number {
  const size = Math.max(1, questionLength)
  const like = past.filter(({ questionLength: other }) => {
    const ratio = Math.max(1, other) / size
    return ratio <= likeFactor && ratio >= 1 / likeFactor
  })
  return median((like.length < fewestLike ? past : like).map(({ answerLength }) => answerLength))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

import type { ShownProgress } from './resumed-figures'

export interface Figure {
  readonly name: 'elapsed' | 'tokens' | 'tokens-per-second' | 'words-per-minute' | 'first-word'
  readonly text: string
  /** More of the same, for whoever points at it. */
  readonly title?: string
}

/** The figures under an answer, in their order; what is not known yet is left out. */
export function figuresOf(progress: ShownProgress): readonly Figure[] {
  const { elapsedMs, tokens, tokensEstimated, tokensPerSecond, wordsPerMinute, timeToFirstTextMs } =
    progress
  const figures: Figure[] = []
  if (elapsedMs !== null) figures.push({ name: 'elapsed', text: duration(elapsedMs) })
  if (tokens > 0) {
    const unit = tokens === 1 ? 'token' : 'tokens'
    figures.push({
      name: 'tokens',
      text: `${tokensEstimated ? '~' : ''}${whole(tokens)} ${unit}`,
      title: `${tokensEstimated ? 'Estimated' : 'Counted by the provider'}. ${lengthOf(progress)}`,
    })
  }
  if (tokensPerSecond !== null) {
    figures.push({ name: 'tokens-per-second', text: `${pace(tokensPerSecond)} tok/s` })
  }
  if (wordsPerMinute !== null) {
    figures.push({ name: 'words-per-minute', text: `${whole(wordsPerMinute)} words/min` })
  }
  if (timeToFirstTextMs !== null) {
    figures.push({
      name: 'first-word',
      text: `first word ${(timeToFirstTextMs / 1000).toFixed(2)} s`,
    })
  }
  return figures
}

function lengthOf({ words, chunks }: ShownProgress): string {
  const length = `${whole(words)} ${words === 1 ? 'word' : 'words'}`
  return chunks === 0
    ? length
    : `${length} in ${whole(chunks)} ${chunks === 1 ? 'piece' : 'pieces'}`
}

function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`
}

function pace(perSecond: number): string {
  return perSecond < 10 ? perSecond.toFixed(1) : whole(perSecond)
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

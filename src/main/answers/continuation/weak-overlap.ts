import { createLikelihood } from './likelihood'
import { misfitOfLine } from './line-fit'
import { misfitOfRow } from './row-fit'
import { misfitOfWord, wordsOf } from './word-fit'

/** How much text must have followed before the choice is made, in UTF-16 units. */
export const lookAhead = 48
/** How much of it is compared; what comes later is alike in all cases, and only learnt from. */
const compared = 14

export interface WeakOverlapOptions {
  /** Of the partial answer, its last few thousand characters. */
  readonly tail: string
  readonly said: string
  readonly lengths: readonly number[]
  /** Bits that a short repetition must be likelier by, besides what is usual. */
  readonly reluctance: number
  readonly ended: boolean
}

/**
 * Chooses between a continuation whose first characters only happen to be the last ones of the
 * partial (`hel` + `lo`), and a repetition of those (`hel` + `llo`). Both are possible, so what would
 * come out is compared: the one with the likelier text at the seam is taken.
 */
export function chooseWeakOverlap(options: WeakOverlapOptions): number {
  const { tail, said, lengths, reluctance, ended } = options
  const longest = Math.max(...lengths)
  const near = tail.slice(-2500)
  const end = Math.min(said.length, longest + compared)
  const likelihood = createLikelihood([near, said.slice(longest)])
  const words = wordsOf(
    `${near.replace(/[\p{L}\p{N}]+$/u, '')} ${said.replace(/^[\p{L}\p{N}]+/u, '')}`,
  )
  const cost = (length: number): number => {
    const joined = said.slice(length)
    return (
      likelihood(tail, said.slice(length, end)) +
      misfitOfLine(near, joined) +
      misfitOfRow(near, joined, ended) +
      misfitOfWord(near, joined, words)
    )
  }
  // The end of a line is text and no repetition, unless it would part a table.
  const partsTable = misfitOfRow(near, said, ended) > 0
  const lineEnd = partsTable ? 0 : (/^[ \t]*\n+/u.exec(said)?.[0].length ?? 0)
  let best = { length: 0, bits: cost(0) }
  for (const length of lengths.filter((length) => length > lineEnd)) {
    const bits = cost(length) + reluctance + unlikeliness(tail, said, length)
    if (bits < best.bits) best = { length, bits }
  }
  return best.length
}

/**
 * Bits that speak against a repetition of this length. Models repeat whole words, or begin again the
 * one that was cut (`sort` + ` sorted`); a part of a word is rarer, and of a number hardly ever.
 */
function unlikeliness(tail: string, said: string, length: number): number {
  const before = tail.at(-length - 1) ?? ' '
  const repeated = tail.slice(-length)
  if (/^\d+$/u.test(repeated)) {
    const isWhole = length > 1 && !/[\d.,:]/u.test(before)
    return isWhole ? 2.5 : length < 4 ? 30 : 3
  }
  if (/^(?:#+|`+)$/u.test(repeated)) return 12
  // Blocks close one below the other, each less indented; who repeats a line begins with its indentation.
  if (/^[\])}<].*\n$/u.test(repeated) && /\n[ \t]+$/u.test(tail.slice(0, -length))) return 30
  if (/^[*~=-]+$/u.test(repeated)) return 4
  if (/[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(repeated)) return 2.5
  return /\p{L}$/u.test(repeated) && /^\p{L}/u.test(said.slice(length)) ? 3 : 1.5
}

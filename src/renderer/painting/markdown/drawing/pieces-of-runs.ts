import type { InlineRun } from '../node'
import { plainText } from '../parser/inlines/plain-text'

/** Runs that are drawn as a block of their own. */
export interface PieceOfRuns {
  readonly runs: readonly InlineRun[]
  /** So far behind in one paragraph that the browser lays it out only in sight. */
  readonly isFar: boolean
  /** Some of it has no place to break a line: to look for one takes a browser very long. */
  readonly isWord: boolean
}

/**
 * So many characters make a piece: a browser lays out and paints a whole paragraph when its end changes,
 * which takes longer than a frame from some ten thousand characters on.
 */
const pieceLength = 8_000

/** Nobody writes so many characters in one paragraph. */
const farLength = 200_000

/** Whether there is more than one piece. */
export function areDivided(runs: readonly InlineRun[]): boolean {
  if (runs.length < 2) return false
  return runs.slice(0, -1).reduce((length, run) => length + lengthOf(run), 0) >= pieceLength
}

/** Divides runs; what follows changes nothing of the pieces before. */
export function piecesOf(runs: readonly InlineRun[]): readonly PieceOfRuns[] {
  const pieces: PieceOfRuns[] = []
  let first = 0
  let length = 0
  let before = 0
  const end = (index: number) => {
    const own = runs.slice(first, index)
    pieces.push({ runs: own, isFar: before >= farLength, isWord: own.some(isWord) })
    first = index
    before += length
    length = 0
  }
  for (const [index, run] of runs.entries()) {
    if (length >= pieceLength) end(index)
    if (index < runs.length - 1) length += lengthOf(run)
  }
  end(runs.length)
  return pieces
}

const longWord = 1_000

interface Measure {
  readonly length: number
  readonly isWord: boolean
}

const measures = new WeakMap<InlineRun, Measure>()

function measureOf(run: InlineRun): Measure {
  const known = measures.get(run)
  if (known !== undefined) return known
  const text = plainText(run.inlines)
  const measure = { length: text.length, isWord: text.length >= longWord && !hasBreak(text) }
  measures.set(run, measure)
  return measure
}

const lengthOf = (run: InlineRun): number => measureOf(run).length
const isWord = (run: InlineRun): boolean => measureOf(run).isWord

/** Whether a line can end in a text: at white space, or in a script that needs none. */
export const hasBreak = (text: string): boolean => / |[^ -\u02ff]/.test(text)

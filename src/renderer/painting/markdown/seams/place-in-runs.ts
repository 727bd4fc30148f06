import { isInsideCharacter } from '../../../../shared/text/surrogates'
import type { Inline, InlineRun } from '../node'
import type { Context } from '../parser/context'
import { type ParsedInlines, parseInlines } from '../parser/inlines/parse-inlines'
import { drawnText } from './inlines-with-seam'
import { firstFit, placesFrom } from './places-from'

/** An offset in the drawn text of a run. */
export interface RunPlace {
  readonly index: number
  readonly at: number
}

export interface SourceOfRuns {
  /** What the runs were read from. */
  readonly source: string
  /** In the source. */
  readonly place: number
  /** Whether it may have been read as what is still being written, the likelier first. */
  readonly atEnd: readonly boolean[]
}

interface Known {
  readonly context: Context
  /** The source up to the seam. */
  readonly beginning: ParsedInlines
  readonly place: RunPlace
  /** The run it is in, once no later text can change it. */
  readonly run: InlineRun | undefined
}

/** By the first of several runs, which stays the same as they become more, and by the offset. */
const remembered = new WeakMap<InlineRun, Map<number, Known>>()

/** Stands in a text where a seam is. A noncharacter: hardly any text holds it by itself. */
export const stand = '\uFDD0'

/** How far behind a seam its surroundings end at the most: the parser holds nothing open for longer. */
const reach = 25_000

/**
 * Where in runs the mark for a seam stands. Inside of what no mark can stand in (an address, a formula,
 * the signs of emphasis) it is the next place behind.
 *
 * @param offset of the seam in the text
 * @param sourceOf asked only if it is not known
 */
export function placeInRuns(
  runs: readonly InlineRun[],
  offset: number,
  context: Context,
  sourceOf: () => SourceOfRuns,
): RunPlace {
  const [first] = runs
  if (first === undefined) return { index: 0, at: 0 }
  const known = runs.length > 1 ? remembered.get(first)?.get(offset) : undefined
  if (known?.run !== undefined && known.run === runs[known.place.index]) return known.place
  const { source, place, atEnd } = sourceOf()
  const beginning =
    known?.context === context
      ? known.beginning
      : read(source.slice(0, place), context, true, undefined)
  const found = findPlace(runs, { source, place, atEnd }, context, beginning)
  if (runs.length > 1) {
    const places = remembered.get(first) ?? new Map<number, Known>()
    const run = found.index < runs.length - 1 ? runs[found.index] : undefined
    places.set(offset, { context, beginning, place: found, run })
    remembered.set(first, places)
  }
  return found
}

function findPlace(
  runs: readonly InlineRun[],
  { source, place, atEnd }: SourceOfRuns,
  context: Context,
  beginning: ParsedInlines,
): RunPlace {
  const from = beginning.settled.runs
  const part = source.slice(0, place + reach)
  const isWhole = part.length === source.length
  const all = runs.slice(from)
  for (const isAtEnd of isWhole ? atEnd : [true]) {
    const readHere = (marked: string) => read(marked, context, isAtEnd, beginning)
    const plain = readHere(part)
    const certain = isWhole ? Number.POSITIVE_INFINITY : plain.settled.runs - from
    const meaning = meaningOf(plain.runs.slice(from))
    if (meaningOf(plain.runs.slice(from, from + certain)) !== meaningOf(all.slice(0, certain))) {
      continue
    }
    const drawnBefore = (at: number): number | null => {
      if (isInsideCharacter(part, at)) return null
      const marked = readHere(`${part.slice(0, at)}${stand}${part.slice(at)}`).runs.slice(from)
      return meaningOf(marked) === meaning ? drawnOf(marked).indexOf(stand) : null
    }
    const drawn = part.includes(stand) ? null : firstFit(placesFrom(part, place), drawnBefore)
    if (drawn !== null) return placeAt(runs, from, drawn)
  }
  return placeAt(runs, from, Number.POSITIVE_INFINITY)
}

function read(
  source: string,
  context: Context,
  atEnd: boolean,
  previous: ParsedInlines | undefined,
): ParsedInlines {
  return parseInlines(source, context, { atEnd, documentGrowing: context.growing, previous })
}

/** The place that is so far behind the start of the run at `from`; at the end if that is too far. */
function placeAt(runs: readonly InlineRun[], from: number, drawn: number): RunPlace {
  let index = Math.min(from, runs.length - 1)
  let at = drawn
  for (; index < runs.length - 1 && at >= lengthOf(runs[index]); index += 1) {
    at -= lengthOf(runs[index])
  }
  return { index, at: Math.min(at, lengthOf(runs[index])) }
}

const lengthOf = (run: InlineRun | undefined): number => drawnText(run?.inlines ?? []).length
const drawnOf = (runs: readonly InlineRun[]): string => drawnText(inlinesOf(runs))
const inlinesOf = (runs: readonly InlineRun[]): Inline[] => runs.flatMap(({ inlines }) => inlines)

/** A mark in what these hold would be lost, or lead elsewhere. */
const hidden = new Set(['address', 'title', 'label', 'tex', 'alt'])

/** Everything that is drawn, without the marks. */
function meaningOf(runs: readonly InlineRun[]): string {
  return JSON.stringify(mergedTexts(inlinesOf(runs)), (key, value) =>
    hidden.has(key) && typeof value === 'string' ? value.replaceAll(stand, `${stand}!`) : value,
  ).replaceAll(stand, '')
}

/** Where a long text is cut into runs says nothing. */
function mergedTexts(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', text: last.text + inline.text }
    } else merged.push(inline)
  }
  return merged
}

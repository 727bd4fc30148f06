import type { Inline, InlineRun } from '../../node'
import { backtickRuns } from './backtick-runs'
import { DelimiterStack } from './delimiter-stack'
import type { InlineContext } from './inline-context'
import type { Bracket, Item } from './item'
import { blankLine, occurrences, unescaped } from './occurrences'

/** Where a parse stands: everything before `cut` is settled. */
export interface Scan {
  readonly source: string
  readonly context: Required<InlineContext>
  readonly atEnd: boolean
  readonly growing: boolean
  position: number
  /** Where the text begins that is not yet an item. */
  textStart: number
  items: Item[]
  readonly delimiters: DelimiterStack
  brackets: Bracket[]
  /** So many brackets from the bottom cannot be links, because a link is in them. */
  noLinks: number
  imagesOpen: number
  /** Something before is no construct only because the source ends: no place behind it is settled. */
  isPending: boolean
  cut: number
  /** Openers and brackets since the cut. */
  marks: number
  marksBeforeCut: number
  /** What is drawn before the cut. */
  elements: number
  usedBeforeCut: number
  footnotesBeforeCut: number
  /** Bare addresses that begin before it are too long to be any. */
  noAddressBefore: number
  readonly runs: InlineRun[]
  readonly labels: Set<string>
  readonly used: Set<string>
  readonly footnotes: Set<string>
  /** The meaning of something not defined depends on whether the document grows. */
  isProvisional: boolean
  readonly next: {
    readonly dollar: (from: number) => number
    readonly dollars: (from: number) => number
    readonly round: (from: number) => number
    readonly square: (from: number) => number
    readonly backtick: (from: number) => number
    readonly blankLine: (from: number) => number
    readonly backticks: (length: number, from: number) => number
  }
}

export function startScan(
  source: string,
  context: Required<InlineContext>,
  options: { readonly atEnd: boolean; readonly documentGrowing: boolean },
): Scan {
  const { visited } = context
  return {
    source,
    context,
    atEnd: options.atEnd,
    growing: options.documentGrowing,
    position: 0,
    textStart: 0,
    items: [],
    delimiters: new DelimiterStack(visited),
    brackets: [],
    noLinks: 0,
    imagesOpen: 0,
    isPending: false,
    cut: 0,
    marks: 0,
    marksBeforeCut: 0,
    elements: 0,
    usedBeforeCut: 0,
    footnotesBeforeCut: 0,
    noAddressBefore: 0,
    runs: [],
    labels: new Set(),
    used: new Set(),
    footnotes: new Set(),
    isProvisional: false,
    next: {
      dollar: occurrences(source, unescaped(source, '$'), visited),
      dollars: occurrences(source, unescaped(source, '$$'), visited),
      round: occurrences(source, unescaped(source, '\\)'), visited),
      square: occurrences(source, unescaped(source, '\\]'), visited),
      backtick: occurrences(source, unescaped(source, '`'), visited),
      blankLine: occurrences(source, blankLine(source), visited),
      backticks: backtickRuns(source, visited),
    },
  }
}

/** Makes an item of the text that stands before an offset. */
export function flushText(scan: Scan, end: number): void {
  if (end > scan.textStart) {
    scan.items.push({ kind: 'text', text: scan.source.slice(scan.textStart, end) })
  }
  scan.textStart = end
}

/** Adds an item that takes the source from `start` to `end`. */
export function addItem(scan: Scan, start: number, end: number, item: Item | null): void {
  flushText(scan, start)
  if (item !== null) scan.items.push(item)
  scan.position = end
  scan.textStart = end
}

export function addLeaf(scan: Scan, start: number, end: number, inline: Inline): void {
  addItem(scan, start, end, { kind: 'leaf', inline, plain: scan.source.slice(start, end) })
}

/** Leaves out everything from an offset on: what it is will be known when more has come. */
export function holdFrom(scan: Scan, start: number): void {
  addItem(scan, start, scan.source.length, null)
}

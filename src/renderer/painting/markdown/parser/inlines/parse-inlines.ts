import { isAddress } from '../../link-address'
import type { InlineRun } from '../../node'
import { completeScan } from './complete'
import { endRun } from './cuts'
import type { InlineContext } from './inline-context'
import { type Scan, startScan } from './scan'
import { scanToEnd } from './scan-to-end'

export type { InlineContext } from './inline-context'

/** What is settled: no later character changes it. Everything is a length of a list or a source. */
interface Settled {
  readonly end: number
  readonly runs: number
  readonly labels: number
  readonly used: number
  readonly footnotes: number
  readonly elements: number
  readonly marks: number
  readonly isProvisional: boolean
}

export interface ParsedInlines {
  readonly source: string
  readonly runs: readonly InlineRun[]
  /** Normalized labels of links and images looked up, found or not: if one changes its meaning, the source must be parsed again. */
  readonly labels: readonly string[]
  /** Those of them that a link or image really uses. */
  readonly used: readonly string[]
  /** Normalized labels of footnotes referred to, found or not, in the order of their first reference. */
  readonly footnotes: readonly string[]
  /** It looked up something that is not defined, be it in what is shown as it is written. */
  readonly isProvisional: boolean
  /** For `previous` only. */
  readonly settled: Settled
  readonly documentGrowing: boolean
}

export interface InlineOptions {
  /** The source stands at the very end of a text that may go on: its own end may be unfinished. */
  readonly atEnd: boolean
  /** The document may go on: a label that is not defined may be, later. */
  readonly documentGrowing: boolean
  /** Of a beginning of this source, with the same meanings of all its labels. */
  readonly previous?: ParsedInlines | undefined
}

/**
 * Parses what stands inside a block: CommonMark 0.31.2 without raw HTML, strikethrough and bare
 * addresses of GitHub's specification, footnotes and formulas. Lines end with `\n`. With `previous`
 * the work starts at its last cut, the runs before are the same objects, and the result equals
 * that without it.
 */
export function parseInlines(
  source: string,
  context: InlineContext,
  options: InlineOptions,
): ParsedInlines {
  const scan = startScan(
    source,
    {
      definition: context.definition,
      isFootnote: context.isFootnote,
      isAddress: context.isAddress ?? isAddress,
      visited: context.visited ?? ignore,
    },
    options,
  )
  const { previous } = options
  if (previous !== undefined && isBeginning(previous, source, options)) goOn(scan, previous)

  let settled = settledOf(scan)
  const last = scanToEnd(scan, () => {
    settled = settledOf(scan)
  })
  if (scan.atEnd) completeScan(scan, last)
  else scan.delimiters.matchAll()
  endRun(scan, source.length)
  return {
    source,
    runs: scan.runs,
    labels: [...scan.labels],
    used: [...scan.used],
    footnotes: [...scan.footnotes],
    isProvisional: scan.isProvisional,
    settled,
    documentGrowing: options.documentGrowing,
  }
}

function isBeginning(
  { source, settled, documentGrowing }: ParsedInlines,
  whole: string,
  options: InlineOptions,
): boolean {
  const isSameMeaning = documentGrowing === options.documentGrowing || !settled.isProvisional
  return settled.end > 0 && isSameMeaning && whole.slice(0, source.length) === source
}

function goOn(scan: Scan, { runs, labels, used, footnotes, settled }: ParsedInlines): void {
  scan.position = settled.end
  scan.textStart = settled.end
  scan.cut = settled.end
  scan.isProvisional = settled.isProvisional
  scan.elements = settled.elements
  scan.marksBeforeCut = settled.marks
  scan.usedBeforeCut = settled.used
  scan.footnotesBeforeCut = settled.footnotes
  for (const run of runs.slice(0, settled.runs)) scan.runs.push(run)
  for (const label of labels.slice(0, settled.labels)) scan.labels.add(label)
  for (const label of used.slice(0, settled.used)) scan.used.add(label)
  for (const label of footnotes.slice(0, settled.footnotes)) scan.footnotes.add(label)
}

function settledOf(scan: Scan): Settled {
  return {
    end: scan.cut,
    runs: scan.runs.length,
    labels: scan.labels.size,
    used: scan.used.size,
    footnotes: scan.footnotes.size,
    elements: scan.elements,
    marks: scan.marksBeforeCut,
    isProvisional: scan.isProvisional,
  }
}

function ignore(): void {}

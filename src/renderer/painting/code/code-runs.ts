import { isHighSurrogate } from '../../../shared/text/surrogates'
import type { LineGroup } from './line-groups'
import type { TokenClass } from './token-class'
import { longestColouredLine } from './tokenise-line'

/** What is drawn as one: a text of one class, over the ends of lines where it can be. */
export interface CodeRun {
  readonly text: string
  readonly tokenClass: TokenClass | null
  /** A part of a line so long that the parts are laid out each by itself. */
  readonly isPart?: true
}

const blank = /^\s*$/

/** The runs of a group, which together are its lines with their ends: as few as possible. */
export function codeRuns(group: LineGroup): readonly CodeRun[] {
  const runs: CodeRun[] = []
  for (const { text, pieces } of group) {
    if (text.length > longestColouredLine) runs.push(...lineParts(text))
    else for (const piece of pieces) join(runs, piece)
    join(runs, { text: '\n', tokenClass: null })
  }
  return runs
}

function join(runs: CodeRun[], next: CodeRun): void {
  const last = runs.at(-1)
  const beforeLast = runs.at(-2)
  if (last === undefined || last.isPart) {
    runs.push(next)
  } else if (last.tokenClass === next.tokenClass) {
    runs[runs.length - 1] = joined(last, next)
  } else if (
    last.tokenClass === null &&
    beforeLast?.tokenClass === next.tokenClass &&
    blank.test(last.text)
  ) {
    runs.splice(-2, 2, joined(joined(beforeLast, last), next))
  } else runs.push(next)
}

function joined(left: CodeRun, right: CodeRun): CodeRun {
  return { text: left.text + right.text, tokenClass: left.tokenClass }
}

/** The runs before and from an offset in UTF-16 units. */
export function splitRuns(
  runs: readonly CodeRun[],
  offset: number,
): readonly [readonly CodeRun[], readonly CodeRun[]] {
  const before: CodeRun[] = []
  const after: CodeRun[] = []
  let start = 0
  for (const run of runs) {
    const cut = Math.min(Math.max(offset - start, 0), run.text.length)
    if (cut > 0) before.push({ ...run, text: run.text.slice(0, cut) })
    if (cut < run.text.length) after.push({ ...run, text: run.text.slice(cut) })
    start += run.text.length
  }
  return [before, after]
}

/** In UTF-16 units. */
const longestPart = 1500

/**
 * Cuts a very long line into parts by its text alone, so that as it grows only its last part changes
 * and is shaped again. A character of two units stays whole.
 */
function lineParts(text: string): readonly CodeRun[] {
  const parts: CodeRun[] = []
  let start = 0
  while (start < text.length) {
    let end = Math.min(start + longestPart, text.length)
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1
    parts.push({ text: text.slice(start, end), tokenClass: null, isPart: true })
    start = end
  }
  return parts
}

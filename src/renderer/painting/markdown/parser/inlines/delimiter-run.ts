import { endOfRun } from './backtick-runs'
import { classAt, classBefore, classWithCjk, plainClass } from './characters'
import type { Delimiter, DelimiterCharacter } from './delimiter-stack'
import type { Scan } from './scan'
import { addItem, flushText } from './scan'

/**
 * At `*`, `_` or `~`. Returns the run instead of adding it when it stands at the end of a source
 * that may go on: then it may still become longer.
 */
export function scanDelimiterRun(scan: Scan, character: DelimiterCharacter): Delimiter | null {
  const { source, position: start } = scan
  const end = endOfRun(source, start)
  const length = end - start
  const isUnfinished = scan.atEnd && end === source.length
  // GitHub's specification: a run of three or more tildes is text; here a single one is, too.
  if (character === '~' && (length > 2 || (length === 1 && !isUnfinished))) {
    scan.position = end
    return null
  }
  const run: Delimiter = {
    kind: 'delimiter',
    character,
    position: start,
    length,
    ...flankingOf(source, start, end, character),
    count: length,
    opens: [],
    closes: [],
    previous: null,
    next: null,
  }
  if (isUnfinished) {
    flushText(scan, start)
    scan.position = end
    scan.textStart = end
    return run
  }
  addItem(scan, start, end, run)
  if (run.canOpen || run.canClose) {
    scan.delimiters.push(run)
    scan.marks += 1
  }
  return null
}

/**
 * https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run, amended where there are no spaces
 * between words: docs/decisions/2026-11-22-emphasis-in-cjk-text.md.
 */
function flankingOf(source: string, start: number, end: number, character: DelimiterCharacter) {
  const classOf = character === '_' ? plainClass : classWithCjk
  const before = classBefore(source, start, classOf)
  const after = classAt(source, end, classOf)
  const isLeft = after !== 'whitespace' && (after !== 'punctuation' || before !== 'other')
  const isRight = before !== 'whitespace' && (before !== 'punctuation' || after !== 'other')
  if (character !== '_') return { canOpen: isLeft, canClose: isRight }
  return {
    canOpen: isLeft && (!isRight || before === 'punctuation'),
    canClose: isRight && (!isLeft || after === 'punctuation'),
  }
}

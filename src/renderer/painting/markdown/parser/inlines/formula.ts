import { endOfRun } from './backtick-runs'
import { closesFormula, isFormulaBegun, opensFormula } from './dollars'
import { isFormula, looksLikeCitation, looksLikeProse, startsLikeMoney } from './formula-shape'
import { limits } from './limits'
import { addLeaf, holdFrom, type Scan } from './scan'

/**
 * A formula binds like a code span. It has no backtick and no blank line, so that a stray dollar
 * does not swallow code.
 */
export function scanDollar(scan: Scan): void {
  const { source, position: start, next } = scan
  const end = endOfRun(source, start)
  if (scan.atEnd && end === source.length && end - start <= 2) holdFrom(scan, start)
  else if (end - start === 2) {
    if (!scanDelimited(scan, next.dollars, true, () => true)) scan.position = end
  } else if (end - start > 2 || !scanSingle(scan)) scan.position = end
}

/** At `\(` or `\[`; false when they are only escaped. */
export function scanEscapedBracket(scan: Scan): boolean {
  return scan.source[scan.position + 1] === '('
    ? scanDelimited(scan, scan.next.round, false, () => true)
    : scanDelimited(scan, scan.next.square, true, (content) => !looksLikeCitation(content))
}

function scanDelimited(
  scan: Scan,
  nextCloser: (from: number) => number,
  display: boolean,
  isMeant: (content: string) => boolean,
): boolean {
  const { source, position: start } = scan
  const contentStart = start + 2
  const closer = nextCloser(contentStart)
  if (closer !== -1) {
    if (closer - contentStart > limits.formula) return false
    const content = source.slice(contentStart, closer)
    if (!isFormula(content) || !isMeant(content) || isInterrupted(scan, contentStart, closer)) {
      return false
    }
    addLeaf(scan, start, closer + 2, { kind: 'math', tex: content, display })
    return true
  }
  if (!isOpenToTheEnd(scan, contentStart)) return false
  if (!scan.atEnd || looksLikeProse(source.slice(contentStart))) return false
  holdFrom(scan, start)
  return true
}

function scanSingle(scan: Scan): boolean {
  const { source, position: start } = scan
  const contentStart = start + 1
  if (!opensFormula(source, start)) return false
  const closer = scan.next.dollar(contentStart)
  if (closer !== -1) {
    if (!closesFormula(source, start, closer)) return false
    if (isInterrupted(scan, contentStart, closer)) return false
    const content = source.slice(contentStart, closer)
    if (scan.atEnd && closer + 1 === source.length && startsLikeMoney(content)) {
      scan.isPending = true
      return false
    }
    addLeaf(scan, start, closer + 1, { kind: 'math', tex: content, display: false })
    return true
  }
  if (!isOpenToTheEnd(scan, contentStart) || !scan.atEnd) return false
  if (!isFormulaBegun(source.slice(contentStart))) return false
  holdFrom(scan, start)
  return true
}

/** Says at the same time that what follows is not settled. */
function isOpenToTheEnd(scan: Scan, contentStart: number): boolean {
  const { length } = scan.source
  if (length - contentStart > limits.formula) return false
  if (isInterrupted(scan, contentStart, length)) return false
  scan.isPending = true
  return true
}

function isInterrupted(scan: Scan, start: number, end: number): boolean {
  const backtick = scan.next.backtick(start)
  if (backtick !== -1 && backtick < end) return true
  const blankLine = scan.next.blankLine(start)
  return blankLine !== -1 && blankLine < end
}

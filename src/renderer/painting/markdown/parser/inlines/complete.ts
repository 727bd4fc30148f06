import { endLink, looksLikeLink } from './brackets'
import { isAsciiLetterOrDigit } from './characters'
import { bottomOfAll, type Delimiter, fits } from './delimiter-stack'
import type { Bracket, Pair } from './item'
import { unfinishedLimits } from './limits'
import type { Scan } from './scan'

/**
 * Ends what is open at the end of a source that may go on, as if it ended there. `last` is the run
 * of delimiters at the very end: it closes what it can close as a whole; what is left of it is
 * held back.
 */
export function completeScan(scan: Scan, last: Delimiter | null): void {
  const { delimiters, source } = scan
  let rest = last
  for (const bracket of unfinishedLinks(scan)) {
    delimiters.matchBehind(bracket.position)
    completeEmphasis(scan, bracket.position, rest)
    delimiters.removeBehind(bracket.position)
    endLink(scan, bracket, source.length, source.length, { address: null, title: null })
    rest = null
  }
  delimiters.matchAll()
  completeEmphasis(scan, bottomOfAll, rest)
}

/** From the innermost; links are not in links. */
function unfinishedLinks(scan: Scan): readonly Bracket[] {
  const { brackets, noLinks, source } = scan
  let hasLink = false
  const found: Bracket[] = []
  for (let index = brackets.length - 1; index >= 0; index -= 1) {
    const bracket = brackets[index]
    if (bracket === undefined || source.length - bracket.position > unfinishedLimits.linkText) break
    if (!bracket.isImage && (hasLink || index < noLinks)) continue
    if (!looksLikeLink(scan, bracket, source.length)) continue
    hasLink ||= !bracket.isImage
    found.push(bracket)
  }
  brackets.length = 0
  return found
}

function completeEmphasis(scan: Scan, bottom: number, last: Delimiter | null): void {
  if (last?.canClose) closeWith(scan, last, bottom)
  const { delimiters, source } = scan
  let run = delimiters.last
  while (run !== null && run.position > bottom) {
    if (source.length - run.position > unfinishedLimits.emphasis) return
    if (run.canOpen && !looksLikeOperator(scan, run)) endPairs(scan, delimiters.open(run, 0))
    run = run.previous
  }
}

/** Closes with a run what it closes without a rest of the opener: `**a*` waits for its second star. */
function closeWith(scan: Scan, closer: Delimiter, bottom: number): void {
  const { delimiters } = scan
  let left = closer.count
  let opener = delimiters.last
  while (opener !== null && opener.position > bottom && left > 0) {
    if (!fits(opener, closer) || opener.count > left) {
      if (opener.character === closer.character && opener.canOpen) return
      opener = opener.previous
      continue
    }
    left -= opener.count
    while (delimiters.last !== null && delimiters.last !== opener)
      delimiters.remove(delimiters.last)
    endPairs(scan, delimiters.open(opener, 0))
    delimiters.remove(opener)
    opener = delimiters.last
  }
}

/** A single star or underscore after a letter or digit: `2*3` rather than emphasis. */
function looksLikeOperator({ source }: Scan, run: Delimiter): boolean {
  return run.length === 1 && isAsciiLetterOrDigit(source.charCodeAt(run.position - 1))
}

function endPairs(scan: Scan, pairs: readonly Pair[]): void {
  for (const pair of pairs) scan.items.push({ kind: 'pair-end', pair, source: '' })
}

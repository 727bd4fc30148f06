import { isAsciiLetterOrDigit } from './characters'
import type { Bracket } from './item'
import { unfinishedLimits } from './limits'
import { longestLabel, normalizeLabel } from './link-parts'
import { type LinkTail, scanLinkTail } from './link-tail'
import { addItem, addLeaf, flushText, holdFrom, type Scan } from './scan'

const footnoteLabel = new RegExp(`\\[\\^([^\\s[\\]]{1,${longestLabel}})(\\]|$)`, 'y')
/** The whole of an item that may become a task. */
const taskMark = /^\[[ xX]?\]?$/

/** At `[`, or at `!` with `[` behind. */
export function openBracket(scan: Scan, isImage: boolean): void {
  const { source, position, brackets } = scan
  const end = position + (isImage ? 2 : 1)
  const around = brackets.at(-1)
  if (around !== undefined) around.hasBracket = true
  if (!isImage && source[end] === '^' && scanFootnote(scan)) return
  if (scan.atEnd && (end === source.length || (position === 0 && taskMark.test(source)))) {
    holdFrom(scan, position)
    return
  }
  const bracket: Bracket = { kind: 'bracket', isImage, position, hasBracket: false, link: null }
  addItem(scan, position, end, bracket)
  brackets.push(bracket)
  scan.marks += 1
  if (isImage) scan.imagesOpen += 1
}

/** At `]`. */
export function closeBracket(scan: Scan): void {
  const { position, brackets } = scan
  const bracket = brackets.pop()
  const end = position + 1
  if (bracket === undefined) {
    scan.position = end
    return
  }
  if (bracket.isImage) scan.imagesOpen -= 1
  const mayBeLink = bracket.isImage || brackets.length >= scan.noLinks
  const tail = mayBeLink ? scanLinkTail(scan, bracket, end) : { kind: 'none' as const }
  const link = linkOf(scan, bracket, tail)
  if (link !== null) {
    scan.delimiters.matchBehind(bracket.position)
    scan.delimiters.removeBehind(bracket.position)
    endLink(scan, bracket, position, link.end, link)
    if (!bracket.isImage) scan.noLinks = brackets.length
  } else scan.position = end
  scan.noLinks = Math.min(scan.noLinks, brackets.length)
  if (scan.noLinks === brackets.length && scan.imagesOpen === 0) {
    brackets.length = 0
    scan.noLinks = 0
  }
}

/** Adds the end of a link or image whose `]` or end of source stands at `position`. */
export function endLink(
  scan: Scan,
  bracket: Bracket,
  position: number,
  end: number,
  link: { readonly address: string | null; readonly title: string | null },
): void {
  flushText(scan, position)
  bracket.link = { address: link.address, title: link.title }
  const source = scan.source.slice(position, end)
  addItem(scan, position, end, { kind: 'bracket-end', bracket, source })
}

/** Not an index (`list[0]`) or a call of what is indexed: those are rarely meant as links. */
export function looksLikeLink({ source }: Scan, bracket: Bracket, textEnd: number): boolean {
  if (textEnd - bracket.position > unfinishedLimits.linkText) return false
  const before = source.charCodeAt(bracket.position - 1)
  return bracket.isImage || !(isAsciiLetterOrDigit(before) || before === 93 || before === 41)
}

interface FoundLink {
  readonly address: string | null
  readonly title: string | null
  readonly end: number
}

function linkOf(scan: Scan, bracket: Bracket, tail: LinkTail): FoundLink | null {
  const { source, position, atEnd, growing } = scan
  if (tail.kind === 'link') return tail
  if (tail.kind === 'undefined') scan.isProvisional = true
  const isUnfinished =
    atEnd &&
    (tail.kind === 'unfinished' || (tail.kind === 'none' && position + 1 === source.length))
  const isWaiting = growing && tail.kind === 'undefined'
  if (!isUnfinished && !isWaiting) return null
  if (tail.kind === 'none' && bracketIsClosedForLinks(scan, bracket)) return null
  if (!looksLikeLink(scan, bracket, position)) return null
  const end = tail.kind === 'undefined' ? tail.end : source.length
  return { address: null, title: null, end }
}

function bracketIsClosedForLinks({ brackets, noLinks }: Scan, bracket: Bracket): boolean {
  return !bracket.isImage && brackets.length < noLinks
}

/** At `[^`: false when it is no reference to a footnote. */
function scanFootnote(scan: Scan): boolean {
  const { source, position, context } = scan
  footnoteLabel.lastIndex = position
  const match = footnoteLabel.exec(source)
  if (match === null) {
    if (!scan.atEnd || position + 2 !== source.length) return false
    holdFrom(scan, position)
    return true
  }
  context.visited(match[0].length)
  if (match[2] === '') {
    if (!scan.atEnd) return false
    holdFrom(scan, position)
    return true
  }
  const end = position + match[0].length
  const label = normalizeLabel(match[1] ?? '')
  scan.footnotes.add(label)
  if (!context.isFootnote(label)) {
    scan.isProvisional = true
    if (!scan.growing || source[end] === '(') return false
  }
  addLeaf(scan, position, end, { kind: 'footnote', label })
  return true
}

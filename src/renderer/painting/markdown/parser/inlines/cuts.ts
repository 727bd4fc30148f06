import { isInsideCharacter } from '../../../../../shared/text/surrogates'
import type { Inline } from '../../node'
import { buildRun } from './build-run'
import { isBlank } from './characters'
import { bottomOfAll } from './delimiter-stack'
import { limits } from './limits'
import { flushText, type Scan } from './scan'

/**
 * Cuts the text in `[from, to]`, in which nothing special begins, where nothing is open: at the
 * first character behind white space that is far enough from the last cut, or later at any. What may
 * still become a construct when the source goes on prevents every later cut, so a longer source is
 * cut alike.
 */
export function considerCuts(scan: Scan, from: number, to: number, onCut: () => void): void {
  const { source } = scan
  if (scan.isPending) return
  if (to < scan.cut + limits.long && scan.marks < limits.marks && !isNeutral(scan)) return
  let place = Math.max(from, scan.cut + limits.run)
  for (; place <= to && place < source.length; place += 1) {
    if (!isPlace(source, place, place - scan.cut)) continue
    giveUp(scan, place)
    if (!isNeutral(scan)) continue
    cutAt(scan, place)
    onCut()
    place += limits.run - 1
  }
  scan.context.visited(to - from)
}

/** What follows the last cut is shown as it is written. */
export const isSpent = ({ elements, marksBeforeCut }: Scan): boolean =>
  elements > limits.elements || marksBeforeCut > limits.marksOfBlock

/** Makes a run of the items since the last cut. */
export function endRun(scan: Scan, end: number): void {
  const inlines = buildRun(scan.items)
  scan.items = []
  scan.elements += elementsIn(inlines)
  if (isSpent(scan)) {
    shorten(scan.used, scan.usedBeforeCut)
    shorten(scan.footnotes, scan.footnotesBeforeCut)
    const text = scan.source.slice(scan.cut, end)
    if (text !== '') scan.runs.push({ inlines: [{ kind: 'text', text }] })
  } else if (inlines.length > 0) scan.runs.push({ inlines })
}

function cutAt(scan: Scan, place: number): void {
  flushText(scan, place)
  endRun(scan, place)
  scan.cut = place
  scan.marksBeforeCut += scan.marks
  scan.marks = 0
  scan.usedBeforeCut = scan.used.size
  scan.footnotesBeforeCut = scan.footnotes.size
}

/** `distance` is that from the last cut. */
function isPlace(source: string, place: number, distance: number): boolean {
  if (isBlank(source.charCodeAt(place))) return false
  if (isBlank(source.charCodeAt(place - 1))) return true
  return distance >= limits.word && isBetweenCharacters(source, place, distance)
}

const joined = /[\p{M}\p{RI}\p{Emoji_Modifier}\u200d]/uy
/** How long it is tried not to divide what is seen as one character. */
const patience = 100

function isBetweenCharacters(source: string, place: number, distance: number): boolean {
  if (source.charCodeAt(place) < 0x300) return true
  if (isInsideCharacter(source, place)) return false
  if (distance >= limits.word + patience) return true
  joined.lastIndex = place
  return source.charCodeAt(place - 1) !== 0x200d && !joined.test(source)
}

/** In what the simplest costs to be drawn. */
function elementsIn(inlines: readonly Inline[]): number {
  let count = 0
  for (const inline of inlines) {
    if (inline.kind === 'math' || inline.kind === 'footnote') count += 10
    else if (inline.kind === 'link' || inline.kind === 'image') count += 2
    else if (inline.kind !== 'text') count += 1
    if ('children' in inline) count += elementsIn(inline.children)
  }
  return count
}

function shorten(labels: Set<string>, size: number): void {
  for (const label of [...labels].slice(size)) labels.delete(label)
}

function isNeutral(scan: Scan): boolean {
  if (scan.brackets.length > 0) return false
  scan.delimiters.matchAll()
  return scan.delimiters.last === null
}

/** Gives up openers that prevent a cut for too long. */
function giveUp(scan: Scan, place: number): void {
  const distance = place - scan.cut
  const isCrowded = scan.marks >= limits.marks
  if (distance < limits.long && !isCrowded) return
  const oldest = distance < limits.longest && !isCrowded ? place - limits.young : place
  const { brackets, delimiters } = scan
  if (brackets[0] !== undefined && brackets[0].position < oldest) {
    const count = brackets.findIndex(({ position }) => position >= oldest)
    const given = brackets.splice(0, count === -1 ? brackets.length : count)
    scan.noLinks = Math.max(0, scan.noLinks - given.length)
    scan.imagesOpen -= given.filter(({ isImage }) => isImage).length
  }
  if (brackets.length > 0) return
  delimiters.matchAll()
  if (oldest === place) delimiters.removeBehind(bottomOfAll)
  else delimiters.removeBefore(oldest)
}

import { buildRun } from './build-run'
import { isBlank } from './characters'
import { bottomOfAll } from './delimiter-stack'
import { limits } from './limits'
import { flushText, type Scan } from './scan'

/**
 * Cuts the text in `[from, to]`, in which nothing special begins, where nothing is open: at the
 * first character behind white space that is far enough from the last cut. What may still become a
 * construct when the source goes on prevents every later cut, so a longer source is cut alike.
 */
export function considerCuts(scan: Scan, from: number, to: number, onCut: () => void): void {
  const { source } = scan
  if (scan.isPending) return
  if (to < scan.cut + limits.long && !isNeutral(scan)) return
  let place = Math.max(from, scan.cut + limits.run)
  for (; place <= to && place < source.length; place += 1) {
    if (!isBlank(source.charCodeAt(place - 1)) || isBlank(source.charCodeAt(place))) continue
    giveUp(scan, place)
    if (!isNeutral(scan)) continue
    cutAt(scan, place)
    onCut()
    place += limits.run - 1
  }
  scan.context.visited(to - from)
}

/** Makes a run of the items since the last cut. */
export function endRun(scan: Scan): void {
  const inlines = buildRun(scan.items)
  scan.items = []
  if (inlines.length > 0) scan.runs.push({ inlines })
}

function cutAt(scan: Scan, place: number): void {
  flushText(scan, place)
  endRun(scan)
  scan.cut = place
}

function isNeutral(scan: Scan): boolean {
  if (scan.brackets.length > 0) return false
  scan.delimiters.matchAll()
  return scan.delimiters.last === null
}

/** Gives up openers that prevent a cut for too long. */
function giveUp(scan: Scan, place: number): void {
  const distance = place - scan.cut
  if (distance < limits.long) return
  const oldest = distance < limits.longest ? place - limits.young : place
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

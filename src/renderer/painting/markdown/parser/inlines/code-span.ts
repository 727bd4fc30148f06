import { endOfRun } from './backtick-runs'
import { limits, unfinishedLimits } from './limits'
import { addLeaf, holdFrom, type Scan } from './scan'

/** At a backtick: a code span, or a run of backticks that is text. */
export function scanCodeSpan(scan: Scan): void {
  const { source, position: start } = scan
  const contentStart = endOfRun(source, start)
  const length = contentStart - start
  const closer = scan.next.backticks(length, contentStart)
  if (closer !== -1 && closer - contentStart <= limits.code) {
    const text = codeOf(source.slice(contentStart, closer))
    addLeaf(scan, start, closer + length, { kind: 'code', text })
    return
  }
  if (closer === -1 && source.length - contentStart <= limits.code) {
    scan.isPending = true
    if (scan.atEnd && source.length - contentStart <= unfinishedLimits.code) {
      const text = unfinishedCode(source.slice(contentStart), length)
      if (text === '') holdFrom(scan, start)
      else addLeaf(scan, start, source.length, { kind: 'code', text })
      return
    }
  }
  scan.position = contentStart
}

function codeOf(content: string): string {
  const line = content.replaceAll('\n', ' ')
  const isPadded = line.startsWith(' ') && line.endsWith(' ') && /[^ ]/.test(line)
  return isPadded ? line.slice(1, -1) : line
}

/** The text so far of a code span, without what may be the beginning of its end. */
function unfinishedCode(content: string, length: number): string {
  const backticks = content.length - content.replace(/`+$/, '').length
  const end = backticks < length ? content.length - backticks : content.length
  return codeOf(`${content.slice(0, end).replace(/ $/, '')} `).replace(/ $/, '')
}

import { isBlank } from './characters'
import type { Bracket } from './item'
import { limits } from './limits'
import {
  destinationEnd,
  destinationValue,
  labelEnd,
  longestLabel,
  normalizeLabel,
  titleEnd,
  titleValue,
  unfinished,
} from './link-parts'
import type { Scan } from './scan'

/** What stands behind the text of a link. */
export type LinkTail =
  | {
      readonly kind: 'link'
      /** Null while it is not known yet. */
      readonly address: string | null
      readonly title: string | null
      readonly end: number
    }
  /** It goes on to the end of the source. */
  | { readonly kind: 'unfinished' }
  /** A label without a definition: nobody knows yet whether one comes. */
  | { readonly kind: 'undefined'; readonly end: number }
  | { readonly kind: 'none' }

const none: LinkTail = { kind: 'none' }
const open: LinkTail = { kind: 'unfinished' }

/** `from` is behind the `]` that ends the text of `bracket`. */
export function scanLinkTail(scan: Scan, bracket: Bracket, from: number): LinkTail {
  if (scan.source[from] === '(') {
    const tail = scanInlineTail(scan, from)
    if (tail.kind === 'unfinished') scan.isPending = true
    if (tail.kind === 'link' || (tail.kind === 'unfinished' && scan.atEnd)) return tail
  }
  return scanReferenceTail(scan, bracket, from)
}

function scanInlineTail(scan: Scan, from: number): LinkTail {
  const { source, context } = scan
  const start = skipBlanks(source, from + 1)
  if (source[start] === ')') return { kind: 'link', address: '', title: null, end: start + 1 }
  if (start === source.length) return open
  const end = destinationEnd(source, start, context.visited)
  if (end === unfinished && source.length - start <= limits.address) {
    if (source[start] === '<') return open
    return mayBecomeAddress(scan, destinationValue(source, start, source.length)) ? open : none
  }
  if (end < 0 || end - start > limits.address) return none
  const address = destinationValue(source, start, end)
  if (end === source.length) return mayBecomeAddress(scan, address) ? open : none
  if (!context.isAddress(address)) return none
  const titleStart = skipBlanks(source, end)
  if (titleStart === source.length) return open
  if (source[titleStart] === ')') return { kind: 'link', address, title: null, end: titleStart + 1 }
  if (titleStart === end) return none
  return scanTitleTail(scan, address, titleStart)
}

function scanTitleTail(scan: Scan, address: string, start: number): LinkTail {
  const { source, context } = scan
  const end = titleEnd(source, start, limits.title, context.visited)
  if (end === unfinished) return open
  if (end < 0) return none
  const last = skipBlanks(source, end)
  if (last === source.length) return open
  if (source[last] !== ')') return none
  return { kind: 'link', address, title: titleValue(source, start, end), end: last + 1 }
}

function scanReferenceTail(scan: Scan, bracket: Bracket, from: number): LinkTail {
  const { source, context } = scan
  const hasLabel = source[from] === '['
  const isCollapsed = hasLabel && source[from + 1] === ']'
  const end = hasLabel && !isCollapsed ? labelEnd(source, from, context.visited) : -1
  if (hasLabel && !isCollapsed) {
    if (end === unfinished) scan.isPending = true
    if (end === unfinished && scan.atEnd) return open
    if (end > 0) {
      return tailOf(scan, source.slice(from + 1, end - 1), end) ?? { kind: 'undefined', end }
    }
  }
  const start = bracket.position + (bracket.isImage ? 2 : 1)
  if (bracket.hasBracket || from - 1 - start > longestLabel) return none
  const label = source.slice(start, from - 1)
  if (label.trim() === '') return none
  const shortEnd = isCollapsed ? from + 2 : from
  return (
    tailOf(scan, label, shortEnd) ?? (isCollapsed ? { kind: 'undefined', end: shortEnd } : none)
  )
}

function tailOf({ context, labels, used }: Scan, raw: string, end: number): LinkTail | null {
  const label = normalizeLabel(raw)
  context.visited(raw.length)
  labels.add(label)
  const definition = context.definition(label)
  if (definition === undefined || !context.isAddress(definition.address)) return null
  used.add(label)
  return { kind: 'link', address: definition.address, title: definition.title, end }
}

/** Whether the beginning of an address says already that it is none. */
function mayBecomeAddress({ context }: Scan, beginning: string): boolean {
  return /^[a-z][a-z0-9+.-]*$/i.test(beginning) || context.isAddress(beginning)
}

function skipBlanks(source: string, from: number): number {
  let position = from
  while (isBlank(source.charCodeAt(position))) position += 1
  return position
}

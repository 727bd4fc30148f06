import { assertNever } from '../../../../../shared/assert-never'
import { type Autolink, angledAutolink, bareAutolink, isUnfinishedAutolink } from './autolink'
import { closeBracket, openBracket } from './brackets'
import { isSpaceOrTab } from './characters'
import { scanCodeSpan } from './code-span'
import { considerCuts, isSpent } from './cuts'
import { scanReference } from './decode-text'
import { scanDelimiterRun } from './delimiter-run'
import type { Delimiter } from './delimiter-stack'
import { scanDollar, scanEscapedBracket } from './formula'
import { limits } from './limits'
import { isEscapable } from './link-parts'
import { addItem, addLeaf, flushText, holdFrom, type Scan } from './scan'

const special = ['\n', '!', '$', '&', '*', ':', '<', '[', '\\', ']', '_', '`', '~'] as const
const isSpecial = new Uint8Array(128)
for (const character of special) isSpecial[character.charCodeAt(0)] = 1

const longestReference = 34
const partialReference = /&(?:#(?:[xX][0-9a-fA-F]{0,6}|[0-9]{0,7})|[a-zA-Z][a-zA-Z0-9]{0,7})?$/y

/**
 * Makes items and runs of the rest of the source; `onCut` is called after every cut. Returns the run
 * of delimiters at its end, if unfinished.
 */
export function scanToEnd(scan: Scan, onCut: () => void): Delimiter | null {
  const { source } = scan
  scan.context.visited(source.length - scan.position)
  let last: Delimiter | null = null
  while (scan.position < source.length) {
    const next = isSpent(scan) ? source.length : nextSpecial(source, scan.position)
    if (next >= scan.cut + limits.run) considerCuts(scan, scan.position, next, onCut)
    scan.position = next
    last = next < source.length && !isSpent(scan) ? scanSpecial(scan) : null
  }
  flushText(scan, source.length)
  return last
}

function nextSpecial(source: string, from: number): number {
  let position = from
  for (; position < source.length; position += 1) {
    const code = source.charCodeAt(position)
    if (code < 128 && isSpecial[code] === 1) break
  }
  return position
}

function scanSpecial(scan: Scan): Delimiter | null {
  const character = scan.source[scan.position] as (typeof special)[number]
  switch (character) {
    case '*':
    case '_':
    case '~':
      return scanDelimiterRun(scan, character)
    case '\n':
      scanLineEnd(scan)
      break
    case '\\':
      scanBackslash(scan)
      break
    case '`':
      scanCodeSpan(scan)
      break
    case '[':
      openBracket(scan, false)
      break
    case ']':
      closeBracket(scan)
      break
    case '!':
      scanExclamation(scan)
      break
    case '&':
      scanAmpersand(scan)
      break
    case '<':
      scanAngle(scan)
      break
    case ':':
      scanColon(scan)
      break
    case '$':
      scanDollar(scan)
      break
    default:
      return assertNever(character)
  }
  return null
}

function scanLineEnd(scan: Scan): void {
  const { source, position, textStart } = scan
  let end = position
  while (end > textStart && source.charCodeAt(end - 1) === 32) end -= 1
  const next = skipSpaces(source, position + 1)
  if (position - end >= 2)
    addItem(scan, end, next, { kind: 'leaf', inline: { kind: 'break' }, plain: '\n' })
  else if (end === position && next === position + 1) scan.position = next
  else addItem(scan, end, next, { kind: 'text', text: '\n' })
}

function scanBackslash(scan: Scan): void {
  const { source, position } = scan
  const next = source[position + 1]
  if (next === undefined) {
    if (scan.atEnd) holdFrom(scan, position)
    else scan.position += 1
  } else if (next === '\n') {
    addLeaf(scan, position, skipSpaces(source, position + 2), { kind: 'break' })
  } else if ((next === '(' || next === '[') && scanEscapedBracket(scan)) {
    return
  } else if (isEscapable(next.charCodeAt(0))) {
    flushText(scan, position)
    scan.textStart = position + 1
    scan.position = position + 2
  } else scan.position += 1
}

function scanExclamation(scan: Scan): void {
  const { source, position } = scan
  if (source[position + 1] === '[') openBracket(scan, true)
  else if (scan.atEnd && position + 1 === source.length) holdFrom(scan, position)
  else scan.position += 1
}

function scanAmpersand(scan: Scan): void {
  const { source, position } = scan
  const reference = scanReference(source, position)
  partialReference.lastIndex = position
  if (reference !== null) {
    addItem(scan, position, reference.end, { kind: 'text', text: reference.value })
  } else if (scan.atEnd && partialReference.test(source)) holdFrom(scan, position)
  else {
    if (source.length - position < longestReference) scan.isPending = true
    scan.position += 1
  }
}

function scanAngle(scan: Scan): void {
  const { source, position, context } = scan
  const { link, end, isTooLong } = angledAutolink(source, position, context.visited)
  if (link !== null && context.isAddress(link.address)) addAutolink(scan, link)
  else if (isTooLong || end < source.length) scan.position += 1
  else if (scan.atEnd && isUnfinishedAutolink(source, position)) holdFrom(scan, position)
  else {
    scan.isPending = true
    scan.position += 1
  }
}

function scanColon(scan: Scan): void {
  const { source, position, textStart, context } = scan
  if (position < scan.noAddressBefore) {
    scan.position += 1
    return
  }
  const { link, end, isTooLong } = bareAutolink(source, position, context.visited)
  if (isTooLong) scan.noAddressBefore = end
  else if (end === source.length) scan.isPending = true
  if (link !== null && link.start >= textStart && context.isAddress(link.address)) {
    addAutolink(scan, link)
  } else scan.position += 1
}

function addAutolink(scan: Scan, { address, text, start, end }: Autolink): void {
  const children = [{ kind: 'text' as const, text }]
  const inline = { kind: 'link' as const, address, title: null, children }
  addItem(scan, start, end, { kind: 'leaf', inline, plain: text })
}

function skipSpaces(source: string, from: number): number {
  let position = from
  while (isSpaceOrTab(source.charCodeAt(position))) position += 1
  return position
}

import { decodeText } from './decode-text'

/** A part of a link, decoded, and the offset behind it. */
export interface LinkPart {
  readonly value: string
  readonly end: number
}

/** Where a part ends that is none. */
const never = -1
/** Where a part ends that the end of the text interrupts: it may be one when the text goes on. */
export const unfinished = -2

/** Told how many characters were looked at. */
type Visited = (characters: number) => void

interface Scanned {
  readonly end: number
  /** The last offset looked at. */
  readonly last: number
}

/** Of a link or a footnote, in UTF-16 units. */
export const longestLabel = 999
/** Keeps the time linear for parentheses that never close; the specification asks for three. */
const deepestParentheses = 32

/** Labels that mean the same become equal: https://spec.commonmark.org/0.31.2/#matches */
export function normalizeLabel(raw: string): string {
  // Nearly every one is one word of ASCII.
  if (/^[!-~]+$/.test(raw)) return raw.toUpperCase()
  // Only both together fold every case: ẞ and ss, ϴ and θ.
  return raw
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}

/** The offset behind the label whose `[` stands at `from`, or -1. */
export function scanLinkLabel(text: string, from: number): number {
  return Math.max(labelEnd(text, from, ignore), never)
}

/** The destination at `from`, in angle brackets or bare, or null. */
export function scanLinkDestination(text: string, from: number): LinkPart | null {
  const end = destinationEnd(text, from, ignore)
  return end < 0 ? null : { value: destinationValue(text, from, end), end }
}

/** The title whose quotation mark or parenthesis stands at `from`, or null. */
export function scanLinkTitle(text: string, from: number): LinkPart | null {
  const end = titleEnd(text, from, text.length, ignore)
  return end < 0 ? null : { value: titleValue(text, from, end), end }
}

/** Like `scanLinkLabel`, but says `unfinished`. */
export function labelEnd(text: string, from: number, visited: Visited): number {
  const { end, last } = label(text, from)
  visited(last - from)
  return end
}

function label(text: string, from: number): Scanned {
  let hasContent = false
  let last = from + 1
  for (; last <= from + longestLabel + 1; last += 1) {
    const character = text[last]
    if (character === undefined) return { end: unfinished, last }
    if (character === ']') return { end: hasContent ? last + 1 : never, last }
    if (character === '[') break
    if (character === '\\' && isEscapable(text.charCodeAt(last + 1))) last += 1
    hasContent ||= !isSpaceOrEnd(character)
  }
  return { end: never, last }
}

/** The offset behind a destination, `never` or `unfinished`. */
export function destinationEnd(text: string, from: number, visited: Visited): number {
  const { end, last } = text[from] === '<' ? angledEnd(text, from) : bareEnd(text, from)
  visited(last - from)
  return end
}

export function destinationValue(text: string, from: number, end: number): string {
  return decodeText(text[from] === '<' ? text.slice(from + 1, end - 1) : text.slice(from, end))
}

/** The offset behind a title, `never` or `unfinished`; `most` is how long it may be. */
export function titleEnd(text: string, from: number, most: number, visited: Visited): number {
  const { end, last } = title(text, from, most)
  visited(last - from)
  return end
}

function title(text: string, from: number, most: number): Scanned {
  const opening = text[from]
  let last = from + 1
  if (opening !== '"' && opening !== "'" && opening !== '(') return { end: never, last }
  const closing = opening === '(' ? ')' : opening
  for (; last - from <= most; last += 1) {
    const character = text[last]
    if (character === undefined) return { end: unfinished, last }
    if (character === closing) return { end: last + 1, last }
    if (character === '(' && opening === '(') break
    if (character === '\\' && isEscapable(text.charCodeAt(last + 1))) last += 1
    else if (character === '\n' && isBlank(text, last + 1)) break
  }
  return { end: never, last }
}

export function titleValue(text: string, from: number, end: number): string {
  return decodeText(text.slice(from + 1, end - 1))
}

/** ASCII punctuation: what a backslash can escape. Takes NaN for no character. */
export function isEscapable(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

function angledEnd(text: string, from: number): Scanned {
  for (let last = from + 1; ; last += 1) {
    const character = text[last]
    if (character === undefined) return { end: unfinished, last }
    if (character === '>') return { end: last + 1, last }
    if (character === '<' || character === '\n') return { end: never, last }
    if (character === '\\' && isEscapable(text.charCodeAt(last + 1))) last += 1
  }
}

function bareEnd(text: string, from: number): Scanned {
  let depth = 0
  let last = from
  for (; last < text.length; last += 1) {
    const code = text.charCodeAt(last)
    if (code <= 32 || code === 127) break
    if (code === 92 && isEscapable(text.charCodeAt(last + 1))) last += 1
    else if (code === 40 && ++depth > deepestParentheses) return { end: never, last }
    else if (code === 41 && --depth < 0) break
  }
  if (depth > 0) return { end: last < text.length ? never : unfinished, last }
  return { end: last > from ? last : never, last }
}

function isBlank(text: string, from: number): boolean {
  let position = from
  while (text[position] === ' ' || text[position] === '\t') position += 1
  return text[position] === '\n'
}

function isSpaceOrEnd(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r'
}

function ignore(): void {}

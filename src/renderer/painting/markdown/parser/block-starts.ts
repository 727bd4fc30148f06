import { decodeText } from './inlines/decode-text'

/**
 * What a line may begin with: https://spec.commonmark.org/0.31.2/#leaf-blocks and #container-blocks.
 * `rest` is a line without its indentation.
 */

export interface HeadingStart {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  readonly content: string
}

export function headingStart(rest: string): HeadingStart | null {
  if (rest[0] !== '#') return null
  const level = /^#{1,6}(?=[ \t]|$)/.exec(rest)?.[0].length
  if (level === undefined) return null
  let end = trimmedEnd(rest, rest.length, ' \t')
  const closing = trimmedEnd(rest, end, '#')
  if (closing < end && (closing <= level || ' \t'.includes(rest[closing - 1] ?? ''))) end = closing
  return {
    level: level as HeadingStart['level'],
    content: rest
      .slice(level, Math.max(level, end))
      .replace(/^[ \t]+/, '')
      .trimEnd(),
  }
}

function trimmedEnd(text: string, from: number, characters: string): number {
  let end = from
  while (end > 0 && characters.includes(text[end - 1] as string)) end -= 1
  return end
}

export interface FenceStart {
  readonly mark: '`' | '~'
  readonly length: number
  /** What stands behind the fence, decoded. */
  readonly info: string
}

export function fenceStart(rest: string): FenceStart | null {
  const mark = rest[0]
  if (mark !== '`' && mark !== '~') return null
  const length = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest)?.[0].length
  return length === undefined ? null : { mark, length, info: decodeText(rest.slice(length).trim()) }
}

export function isFenceEnd(rest: string, mark: string, length: number): boolean {
  let end = 0
  while (rest[end] === mark) end += 1
  return end >= length && /^[ \t]*$/.test(rest.slice(end))
}

export function isRule(rest: string): boolean {
  const mark = rest[0]
  // Spares lines of very many markers that stand in each other.
  if (rest.trimEnd().at(-1) !== mark) return false
  let count = 0
  for (const character of rest) {
    if (character === mark) count += 1
    else if (character !== ' ' && character !== '\t') return false
  }
  return count >= 3
}

/** The level of the heading that the paragraph above such a line becomes. */
export function underlineLevel(rest: string): 1 | 2 | null {
  if (rest[0] !== '=' && rest[0] !== '-') return null
  if (/^=+[ \t]*$/.test(rest)) return 1
  return /^-+[ \t]*$/.test(rest) ? 2 : null
}

export interface MarkerStart {
  readonly length: number
  readonly mark: string
  readonly first: number | null
}

/** The marker of a list item; one that ends a paragraph has content, and begins with 1. */
export function markerStart(rest: string, inParagraph: boolean): MarkerStart | null {
  if (!'*+-0123456789'.includes(rest.charAt(0))) return null
  const match = /^(?:[*+-]|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(rest)
  if (match === null) return null
  const [marker, digits, sign] = match
  const first = digits === undefined ? null : Number(digits)
  if (inParagraph && ((first ?? 1) !== 1 || !/[^ \t]/.test(rest.slice(marker.length)))) return null
  return { length: marker.length, mark: sign ?? marker, first }
}

/** https://github.com/github/cmark-gfm: a label without spaces. */
export function footnoteStart(rest: string): { label: string; length: number } | null {
  if (rest[0] !== '[') return null
  const match = /^\[\^([^\]\s]+)\]:/.exec(rest)
  return match === null ? null : { label: match[1] ?? '', length: match[0].length }
}

export interface MathStart {
  readonly closing: '$$' | '\\]'
  readonly tex: string
  readonly closed: boolean
}

/** Formulas set apart; in a paragraph only those whose delimiters stand alone, or that fill the line. */
export function mathStart(rest: string, inParagraph: boolean): MathStart | null {
  const closing = rest.startsWith('$$') ? '$$' : rest.startsWith('\\[') ? '\\]' : null
  if (closing === null) return null
  const line = mathLine(rest.slice(2), closing)
  if (line === null) return null
  if (line.closed && line.tex.trim() === '') return null
  if (!line.closed && inParagraph && line.tex.trim() !== '') return null
  return { closing, ...line }
}

/** A line of a formula, which nothing follows on the line where it ends; null for one of none. */
export function mathLine(
  line: string,
  closing: '$$' | '\\]',
): { readonly tex: string; readonly closed: boolean } | null {
  const end = line.indexOf(closing)
  if (end === -1) return { tex: line, closed: false }
  return /^[ \t]*$/.test(line.slice(end + 2)) ? { tex: line.slice(0, end), closed: true } : null
}

/** Of a task at the start of an item: whether it is done, and how long its mark is. */
export function taskStart(rest: string): { done: boolean; length: number } | null {
  const match = /^\[([ xX])\](?:[ \t]+|$)/.exec(rest)
  return match === null ? null : { done: match[1] !== ' ', length: match[0].length }
}

import { decodeHTMLStrict } from 'entities/decode'

const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|[a-zA-Z][a-zA-Z0-9]{1,31});/y
const escapeOrReference =
  /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});/g

/** A character reference and the offset behind it, or null when none stands at `from`. */
export function scanReference(text: string, from: number): { value: string; end: number } | null {
  reference.lastIndex = from
  const match = reference.exec(text)
  if (match === null) return null
  const value = meaningOf(match[0], match[1], match[2])
  return value === null ? null : { value, end: from + match[0].length }
}

/** A text with its backslash escapes and character references replaced by what they mean. */
export function decodeText(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return text
  return text.replace(escapeOrReference, (whole, escaped: string | undefined) =>
    escaped === undefined ? (scanReference(whole, 0)?.value ?? whole) : escaped,
  )
}

function meaningOf(whole: string, hexadecimal?: string, decimal?: string): string | null {
  if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16))
  if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10))
  const value = decodeHTMLStrict(whole)
  return value === whole ? null : value
}

/** Control characters, halves of surrogate pairs and what is no code point cannot be shown. */
function characterOf(code: number): string {
  const isControl = (code < 0x20 && ![9, 10, 12, 13].includes(code)) || (code > 0x7e && code < 0xa0)
  const isHalf = code >= 0xd800 && code <= 0xdfff
  const isNone = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe || code > 0x10ffff
  return isControl || isHalf || isNone ? '\ufffd' : String.fromCodePoint(code)
}

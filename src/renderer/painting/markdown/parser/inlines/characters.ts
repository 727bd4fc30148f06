/** What the flanking of a delimiter run depends on. */
export type CharacterClass = 'whitespace' | 'punctuation' | 'other'

const unicodeSpace = /^[\p{Zs}\u2028\u2029]$/u
const unicodePunctuation = /^[\p{P}\p{S}]$/u

/** Of the character that ends before an offset; the beginning counts as whitespace. */
export function classBefore(text: string, offset: number): CharacterClass {
  if (offset <= 0) return 'whitespace'
  const last = text.charCodeAt(offset - 1)
  const isPair = last >= 0xdc00 && last <= 0xdfff && offset > 1
  return classOf((isPair ? text.codePointAt(offset - 2) : undefined) ?? last)
}

/** Of the character at an offset; the end counts as whitespace. */
export function classAt(text: string, offset: number): CharacterClass {
  const code = text.codePointAt(offset)
  return code === undefined ? 'whitespace' : classOf(code)
}

export function isAsciiLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9
}

/** Space, tab or end of line. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13
}

function classOf(code: number): CharacterClass {
  if (code < 128) {
    if (code === 32 || (code >= 9 && code <= 13)) return 'whitespace'
    return code > 32 && code < 127 && !isAsciiLetterOrDigit(code) ? 'punctuation' : 'other'
  }
  const character = String.fromCodePoint(code)
  if (unicodeSpace.test(character)) return 'whitespace'
  return unicodePunctuation.test(character) ? 'punctuation' : 'other'
}

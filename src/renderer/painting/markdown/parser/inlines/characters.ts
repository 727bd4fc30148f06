import { isLowSurrogate } from '../../../../../shared/text/surrogates'

/** What the flanking of a delimiter run depends on. */
export type CharacterClass = 'whitespace' | 'punctuation' | 'other' | 'cjk'

const unicodeSpace = /^[\p{Zs}\u2028\u2029]$/u
const unicodePunctuation = /^[\p{P}\p{S}]$/u
/** Letters, punctuation, wide and narrow forms, and the selectors of a variation. */
const chineseJapaneseKorean =
  /^(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u2ff0-\u2fff\u3001-\u33ff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uffee]|[\ufe00-\ufe0e\u{e0100}-\u{e01ef}])$/u

type ClassOf = (code: number) => CharacterClass

/** Of the character that ends before an offset; the beginning counts as whitespace. */
export function classBefore(text: string, offset: number, classOf: ClassOf): CharacterClass {
  if (offset <= 0) return 'whitespace'
  const last = text.charCodeAt(offset - 1)
  const isPair = isLowSurrogate(last) && offset > 1
  return classOf((isPair ? text.codePointAt(offset - 2) : undefined) ?? last)
}

/** Of the character at an offset; the end counts as whitespace. */
export function classAt(text: string, offset: number, classOf: ClassOf): CharacterClass {
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

/** As the specification has it. */
export function plainClass(code: number): CharacterClass {
  if (code < 128) {
    if (code === 32 || (code >= 9 && code <= 13)) return 'whitespace'
    return code > 32 && code < 127 && !isAsciiLetterOrDigit(code) ? 'punctuation' : 'other'
  }
  const character = String.fromCodePoint(code)
  if (unicodeSpace.test(character)) return 'whitespace'
  return unicodePunctuation.test(character) ? 'punctuation' : 'other'
}

/** With a class of its own for what Chinese, Japanese and Korean are written in. */
export function classWithCjk(code: number): CharacterClass {
  const isCjk = code >= 0x1100 && chineseJapaneseKorean.test(String.fromCodePoint(code))
  return isCjk ? 'cjk' : plainClass(code)
}

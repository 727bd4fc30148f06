/**
 * Words and tokens of a growing text, counted once each. No tokenizer is carried along: vocabularies
 * weigh megabytes and every model has its own. What a character adds to the number of tokens depends on
 * its kind and on what stands before it. The shares below are fitted to OpenAI's `o200k_base`: on
 * text and code in English they are within 12 %, in other languages within 25 % (checked in
 * `tests/unit/shared/text-count.test.ts`), where a quarter of the length is off by up to 70 %.
 */
export interface TextCount {
  /** UTF-16 units that are counted. */
  readonly length: number
  /** Between spaces; where a script writes none, each character is one. */
  readonly words: number
  /** An estimate, with fractions. */
  readonly tokens: number
  readonly lastKind: CharacterKind
  /** How many letters of a word, or digits of a number, stand directly before the end. */
  readonly run: number
}

type CharacterKind =
  | 'space'
  | 'line-end'
  | 'small-letter'
  | 'capital'
  | 'accented'
  | 'digit'
  | 'mark'
  | 'wide-mark'
  | 'alphabet'
  | 'right-to-left'
  | 'indic'
  | 'kana'
  | 'hangul'
  | 'han'
  | 'other'

export const nothingCounted: TextCount = {
  length: 0,
  words: 0,
  tokens: 0,
  lastKind: 'line-end',
  run: 0,
}

/** Counts what has come to the text since; starts anew when it is another, shorter text. */
export function countFurther(before: TextCount, text: string): TextCount {
  if (text.length === before.length) return before
  const from = text.length < before.length ? nothingCounted : before
  let { words, tokens, lastKind, run } = from
  for (let index = from.length; index < text.length; index += 1) {
    const kind = kindOf(text.charCodeAt(index))
    run = isOneRun(lastKind, kind) ? run + 1 : 1
    tokens += share(kind, lastKind, run)
    if (isWordByItself(kind) || (isPartOfWord(kind) && !isPartOfWord(lastKind))) words += 1
    lastKind = kind
  }
  return { length: text.length, words, tokens, lastKind, run }
}

/** Words up to this length usually are one token. */
const usualWord = 7

/** What a character adds to the estimated number of tokens. */
function share(kind: CharacterKind, before: CharacterKind, run: number): number {
  switch (kind) {
    case 'small-letter':
    case 'capital':
      return letterShare(run)
    case 'accented':
      return letterShare(run) + 0.3
    case 'digit':
      return run % 3 === 1 ? 1 : 0
    case 'mark':
      return before === 'mark' ? 0.3 : 0.85
    case 'wide-mark':
      return 0.75
    // A single space belongs to the word behind it.
    case 'space':
      return before === 'line-end' ? 0.2 : 0.02
    case 'line-end':
      return before === 'line-end' ? 0.1 : 0.7
    case 'alphabet':
      return before === 'alphabet' ? 0.22 : 0.55
    case 'right-to-left':
      return 0.34
    case 'indic':
      return 0.38
    case 'kana':
      return 0.7
    case 'hangul':
      return 0.75
    case 'han':
      return 0.8
    case 'other':
      return 1
  }
}

function letterShare(run: number): number {
  if (run === 1) return 1
  return run > usualWord ? 0.12 : 0
}

/** A capital inside a word starts another, as in `camelCase`. */
function isOneRun(before: CharacterKind, kind: CharacterKind): boolean {
  if (kind === 'digit') return before === 'digit'
  if (kind === 'capital') return before === 'capital'
  return isLetter(kind) && isLetter(before)
}

function isLetter(kind: CharacterKind): boolean {
  return kind === 'small-letter' || kind === 'capital' || kind === 'accented'
}

function isWordByItself(kind: CharacterKind): boolean {
  return kind === 'han' || kind === 'kana'
}

function isPartOfWord(kind: CharacterKind): boolean {
  return kind !== 'space' && kind !== 'line-end' && kind !== 'wide-mark' && !isWordByItself(kind)
}

/** Up to which UTF-16 unit, the unit itself not included, a kind reaches; in order. */
const ranges: readonly (readonly [number, CharacterKind])[] = [
  [0xc0, 'mark'],
  [0x250, 'accented'],
  [0x590, 'alphabet'],
  [0x900, 'right-to-left'],
  [0x1100, 'indic'],
  [0x1200, 'hangul'],
  [0x2000, 'alphabet'],
  [0x2070, 'mark'],
  [0x3000, 'other'],
  [0x3040, 'wide-mark'],
  [0x3100, 'kana'],
  [0x3400, 'other'],
  [0xa000, 'han'],
  [0xac00, 'other'],
  [0xd7b0, 'hangul'],
  [0xf900, 'other'],
  [0xfb00, 'han'],
  [0xff00, 'right-to-left'],
  [0xff65, 'wide-mark'],
  [0x10000, 'other'],
]

function kindOf(unit: number): CharacterKind {
  if (unit >= 97 && unit <= 122) return 'small-letter'
  if (unit === 10 || unit === 13) return 'line-end'
  if (unit <= 32 || unit === 0xa0) return 'space'
  if (unit >= 65 && unit <= 90) return 'capital'
  if (unit >= 48 && unit <= 57) return 'digit'
  return ranges.find(([end]) => unit < end)?.[1] ?? 'other'
}

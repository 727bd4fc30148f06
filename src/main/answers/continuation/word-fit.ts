import { knownWords } from './common-words'

/** Bits by which a word that nobody knows speaks against the text that it is in. */
const unknown = 4

export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** How much the word at the seam speaks against joining `tail` and `said`, in bits. */
export function misfitOfWord(tail: string, said: string, words: ReadonlySet<string>): number {
  const start = /\p{L}+$/u.exec(tail)?.[0] ?? ''
  const end = /^\p{L}+/u.exec(said)?.[0] ?? ''
  const word = (start + end).toLowerCase()
  if (start === '' || word.length < 2) return 0
  if (/(.)\1\1/u.test(word)) return 2 * unknown
  return isKnown(word, words) ? 0 : unknown
}

function isKnown(word: string, words: ReadonlySet<string>): boolean {
  const stem = word.replace(/(?:s|ed|ing|ly|er)$/u, '')
  const forms = stem === word ? [word] : [word, stem, `${stem}e`]
  return forms.some((form) => knownWords.has(form) || words.has(form))
}

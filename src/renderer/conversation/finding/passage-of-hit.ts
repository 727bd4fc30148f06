import type { SearchHit } from '../../../shared/conversation/conversation'
import { fold, foldedText } from '../../../shared/conversation/fold-text'
import { type WordPlace, wordsTogether } from '../../../shared/conversation/words-together'

export interface Passage {
  readonly places: readonly WordPlace[]
  /** Whether all words are among them. */
  readonly isWhole: boolean
}

/** UTF-16 units. */
const reach = 160

const wordAtEnd = /[\p{L}\p{N}]$/u
const syntax = /[\\^$.*+?()[\]{}|/]/g

/**
 * Finds the words that an excerpt marks in the same text without Markdown's marks. Null where it
 * marks none.
 */
export function passageOfHit(excerpt: SearchHit['excerpt']): ((text: string) => Passage) | null {
  const patterns = new Map<string, string>()
  for (const [index, { text, found }] of excerpt.entries()) {
    const word = foldedText(text)
    const isWithin = wordAtEnd.test(excerpt[index - 1]?.text ?? '')
    // What was found where a word begins is not looked for within words.
    if (!found || (patterns.has(word) && !isWithin)) continue
    const literal = word.replaceAll(syntax, '\\$&')
    patterns.set(word, isWithin ? literal : `(?<![\\p{L}\\p{N}])${literal}`)
  }
  if (patterns.size === 0) return null
  const words = [...patterns.keys()].sort((left, right) => right.length - left.length)
  const pattern = new RegExp(words.map((word) => patterns.get(word)).join('|'), 'gu')
  return (text) => {
    const folded = fold(text)
    const all = Array.from(folded.text.matchAll(pattern), ({ index, 0: found }) => ({
      from: folded.source[index] ?? 0,
      to: folded.source[index + found.length] ?? text.length,
      word: words.indexOf(found),
    }))
    const places = wordsTogether(all, reach)
    return { places, isWhole: new Set(places.map(({ word }) => word)).size === words.length }
  }
}

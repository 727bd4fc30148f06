import type { SearchHit } from '../../shared/conversation/conversation'
import { type FoldedText, fold } from '../../shared/conversation/fold-text'
import { type WordPlace, wordsTogether } from '../../shared/conversation/words-together'
import { isLowSurrogate } from '../../shared/text/surrogates'
import type { SearchQuery } from './search-query'

export type Excerpt = SearchHit['excerpt']

/** UTF-16 units shown, and how many of them before what was found. */
const excerptLength = 160
const lead = 40
/** An answer may repeat a word ten thousand times; the first ones are enough to choose from. */
const mostPlaces = 200

const wordCharacter = /[\p{L}\p{N}]/u
const tokens = /[\p{L}\p{N}]+/gu

/** The part of the text in which most of the query is found, as data with the found parts marked. */
export function excerptOf(text: string, query: SearchQuery): Excerpt {
  const folded = fold(text)
  const places = findPlaces(folded, query)
  const { from, to } = chooseWindow(text, places)
  const parts: { text: string; found: boolean }[] = []
  const push = (start: number, end: number, found: boolean): void => {
    if (start < end) parts.push({ text: text.slice(start, end).replace(/\s+/gu, ' '), found })
  }
  let shown = from
  for (const place of places) {
    const start = Math.max(place.from, shown)
    const end = Math.min(place.to, to)
    if (start >= end) continue
    push(shown, start, false)
    push(start, end, true)
    shown = end
  }
  push(shown, to, false)
  if (from > 0) parts.unshift({ text: '…', found: false })
  if (to < text.length) parts.push({ text: '…', found: false })
  return parts
}

function findPlaces(folded: FoldedText, query: SearchQuery): readonly WordPlace[] {
  // The index takes "foo-bar" for two words, so they are looked for as two.
  const prefixes = query.prefixes.flatMap((word) => fold(word).text.match(tokens) ?? [])
  const fragments = query.fragments.map((fragment) => fold(fragment).text)
  const places: WordPlace[] = []
  let number = 0
  const find = (word: string, atBeginning: boolean): void => {
    let found = 0
    let index = word === '' ? -1 : folded.text.indexOf(word)
    while (index !== -1 && found < mostPlaces) {
      if (!atBeginning || !wordCharacter.test(characterBefore(folded.text, index))) {
        const from = folded.source[index] ?? 0
        const to = folded.source[index + word.length] ?? 0
        places.push({ from, to, word: number })
        found += 1
      }
      index = folded.text.indexOf(word, index + word.length)
    }
    number += 1
  }
  for (const word of prefixes) find(word, true)
  for (const fragment of fragments) find(fragment, false)
  return places.sort((left, right) => left.from - right.from || right.to - left.to)
}

function characterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1)
  return text.slice(isLowSurrogate(low) ? index - 2 : index - 1, index)
}

/** Where most different words stand together; the first such place. */
function chooseWindow(text: string, places: readonly WordPlace[]): { from: number; to: number } {
  const best = wordsTogether(places, excerptLength - lead, mostPlaces)[0]?.from ?? 0
  const from = wholeCharacter(text, best <= lead ? 0 : afterSpace(text, best - lead, best))
  return { from, to: wholeCharacter(text, Math.min(text.length, from + excerptLength)) }
}

/** The beginning of the first whole word from there on, if there is one before the limit. */
function afterSpace(text: string, index: number, limit: number): number {
  const space = text.slice(index, limit).search(/\s/u)
  return space === -1 ? index : index + space + 1
}

/** Not within a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  return isLowSurrogate(text.charCodeAt(index)) && index > 0 ? index - 1 : index
}

import { expect, test } from 'vitest'
import { wordsTogether } from '../../../src/shared/conversation/words-together'

/** Where the letters stand in the text, each a word. */
function together(text: string, reach: number, most?: number): string {
  const places = Array.from(text.matchAll(/[a-z]+/g), ({ index: from, 0: word }) => ({
    from,
    to: from + word.length,
    word: word.codePointAt(0) ?? 0,
  }))
  const found = wordsTogether(places, reach, most)
  return text.slice(found[0]?.from ?? 0, found.at(-1)?.to ?? 0)
}

test('most different words are chosen, however often one of them stands there', () => {
  expect(together('a a a a .......... a b', 8)).toBe('a b')
})

test('of places that are equally good the first is chosen', () => {
  expect(together('a b .......... b a', 8)).toBe('a b')
})

test('a word that ends beyond the reach does not count', () => {
  expect(together('a bbb', 5)).toBe('a bbb')
  expect(together('a bbb', 4)).toBe('a')
})

test('no more places are looked at than may be', () => {
  expect(together('a a a b', 20, 3)).toBe('a a b')
})

test('where there is no word there is no place', () => {
  expect(together('...', 8)).toBe('')
})

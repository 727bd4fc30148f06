import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copiedText } from '../../../src/renderer/conversation/copied-text'
import { drawnWords } from '../../../src/renderer/conversation/finding/drawn-words'
import {
  type MatchList,
  matchAt,
  matchFrom,
  noMatches,
  ordinalOf,
} from '../../../src/renderer/conversation/finding/match-list'
import { passageOfHit } from '../../../src/renderer/conversation/finding/passage-of-hit'
import { findingOf } from '../../../src/renderer/conversation/finding/places-in'
import { createSearchedWords } from '../../../src/renderer/conversation/finding/searched-words'
import { inSlices } from '../../../src/renderer/conversation/finding/sliced'
import { parseMarkdown } from '../../../src/renderer/painting/markdown/parser/parse-markdown'
import { fold, foldedText } from '../../../src/shared/conversation/fold-text'
import { newAnswer } from '../../../src/shared/stream/reduce-answer'

const list: MatchList = {
  entries: [
    { messageId: 'm1', count: 2 },
    { messageId: 'm4', count: 1 },
    { messageId: 'm9', count: 3 },
  ],
  total: 6,
}
const indexOf = (id: string) => Number(id.slice(1))

describe('matches', () => {
  test('are numbered through all messages, and each number leads back to its match', () => {
    const ordinals = [1, 2, 3, 4, 5, 6]
    expect(ordinals.map((ordinal) => ordinalOf(list, matchAt(list, ordinal)))).toEqual(ordinals)
    expect(matchAt(list, 4)).toEqual({ messageId: 'm9', nth: 0 })
  })

  test('go round at both ends', () => {
    expect(matchAt(list, 7)).toEqual(matchAt(list, 1))
    expect(matchAt(list, 0)).toEqual(matchAt(list, 6))
    expect(matchAt(noMatches, 1)).toBeNull()
  })

  test('begin with the first one from where the reader is', () => {
    expect(matchFrom(list, indexOf, 2, 0)).toEqual({ messageId: 'm4', nth: 0 })
    expect(matchFrom(list, indexOf, 9, 0)).toEqual({ messageId: 'm9', nth: 0 })
    expect(matchFrom(list, indexOf, 9, 2)).toEqual({ messageId: 'm9', nth: 2 })
    expect(matchFrom(list, indexOf, 1, 2)).toEqual({ messageId: 'm4', nth: 0 })
    expect(matchFrom(list, indexOf, 9, 3)).toEqual({ messageId: 'm1', nth: 0 })
    expect(matchFrom(list, indexOf, 10, 0)).toEqual({ messageId: 'm1', nth: 0 })
    expect(matchFrom(noMatches, indexOf, 0, 0)).toBeNull()
  })

  test('one that is gone has no number', () => {
    expect(ordinalOf(list, { messageId: 'm4', nth: 1 })).toBe(0)
    expect(ordinalOf(list, { messageId: 'm5', nth: 0 })).toBe(0)
    expect(ordinalOf(list, null)).toBe(0)
  })

  test.each([
    ['STRASSE', 'straße', 0],
    ['Crème brûlée, CREME', 'crème', 2],
    ['Ёлка и елка', 'ЕЛКА', 2],
    ['aaaa', 'aa', 2],
    ['日本語の日本', '日本', 2],
    ['a  b, a\u00a0b, a\nb', 'A b', 2],
    ['1+1 (of 2) [3]^2$', '+1 (of 2) [3]^2$', 1],
    ['f.x fox', 'f.x', 1],
  ])('in %j for %j there are %i', (text, wanted, count) => {
    const finding = findingOf(foldedText(wanted))
    expect(finding?.countIn(foldedText(text))).toBe(count)
    expect(finding?.placesIn(foldedText(text))).toHaveLength(count)
  })

  test('say where they are', () => {
    expect(findingOf('two')?.placesIn('one two two')).toEqual([
      { from: 4, to: 7 },
      { from: 8, to: 11 },
    ])
    expect(findingOf('')).toBeNull()
  })
})

describe('the words that are searched', () => {
  const wordsOf = (text: string, growing = false) =>
    drawnWords(parseMarkdown(text, { growing }).document.blocks)
      .split('\n')
      .filter((line) => line !== '')

  test.each([
    ['Answer **3000** begins', ['Answer 3000 begins']],
    ['**nee**dle and `co`de, ~~out~~ *in*\\_', ['needle and code, out in_']],
    ['See [the *page*](https://example.com "title") &amp; more', ['See the page & more']],
    ['![a picture](https://a.com/x.png) ![](https://a.com/y.png)', ['a picture Image']],
    ['one\ntwo  \nthree', ['one two', 'three']],
    ['# Head\n\n- one\n- two\n  1. three\n\n> said', ['Head', 'one', 'two', 'three', 'said']],
    ['| a | **b** |\n|---|---|\n| `c` | d |', ['a', 'b', 'c', 'd']],
    ['```ts title\nconst **a** = 1\n```', ['const **a** = 1']],
    ['It is $x^2$ so.\n\n$$\na\nb\n$$', ['It is $x^2$ so.', '$$a b$$']],
    ['```math\nx + y\n```', ['$$x + y$$']],
    ['```mermaid\ngraph TD\n```', []],
    ['As said[^1].\n\n[^1]: Note', ['As said.']],
    ['[a]: https://example.com\n\n[a] is a link', ['a is a link']],
  ])('of %j are those on the page', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('of a diagram that is not whole yet are its source', () => {
    expect(wordsOf('```mermaid\ngraph TD', true)).toEqual(['graph TD'])
  })

  function read(reading: Generator<void, string>): {
    readonly words: string
    readonly steps: number
  } {
    for (let steps = 1; ; steps += 1) {
      const { done, value } = reading.next()
      if (done) return { words: value, steps }
    }
  }
  const answer = (text: string, state: 'complete' | 'streaming') => ({
    ...newAnswer('a', { providerId: 'p', modelId: 'm' }, 0),
    text,
    state:
      state === 'complete'
        ? ({ kind: 'complete', finishReason: 'stop' } as const)
        : ({ kind: 'streaming' } as const),
  })

  test('are read in small steps, and once', () => {
    const words = createSearchedWords()
    const long = answer('Ein **Straßenname**.\n\n'.repeat(500), 'complete')
    const first = read(words.read(long))
    expect(first.steps).toBeGreaterThan(500)
    expect(first.words.split('\n')[499]).toBe('ein straßenname.')
    expect(read(words.read(long))).toEqual({ words: first.words, steps: 1 })
  })

  test('of an answer that grows are those of its text so far, with its notes', () => {
    const words = createSearchedWords()
    const text = 'One **two**[^n].\n\n- three\n- fo**ur**\n\n[^n]: The *note*'
    for (let length = 0; length <= text.length; length += 1) {
      const prefix = text.slice(0, length)
      const fresh = read(createSearchedWords().read(answer(prefix, 'streaming')))
      expect(read(words.read(answer(prefix, 'streaming'))).words).toBe(fresh.words)
    }
    expect(read(words.read(answer(text, 'complete'))).words).toBe('one two.\nthree\nfour\nthe note')
  })

  test('of a question are as it was written', () => {
    const question = { role: 'user', id: 'q', parentId: null, text: 'Is **it** 1 < 2?' } as const
    const words = createSearchedWords()
    expect(read(words.read({ ...question, createdAt: 0 })).words).toBe('is **it** 1 < 2?')
  })
})

test('text is folded the same, whether its places are wanted or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldedText(text)).toBe(fold(text).text)
    }),
    { numRuns: 500 },
  )
  const text = 'ÀÉ ſtraße İstanbul 한국어 \ud800 ﬁ'
  expect(foldedText(text)).toBe(fold(text).text)
})

describe('work in slices', () => {
  function slices(steps: number, cost: number) {
    const waiting: (() => void)[] = []
    let time = 0
    let done = false
    let taken = 0
    const iterator: Iterator<number> = {
      next() {
        if (taken === steps) return { done: true, value: 0 }
        taken += 1
        time += cost
        return { value: taken }
      },
    }
    const stop = inSlices(iterator, () => (done = true), {
      budget: 10,
      now: () => time,
      later(run) {
        waiting.push(run)
        return () => waiting.splice(waiting.indexOf(run), 1)
      },
    })
    return { waiting, stop, taken: () => taken, done: () => done }
  }

  test('ends a slice after its budget and goes on later', () => {
    const { waiting, taken, done } = slices(7, 4)
    expect(taken()).toBe(3)
    waiting.shift()?.()
    expect(taken()).toBe(6)
    expect(done()).toBe(false)
    waiting.shift()?.()
    expect([taken(), done()]).toEqual([7, true])
  })

  test('is done at once where it is little, and never when it was stopped', () => {
    expect(slices(2, 1).done()).toBe(true)
    const stopped = slices(50, 4)
    stopped.stop()
    expect(stopped.waiting).toEqual([])
    expect(stopped.done()).toBe(false)
  })
})

test('what is copied has the parts of its ends and the whole of what is between', () => {
  expect(copiedText(['One two', 'Three\n', '', 'Four five'], 'two', 'Four')).toBe(
    'two\n\nThree\n\nFour',
  )
  expect(copiedText(['One two', 'Three'], undefined, undefined)).toBe('One two\n\nThree')
})

describe('what a search found', () => {
  const found = (text: string) => ({ text, found: true })
  const besides = (text: string) => ({ text, found: false })
  const shown = (text: string, ...excerpt: readonly { text: string; found: boolean }[]) =>
    passageOfHit(excerpt)?.(text).places.map(({ from, to }) => text.slice(from, to))

  test('is found where all of its words stand together, in any case and with any accent', () => {
    const text = `A café. ${'On and on. '.repeat(20)}The Crème in the Café.`
    expect(shown(text, found('crème'), besides(' in the **'), found('Cafe'))).toEqual([
      'Crème',
      'Café',
    ])
  })

  test('is looked for within words only where it stood within one', () => {
    expect(shown('mainstream, stream', found('stream'))).toEqual(['stream'])
    expect(shown('a stream', besides('s'), found('tream'))).toEqual(['tream'])
    expect(shown('明日は東京に行きます', besides('は'), found('東京'))).toEqual(['東京'])
  })

  test('is looked for within words however often it stood at their beginning as well', () => {
    const within = [besides('main'), found('stream')]
    expect(shown('mainstream', found('stream'), ...within)).toEqual(['stream'])
    expect(shown('mainstream', ...within, besides(' '), found('stream'))).toEqual(['stream'])
  })

  test('may be a word with which another begins, and may hold any sign', () => {
    const both = [found('stream'), besides(' '), found('streaming')]
    expect(shown('streaming, a stream', ...both)).toEqual(['streaming', 'stream'])
    expect(shown('It is f(x).', besides('is '), found('f(x'))).toEqual(['f(x'])
  })

  test('is not there where the page has none of its words', () => {
    expect(shown('See there.', besides('('), found('https'))).toEqual([])
    expect(passageOfHit([besides('A title')])).toBeNull()
  })

  test('may be there only in part', () => {
    const excerpt = [found('zebra'), besides(' (https://'), found('example')]
    expect(passageOfHit(excerpt)?.('The zebra.').isWhole).toBe(false)
    expect(passageOfHit(excerpt)?.('The zebra, an example.').isWhole).toBe(true)
  })
})

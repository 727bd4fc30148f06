import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copiedText } from '../../../src/renderer/conversation/copied-text'
import {
  countIn,
  type MatchList,
  matchAt,
  matchFrom,
  noMatches,
  ordinalOf,
} from '../../../src/renderer/conversation/finding/match-list'
import { inSlices } from '../../../src/renderer/conversation/finding/sliced'
import { fold, foldedText } from '../../../src/shared/conversation/fold-text'

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
    expect(matchFrom(list, indexOf, 2)).toEqual({ messageId: 'm4', nth: 0 })
    expect(matchFrom(list, indexOf, 9)).toEqual({ messageId: 'm9', nth: 0 })
    expect(matchFrom(list, indexOf, 10)).toEqual({ messageId: 'm1', nth: 0 })
    expect(matchFrom(noMatches, indexOf, 0)).toBeNull()
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
    ['x', '', 0],
  ])('in %j for %j there are %i', (text, wanted, count) => {
    expect(countIn(foldedText(text), foldedText(wanted))).toBe(count)
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

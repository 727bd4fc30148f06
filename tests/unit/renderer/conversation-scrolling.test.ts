import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimatedHeight } from '../../../src/renderer/conversation/scrolling/estimated-height'
import { createMessageLayout } from '../../../src/renderer/conversation/scrolling/message-layout'
import { rangeAtEnd, rangeFor } from '../../../src/renderer/conversation/scrolling/mounted-range'
import { layoutOf as layoutOfPath } from '../../../src/renderer/conversation/scrolling/path-layout'
import { scrollOf } from '../../../src/renderer/conversation/scrolling/scroll-key'
import { segmentsOf } from '../../../src/renderer/conversation/scrolling/segments'

const layoutOf = (heights: readonly number[], above = 0) =>
  createMessageLayout(
    heights.map((_height, index) => `m${index}`),
    (index) => heights[index] ?? 0,
    above,
  )
const heights = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 80 })
const measurement = fc.record({
  index: fc.nat({ max: 79 }),
  height: fc.integer({ min: 1, max: 5000 }),
})

describe('where messages stand', () => {
  test('is the sum of the heights above, however they were measured in between', () => {
    fc.assert(
      fc.property(heights, fc.array(measurement), fc.nat(500), (given, measured, above) => {
        const layout = layoutOf(given, above)
        const now = [...given]
        for (const { index, height } of measured) {
          layout.topOf(index)
          layout.measured(index, height)
          if (index < now.length) now[index] = height
        }
        let top = above
        now.forEach((height, index) => {
          expect(layout.topOf(index)).toBe(top)
          expect(layout.at(top)).toBe(index)
          expect(layout.at(top + height - 0.5)).toBe(index)
          top += height
        })
        expect(layout.topOf(now.length)).toBe(top)
      }),
    )
  })

  test('outside of all is at the first or the last', () => {
    const layout = layoutOf([10, 20, 30], 100)
    expect([layout.at(-5), layout.at(99), layout.at(1000)]).toEqual([0, 0, 2])
    expect([layout.indexOf('m2'), layout.indexOf('gone'), layout.idAt(1)]).toEqual([2, -1, 'm1'])
  })

  test('of no messages is nowhere', () => {
    const layout = layoutOf([])
    expect([layout.count, layout.topOf(0), layout.at(50)]).toEqual([0, 0, 0])
    expect(rangeFor(layout, 0, 700, { first: 0, last: -1 }, false)).toEqual({ first: 0, last: -1 })
  })

  test('of a path is by the heights that were measured, else by guesses', () => {
    const path = ['short', 'a much longer text'.repeat(200), 'short'].map((text, index) => ({
      message: { role: 'user', id: `m${index}`, parentId: null, createdAt: 0, text } as const,
      versions: [],
    }))
    const layout = layoutOfPath(path, 0, new Map([['m0', 1234]]), 720)
    expect(layout.topOf(1)).toBe(1234)
    expect(layout.topOf(2) - layout.topOf(1)).toBe(
      estimatedHeight('user', path[1]?.message.text.length ?? 0, 720),
    )
    expect(layout.topOf(0)).toBe(0)
    // Messages that are not here yet are as high as those that are, on average.
    const all = layout.topOf(3)
    expect(layoutOfPath(path, 6, new Map([['m0', 1234]]), 720).topOf(0)).toBeCloseTo(2 * all)
    expect(layoutOfPath([], 6, new Map(), 720).topOf(0)).toBe(0)
  })

  test('a height is guessed from the length of the text and the width of the column', () => {
    expect(estimatedHeight('assistant', 1000, 720)).toBeGreaterThan(
      estimatedHeight('assistant', 100, 720),
    )
    expect(estimatedHeight('assistant', 1000, 360)).toBeGreaterThan(
      estimatedHeight('assistant', 1000, 720),
    )
    expect(Number.isFinite(estimatedHeight('user', 0, 0))).toBe(true)
  })
})

describe('what is mounted', () => {
  const many = layoutOf(Array.from({ length: 10_000 }, () => 200))

  test('covers the view wherever it is, and is never much more', () => {
    const before = fc.record({ first: fc.nat(9999), length: fc.nat(40) })
    fc.assert(
      fc.property(fc.nat(2_000_000), before, fc.boolean(), (top, { first, length }, inFlight) => {
        const mounted = { first, last: Math.min(9999, first + length) }
        const range = rangeFor(many, top, top + 700, mounted, inFlight)
        expect(range.first).toBeLessThanOrEqual(many.at(top))
        expect(range.last).toBeGreaterThanOrEqual(many.at(top + 700))
        expect(range.last - range.first).toBeLessThan(40)
      }),
    )
  })

  test('stays as it is while the view moves a little', () => {
    const range = rangeFor(many, 100_000, 100_700, { first: 0, last: 5 }, false)
    expect(rangeFor(many, 100_100, 100_800, range, false)).toEqual(range)
    expect(rangeFor(many, 99_900, 100_600, range, false)).toEqual(range)
  })

  test('reaches beyond the view, and lets go of what is far behind, above and below', () => {
    for (const step of [400, -400]) {
      let range = rangeFor(many, 1_000_000, 1_000_700, { first: 0, last: 5 }, false)
      for (let count = 1; count <= 100; count += 1) {
        const top = 1_000_000 + count * step
        range = rangeFor(many, top, top + 700, range, false)
        expect(range.first).toBeLessThanOrEqual(many.at(top - 400))
        expect(range.last).toBeGreaterThanOrEqual(many.at(top + 1100))
        expect(range.last - range.first).toBeLessThan(40)
      }
    }
  })

  test('is less while the view flies', () => {
    const length = (inFlight: boolean) => {
      const { first, last } = rangeFor(many, 100_000, 100_700, { first: 0, last: 5 }, inFlight)
      return last - first
    }
    expect(length(true)).toBeLessThan(length(false))
  })

  test('at the end is enough of it even where messages turn out small', () => {
    const { first, last } = rangeAtEnd(layoutOf(Array.from({ length: 100 }, () => 5000)), 700)
    expect({ first, last }).toEqual({ first: 92, last: 99 })
    expect(rangeAtEnd(layoutOf([50]), 700)).toEqual({ first: 0, last: 0 })
  })
})

describe('what stands in the log', () => {
  test('is as high as all messages together, each of the mounted ones once and in order', () => {
    fc.assert(
      fc.property(
        heights,
        fc.nat(300),
        fc.nat(79),
        fc.nat(20),
        fc.array(fc.integer({ min: -1, max: 90 })),
        (given, above, first, length, kept) => {
          const layout = layoutOf(given, above)
          const segments = segmentsOf(layout, { first, last: first + length }, kept)
          const indices = segments.flatMap((each) => (each.kind === 'message' ? [each.index] : []))
          expect(indices).toEqual([...new Set(indices)].sort((left, right) => left - right))
          for (const index of kept) {
            expect(indices.includes(index)).toBe(index >= 0 && index < given.length)
          }
          const total = segments.reduce(
            (sum, each) => sum + (each.kind === 'gap' ? each.height : (given[each.index] ?? 0)),
            0,
          )
          expect(total).toBeCloseTo(layout.topOf(given.length), 6)
          const keys = segments.flatMap((each) => (each.kind === 'gap' ? [each.key] : []))
          expect(new Set(keys).size).toBe(keys.length)
          expect([keys[0], keys.at(-1)]).toEqual(['start', 'end'])
        },
      ),
    )
  })

  test('has gaps only where messages are left out', () => {
    const layout = layoutOf([10, 20, 30, 40, 50])
    expect(segmentsOf(layout, { first: 1, last: 2 }, [4])).toEqual([
      { kind: 'gap', key: 'start', height: 10 },
      { kind: 'message', index: 1 },
      { kind: 'message', index: 2 },
      { kind: 'gap', key: 'above m4', height: 40 },
      { kind: 'message', index: 4 },
      { kind: 'gap', key: 'end', height: 0 },
    ])
  })
})

describe('a key', () => {
  const press = (key: string, held: Partial<Parameters<typeof scrollOf>[0]> = {}) =>
    scrollOf({ key, shiftKey: false, altKey: false, metaKey: false, ...held })

  test.each(['ArrowUp', 'PageUp'])('%s takes the view up', (key) => {
    expect(press(key)).toBe('up')
    expect(press(key, { altKey: true })).toBe('up')
  })

  test('Home takes it to the start, and so does ⌘↑', () => {
    expect([press('Home'), press('ArrowUp', { metaKey: true })]).toEqual(['to-start', 'to-start'])
  })

  test('Space takes it up with the shift key only', () => {
    expect([press(' ', { shiftKey: true }), press(' ')]).toEqual(['up', null])
  })

  test('End takes it to the end, and so does ⌘↓', () => {
    expect([press('End'), press('ArrowDown', { metaKey: true })]).toEqual(['to-end', 'to-end'])
    expect([press('ArrowDown'), press('PageDown'), press('e')]).toEqual([null, null, null])
  })

  test('that selects is left to the browser', () => {
    expect(press('ArrowUp', { shiftKey: true })).toBeNull()
    expect(press('Home', { shiftKey: true })).toBeNull()
    expect(press('End', { shiftKey: true })).toBeNull()
    expect(press('ArrowDown', { shiftKey: true, metaKey: true })).toBeNull()
  })
})

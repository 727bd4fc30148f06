import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  estimatedShare,
  estimateLength,
  type PastLength,
  pastError,
} from '../../../src/shared/stream/estimate'

const past = (...pairs: readonly (readonly [number, number])[]): readonly PastLength[] =>
  pairs.map(([questionLength, answerLength]) => ({ questionLength, answerLength }))

describe('the expected length', () => {
  test('is the median for questions of like size', () => {
    const lengths = past(
      ...[20, 22, 25, 28, 30].map((length, index) => [length, 400 + 25 * index] as const),
      ...[900, 1000, 1050, 1100, 1200].map(
        (length, index) => [length, 4000 + 100 * index] as const,
      ),
    )
    expect(estimateLength(lengths, 22)).toEqual({ kind: 'expected', length: 450 })
    expect(estimateLength(lengths, 1000)).toEqual({ kind: 'expected', length: 4200 })
  })

  test('is the median of all when there are few of like size', () => {
    const lengths = past([20, 400], [25, 500], [30, 450], [35, 480], [40, 470])
    expect(estimateLength(lengths, 5000)).toEqual({ kind: 'expected', length: 470 })
  })

  test('is not said when answers to like questions differ too much', () => {
    const lengths = past([20, 10], [20, 4000], [20, 90], [20, 900], [20, 30], [20, 12_000])
    expect(pastError(lengths)).toBeGreaterThan(0.4)
    expect(estimateLength(lengths, 20)).toEqual({ kind: 'unknown' })
  })

  test('needs a past; empty answers are none', () => {
    expect(estimateLength(past([20, 100], [20, 100], [20, 0], [20, 0], [20, 0]), 20)).toEqual({
      kind: 'no-past',
    })
  })
})

describe('the share that is there', () => {
  test('follows the expected length', () => {
    expect(estimatedShare({ kind: 'expected', length: 800 }, 200, 50)).toBe(0.25)
    expect(estimatedShare({ kind: 'unknown' }, 200, 50)).toBe(null)
  })

  test("is the reading's rule of thumb before there is a past", () => {
    expect(estimatedShare({ kind: 'no-past' }, 0, 0)).toBe(0)
    expect(estimatedShare({ kind: 'no-past' }, 80, 20)).toBe(0.2)
    expect(estimatedShare({ kind: 'no-past' }, 4000, 1000)).toBe(0.5)
  })

  test('is never above 95 % before the end', () => {
    const lengths = fc.array(
      fc.record({ questionLength: fc.nat(5000), answerLength: fc.nat(50_000) }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(lengths, fc.nat(5000), fc.nat(1e7), (all, question, length) => {
        const share = estimatedShare(estimateLength(all, question), length, length / 4)
        expect(share === null || (share >= 0 && share <= 0.95)).toBe(true)
      }),
    )
  })
})

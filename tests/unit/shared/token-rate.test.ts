import { expect, test } from 'vitest'
import { recentRate, type TokenSample, withSample } from '../../../src/shared/stream/token-rate'

function steady(until: number, tokensPerSecond: number): readonly TokenSample[] {
  let samples: readonly TokenSample[] = []
  for (let at = 0; at <= until; at += 200) {
    samples = withSample(samples, { at, tokens: (at * tokensPerSecond) / 1000 })
  }
  return samples
}

test('a rate needs half a second', () => {
  expect(recentRate([], 1000)).toBe(null)
  expect(recentRate(steady(400, 50), 400)).toBe(null)
  expect(recentRate(steady(600, 50), 600)).toBeCloseTo(50)
})

test('only the last 5 seconds count', () => {
  const slow = steady(20_000, 10)
  const burst = withSample(slow, { at: 20_200, tokens: 1200 })
  expect(recentRate(slow, 20_000)).toBeCloseTo(10)
  expect(recentRate(burst, 20_200)).toBeCloseTo((1200 - 152) / 5)
})

test('a stream that stands still slows down to nothing', () => {
  const samples = steady(10_000, 40)
  expect(recentRate(samples, 12_600)).toBeCloseTo(19.2)
  expect(recentRate(samples, 16_000)).toBe(0)
})

test('no more is kept than the last 5 seconds need', () => {
  expect(steady(600_000, 40)).toHaveLength(26)
})

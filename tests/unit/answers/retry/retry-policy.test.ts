import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideRetry, longestWait } from '../../../../src/main/answers/retry/retry-policy'
import { saidWait } from '../../../../src/main/answers/retry/said-wait'
import { failureOfError } from '../../../../src/main/providers/classify-failure'
import type { Failure } from '../../../../src/shared/stream/failure'
import { troubles } from '../../../torture/limits/troubles'

const overloaded: Failure = { code: 'overloaded', message: 'It is overloaded.', retryable: true }
const context = {
  name: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
  modelId: 'gpt-5-mini',
  key: 'sk-none',
  texts: [],
  now: () => 0,
}

describe('A failed attempt', () => {
  test.each(troubles.map(({ name, error, requests }) => [name, requests, error] as const))(
    'with %s: %d in all',
    (_name, requests, error) => {
      const failure = failureOfError(error(), context)
      const decisions = [1, 2, 3].map(
        (attemptsWithoutProgress) =>
          decideRetry({ failure, attemptsWithoutProgress, random: () => 0.5 }).retry,
      )
      expect(decisions).toEqual(requests === 3 ? [true, true, false] : [false, false, false])
    },
  )

  test.each([
    [0, 999],
    [1, 999],
    [2, 1998],
  ])('number %d in a row waits at most so long', (attemptsWithoutProgress, waitMs) => {
    const decision = decideRetry({
      failure: overloaded,
      attemptsWithoutProgress,
      random: () => 0.999,
    })
    expect(decision).toEqual({ retry: true, waitMs })
  })

  test('is never repeated before the time that the server asked for, nor long after it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: longestWait }),
        fc.integer({ min: 0, max: 2 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (retryAfterMs, attemptsWithoutProgress, random) => {
          const failure = { ...overloaded, retryAfterMs }
          const decision = decideRetry({ failure, attemptsWithoutProgress, random: () => random })
          if (!decision.retry) throw new Error('not repeated')
          expect(decision.waitMs).toBeGreaterThanOrEqual(retryAfterMs)
          expect(decision.waitMs).toBeLessThanOrEqual(Math.max(retryAfterMs, 2000))
        },
      ),
    )
  })

  test('is left to the user when the server asks for more than an hour', () => {
    const failure = { ...overloaded, retryAfterMs: longestWait + 1 }
    expect(decideRetry({ failure, attemptsWithoutProgress: 1, random: () => 0 })).toEqual({
      retry: false,
      failure: { ...failure, message: 'It is overloaded. It asks to wait 61 minutes.' },
    })
  })
})

test.each([
  [60_000, '1 minute'],
  [5_400_000, '90 minutes'],
  [7_200_000, '2 hours'],
  [10_000_000, '3 hours'],
  [86_400_000, '1 day'],
])('A wait of %d ms in words: %s', (milliseconds, words) => {
  expect(saidWait(milliseconds)).toBe(words)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRateLimits } from '../../../src/main/providers/rate-limit-headers'
import { resetTime } from '../../../src/main/providers/reset-time'

const now = Date.parse('2026-11-22T12:00:00Z')

function read(headers: Readonly<Record<string, string>>) {
  return readRateLimits(new Headers(headers), now)
}

describe('The time of a reset', () => {
  test.each([
    ['1s', 1000],
    ['6m0s', 360_000],
    ['20ms', 20],
    ['1h2m3.5s', 3_723_500],
    ['1d', 86_400_000],
    ['23h59m', 86_340_000],
    ['0s', 0],
    ['0', 0],
    ['55', 55_000],
    ['0.5', 500],
    ['1.2ms', 2],
    [String(now / 1000 + 30), 30_000],
    [String(now + 30_000), 30_000],
    [String(now - 30_000), 0],
    ['2026-11-22T12:00:30Z', 30_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['soon', null],
    ['soon 1', null],
    ['', null],
    ['-1', null],
    ['5 minutes', null],
    ['99999999', null],
    ['NaN', null],
  ])('%s', (header, expected) => {
    expect(resetTime(header, null, now)).toBe(expected === null ? null : now + expected)
  })

  test('by the clock of a server that is three minutes ahead', () => {
    expect(resetTime('2026-11-22T12:03:30Z', 'Sun, 22 Nov 2026 12:03:00 GMT', now)).toBe(
      now + 30_000,
    )
  })
})

describe('Limits in headers', () => {
  test('of OpenAI', () => {
    expect(
      read({
        'x-ratelimit-limit-requests': '60',
        'x-ratelimit-limit-tokens': '150000',
        'x-ratelimit-remaining-requests': '59',
        'x-ratelimit-remaining-tokens': '149984',
        'x-ratelimit-reset-requests': '1s',
        'x-ratelimit-reset-tokens': '6m0s',
      }),
    ).toEqual({
      requests: { limit: 60, remaining: 59, resetAt: now + 1000 },
      tokens: { limit: 150_000, remaining: 149_984, resetAt: now + 360_000 },
    })
  })

  test('of OpenRouter, without a suffix and in milliseconds since the epoch', () => {
    expect(
      read({
        'X-RateLimit-Limit': '20',
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(now + 60_000),
      }),
    ).toEqual({ requests: { limit: 20, remaining: 0, resetAt: now + 60_000 }, tokens: null })
  })

  test('of Anthropic', () => {
    expect(
      read({
        'anthropic-ratelimit-requests-limit': '50',
        'anthropic-ratelimit-requests-remaining': '49',
        'anthropic-ratelimit-requests-reset': '2026-11-22T12:00:02Z',
      }),
    ).toEqual({ requests: { limit: 50, remaining: 49, resetAt: now + 2000 }, tokens: null })
  })

  test('of Azure: no reset, or minus one for what it does not know', () => {
    expect(read({ 'x-ratelimit-remaining-requests': '79' })).toEqual({
      requests: { limit: null, remaining: 79, resetAt: null },
      tokens: null,
    })
    expect(
      read({ 'x-ratelimit-limit-tokens': '-1', 'x-ratelimit-remaining-tokens': '-1' }),
    ).toBeNull()
  })

  test('of nobody', () => {
    expect(read({})).toBeNull()
    expect(read({ 'x-ratelimit-reset-requests': '1s' })).toBeNull()
  })

  test('of nonsense: nothing is thrown, and every number is one', () => {
    const text = fc.stringMatching(/^[ -~]{0,24}$/)
    fc.assert(
      fc.property(text, text, text, (limit, remaining, reset) => {
        const limits = read({
          'x-ratelimit-limit-requests': limit,
          'x-ratelimit-remaining-requests': remaining,
          'x-ratelimit-reset-requests': reset,
        })
        for (const number of Object.values(limits?.requests ?? {}))
          expect(number === null || (Number.isFinite(number) && number >= 0)).toBe(true)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRateLimiter, type Lease } from '../../../../src/main/answers/limits/rate-limiter'
import type { RateLimits } from '../../../../src/main/providers/provider'
import { createManualClock } from '../../../fakes/manual-clock'

const settled = () => new Promise((resolve) => setImmediate(resolve))

function setUp() {
  const clock = createManualClock()
  const limiter = createRateLimiter({ clock })
  const leases: (Lease | null)[] = []
  const order: number[] = []
  const told: (readonly [number, number | null, string])[] = []
  const ask = (name = 0, tokens = 1): AbortController => {
    const abort = new AbortController()
    void limiter
      .acquire({ tokens }, abort.signal, (until, reason) => told.push([name, until, reason]))
      .then((lease) => {
        leases.push(lease)
        order.push(name)
      })
    return abort
  }
  const limits = (remaining: number, wait: number, limit = 60): RateLimits => ({
    requests: { limit, remaining, resetAt: clock.now() + wait },
    tokens: null,
  })
  return { clock, limiter, leases, order, told, ask, limits }
}

describe('A limiter that knows nothing', () => {
  test('asks three at once, and the next when one is answered', async () => {
    const { ask, leases, told, clock } = setUp()
    for (const name of [1, 2, 3, 4]) ask(name)
    await settled()
    expect(leases).toHaveLength(3)
    expect(told).toEqual([[4, null, 'turn']])
    leases[0]?.opened(undefined)
    await settled()
    expect(leases).toHaveLength(4)
    expect(clock.pendingTimers).toBe(0)
  })

  test('asks on after ten seconds without an answer', async () => {
    const { ask, leases, clock } = setUp()
    for (const name of [1, 2, 3, 4]) ask(name)
    clock.advance(9_999)
    await settled()
    expect(leases).toHaveLength(3)
    clock.advance(1)
    await settled()
    expect(leases).toHaveLength(4)
  })

  test('puts off what is beyond 50 in a minute: 1 s, then half as much again', async () => {
    const { ask, leases, clock } = setUp()
    for (let count = 0; count < 51; count += 1) {
      ask()
      await settled()
      leases.at(-1)?.opened(undefined)
    }
    expect(leases).toHaveLength(51)
    for (const [delay, count] of [
      [1000, 52],
      [1500, 53],
      [2250, 54],
    ] as const) {
      ask()
      clock.advance(delay - 1)
      await settled()
      expect(leases).toHaveLength(count - 1)
      clock.advance(1)
      await settled()
      expect(leases).toHaveLength(count)
      leases.at(-1)?.opened(undefined)
    }
  })
})

describe('A limiter that has read the headers', () => {
  test('sends no more than is left, and nothing before the reset', async () => {
    const { ask, leases, clock, limits, told } = setUp()
    ask()
    await settled()
    leases[0]?.opened(limits(2, 30_000))
    for (const name of [1, 2, 3]) ask(name)
    await settled()
    expect(leases).toHaveLength(3)
    expect(told).toEqual([[3, clock.now() + 30_000, 'rate-limit']])
    clock.advance(29_999)
    await settled()
    expect(leases).toHaveLength(3)
    clock.advance(1)
    await settled()
    expect(leases).toHaveLength(4)
  })

  test('goes on bit by bit where the limit refills so', async () => {
    const { ask, leases, clock, limits } = setUp()
    ask()
    ask()
    await settled()
    leases[0]?.opened(limits(30, 30_000))
    leases[1]?.opened(limits(0, 60_000))
    ask()
    clock.advance(999)
    await settled()
    expect(leases).toHaveLength(2)
    clock.advance(300)
    await settled()
    expect(leases).toHaveLength(3)
  })

  test('sends what is larger than the limit when all of it is there', async () => {
    const { ask, leases, clock } = setUp()
    ask()
    await settled()
    const tokens = { limit: 1000, remaining: 900, resetAt: clock.now() + 6000 }
    leases[0]?.opened({ requests: null, tokens })
    ask(1, 5000)
    clock.advance(5999)
    await settled()
    expect(leases).toHaveLength(1)
    clock.advance(1)
    await settled()
    expect(leases).toHaveLength(2)
  })

  test('does not wait for ever where the reset is not told', async () => {
    const { ask, leases, clock } = setUp()
    ask()
    await settled()
    leases[0]?.opened({ requests: { limit: null, remaining: 0, resetAt: null }, tokens: null })
    ask()
    clock.advance(10_000)
    await settled()
    expect(leases).toHaveLength(2)
  })

  test('never sends more in a window than is left in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 60 }),
        async (remaining, wait, asked) => {
          const { ask, leases, clock, limits } = setUp()
          ask()
          await settled()
          leases[0]?.opened(limits(remaining, wait, 100))
          for (let count = 0; count < asked; count += 1) ask()
          clock.advance(wait - 1)
          await settled()
          expect(leases.length - 1).toBe(Math.min(remaining, asked))
        },
      ),
    )
  })
})

describe('A refusal', () => {
  test('keeps everybody waiting until the server allows it', async () => {
    const { ask, leases, clock, told } = setUp()
    ask(1)
    await settled()
    leases[0]?.refused({ retryAfterMs: 5000 })
    ask(2)
    ask(3)
    expect(told[0]).toEqual([2, clock.now() + 5000, 'rate-limit'])
    clock.advance(4999)
    await settled()
    expect(leases).toHaveLength(1)
    clock.advance(1)
    await settled()
    expect(leases).toHaveLength(2)
  })

  test('that says nothing is a pause of a second, then half as long again', async () => {
    const { ask, leases, clock } = setUp()
    for (const pause of [1000, 1500]) {
      ask()
      await settled()
      const before = leases.length
      leases.at(-1)?.refused({})
      ask()
      clock.advance(pause - 1)
      await settled()
      expect(leases).toHaveLength(before)
      clock.advance(1000)
      await settled()
      expect(leases).toHaveLength(before + 1)
    }
  })

  test('of several that left together halves the rate once', async () => {
    const { ask, leases, clock } = setUp()
    for (const name of [1, 2, 3]) ask(name)
    await settled()
    for (const lease of leases) lease?.refused({ retryAfterMs: 0 })
    clock.advance(10_000)
    ask()
    ask()
    await settled()
    expect(leases).toHaveLength(4)
    clock.advance(667)
    await settled()
    expect(leases).toHaveLength(5)
  })

  test('is forgotten after a minute of rest', async () => {
    const { ask, leases, clock } = setUp()
    ask()
    await settled()
    leases[0]?.refused({ retryAfterMs: 0 })
    clock.advance(1)
    ask()
    clock.advance(61_000)
    await settled()
    clock.advance(61_000)
    for (const name of [1, 2, 3]) ask(name)
    await settled()
    expect(leases).toHaveLength(5)
  })
})

describe('Whoever waits', () => {
  test('is served in the order of asking, whatever the others do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (stays) => {
        const { ask, order, leases, clock } = setUp()
        ask(-1)
        await settled()
        leases[0]?.refused({ retryAfterMs: 1000 })
        const aborts = stays.map((_stay, name) => ask(name))
        for (const [name, stay] of stays.entries()) if (!stay) aborts[name]?.abort()
        await settled()
        order.length = 0
        for (let turn = 0; turn < 100; turn += 1) {
          clock.advance(2000)
          await settled()
          leases.at(-1)?.opened(undefined)
        }
        expect(order).toEqual(stays.flatMap((stay, name) => (stay ? [name] : [])))
        expect(clock.pendingTimers).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('leaves at once when it gives up, and leaves no timer', async () => {
    const { ask, leases, limiter, clock } = setUp()
    ask()
    await settled()
    leases[0]?.refused({ retryAfterMs: 60_000 })
    const aborts = [ask(), ask()]
    expect([limiter.waiting, clock.pendingTimers]).toEqual([2, 1])
    for (const abort of aborts) abort.abort()
    expect([limiter.waiting, clock.pendingTimers]).toEqual([0, 0])
    await settled()
    expect(leases.slice(1)).toEqual([null, null])
  })

  test('is not even put in the line when it gave up before', async () => {
    const { limiter } = setUp()
    expect(await limiter.acquire({ tokens: 1 }, AbortSignal.abort())).toBeNull()
  })

  test('may leave while it is told', async () => {
    const { clock, limiter, ask, leases } = setUp()
    ask()
    await settled()
    leases[0]?.refused({ retryAfterMs: 60_000 })
    const abort = new AbortController()
    const lease = limiter.acquire({ tokens: 1 }, abort.signal, () => abort.abort())
    expect(await lease).toBeNull()
    expect([limiter.waiting, clock.pendingTimers]).toEqual([0, 0])
  })

  test('passes by insisting', async () => {
    const { limiter, ask, leases } = setUp()
    ask()
    await settled()
    leases[0]?.refused({ retryAfterMs: 60_000 })
    const signal = new AbortController().signal
    expect(await limiter.acquire({ tokens: 1, insist: true }, signal)).not.toBeNull()
  })
})

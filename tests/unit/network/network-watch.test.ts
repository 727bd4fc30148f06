import { describe, expect, test } from 'vitest'
import { createNetworkWatch } from '../../../src/main/network/network-watch'
import { createManualClock } from '../../fakes/manual-clock'

/** A watch whose probes the test answers one by one. */
function watchForTest() {
  const clock = createManualClock()
  const probes: { readonly origin: string; readonly answer: (reached: boolean) => void }[] = []
  const state = { online: true }
  const watch = createNetworkWatch({
    isOnline: () => state.online,
    probe: (origin) => new Promise((answer) => probes.push({ origin, answer })),
    clock,
  })
  /** Answers the oldest probe and lets what follows from it happen. */
  const answer = async (reached: boolean): Promise<void> => {
    probes.shift()?.answer(reached)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { clock, probes, state, watch, answer }
}

const never = new AbortController().signal
const origin = 'https://models.test'

/** How a promise stands, without waiting for it. */
function followed(promise: Promise<void>): { readonly done: boolean } {
  const state = { done: false }
  void promise.then(() => {
    state.done = true
  })
  return state
}

describe('Waiting for the network', () => {
  test('ends when the host was reached; the pauses grow from 2 s to 15 s', async () => {
    const { clock, probes, watch, answer } = watchForTest()
    const back = followed(watch.whenBack(origin, never))
    for (const pause of [2000, 3000, 4500, 6750, 10_125, 15_000, 15_000]) {
      clock.advance(pause - 1)
      expect(probes).toHaveLength(0)
      clock.advance(1)
      expect(probes.map((probe) => probe.origin)).toEqual([origin])
      await answer(false)
    }
    expect(back.done).toBe(false)
    clock.advance(15_000)
    await answer(true)
    expect(back.done).toBe(true)
    expect(clock.pendingTimers).toBe(0)
  })

  test('asks no host while the computer is offline, and soon after it is online', async () => {
    const { clock, probes, state, watch, answer } = watchForTest()
    state.online = false
    const back = followed(watch.whenBack(origin, never))
    clock.advance(3_600_000)
    expect(probes).toHaveLength(0)
    state.online = true
    clock.advance(2000)
    await answer(true)
    expect(back.done).toBe(true)
  })

  test('a word of change is followed at once, even during a probe', async () => {
    const { clock, probes, watch, answer } = watchForTest()
    const back = followed(watch.whenBack(origin, never))
    watch.poke()
    expect(probes).toHaveLength(1)
    watch.poke()
    expect(probes).toHaveLength(1)
    await answer(false)
    expect(probes).toHaveLength(1)
    await answer(true)
    expect(back.done).toBe(true)
    expect(clock.pendingTimers).toBe(0)
  })

  test('those who wait for one host share its probes; another host has its own', async () => {
    const { clock, probes, watch, answer } = watchForTest()
    const first = followed(watch.whenBack(origin, never))
    const second = followed(watch.whenBack(origin, never))
    const other = followed(watch.whenBack('https://other.test', never))
    clock.advance(2000)
    expect(probes.map((probe) => probe.origin)).toEqual([origin, 'https://other.test'])
    await answer(true)
    expect([first.done, second.done, other.done]).toEqual([true, true, false])
  })

  test('Stop ends it, without a timer or a probe left', async () => {
    const { clock, probes, watch, answer } = watchForTest()
    const abort = new AbortController()
    const back = watch.whenBack(origin, abort.signal)
    abort.abort()
    await back
    expect(clock.pendingTimers).toBe(0)

    const again = new AbortController()
    const waiting = watch.whenBack(origin, again.signal)
    clock.advance(2000)
    again.abort()
    await waiting
    await answer(false)
    expect(clock.pendingTimers).toBe(0)
    expect(probes).toHaveLength(0)
    await watch.whenBack(origin, AbortSignal.abort())
    expect(clock.pendingTimers).toBe(0)
  })

  test('when nobody waits there is no timer, and a word of change does nothing', () => {
    const { clock, probes, watch } = watchForTest()
    watch.poke()
    expect(clock.pendingTimers).toBe(0)
    expect(probes).toHaveLength(0)
  })
})

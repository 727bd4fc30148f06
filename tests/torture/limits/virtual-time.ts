import type { Clock } from '../../../src/main/answers/clock'

/** A clock that jumps from timer to timer, letting promises settle in between. */
export interface VirtualTime extends Clock {
  sleep(milliseconds: number): Promise<void>
  /** Until no timer is left, or nothing has happened for so long by this clock, in milliseconds. */
  run(limit: number): Promise<void>
  readonly pendingTimers: number
}

export function createVirtualTime(start = 1_763_800_000_123): VirtualTime {
  let now = start
  const timers = new Map<number, { readonly at: number; readonly callback: () => void }>()
  let created = 0

  const schedule: Clock['schedule'] = (delay, callback) => {
    const id = created
    created += 1
    timers.set(id, { at: now + Math.max(delay, 1), callback })
    return () => timers.delete(id)
  }
  return {
    now: () => now,
    schedule,
    sleep: (milliseconds) => new Promise((resolve) => schedule(milliseconds, resolve)),
    async run(limit) {
      const end = now + limit
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        let next: readonly [number, { readonly at: number; readonly callback: () => void }] | null =
          null
        for (const entry of timers) if (next === null || entry[1].at < next[1].at) next = entry
        if (next === null || next[1].at > end) return
        timers.delete(next[0])
        now = Math.max(now, next[1].at)
        next[1].callback()
      }
    },
    get pendingTimers() {
      return timers.size
    },
  }
}

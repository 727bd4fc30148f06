import type { Clock } from '../../src/main/answers/clock'

/** A clock that stands still until the test moves it; timers run in their order on the way. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
  readonly pendingTimers: number
}

export function createManualClock(start = 1_000_000): ManualClock {
  let now = start
  let timers: { readonly at: number; readonly callback: () => void }[] = []
  return {
    now: () => now,
    schedule(delay, callback) {
      const timer = { at: now + delay, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(milliseconds) {
      const until = now + milliseconds
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((other) => other !== next)
        now = next.at
        next.callback()
      }
      now = until
    },
    get pendingTimers() {
      return timers.length
    },
  }
}

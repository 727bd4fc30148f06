import type { Clock } from '../../src/main/answers/clock'

/** The time of the system, so many times as fast: a back-off of seconds passes in milliseconds. */
export function createFastClock(factor: number): Clock {
  const start = Date.now()
  const startOfCount = performance.now()
  return {
    now: () => start + (performance.now() - startOfCount) * factor,
    schedule(delay, callback) {
      const timer = setTimeout(callback, delay / factor)
      return () => clearTimeout(timer)
    },
  }
}

import type { Wait } from '../../../src/main/providers/surroundings'

export interface ManualWait {
  readonly wait: Wait
  /** Ends the wait of exactly so many milliseconds; waits for it to begin. */
  elapse(milliseconds: number): Promise<void>
}

/** Time that the test owns. */
export function createManualWait(): ManualWait {
  const running = new Map<number, () => void>()
  const expected = new Map<number, () => void>()
  return {
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve())
        running.set(milliseconds, resolve)
        expected.get(milliseconds)?.()
      }),
    async elapse(milliseconds) {
      if (!running.has(milliseconds))
        await new Promise<void>((resolve) => expected.set(milliseconds, resolve))
      running.get(milliseconds)?.()
      running.delete(milliseconds)
    },
  }
}

/** Resolves after so many milliseconds, or at once when the signal aborts. Never rejects. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

/** What providers need of the world outside: the network and time, so that tests own both. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch
  readonly wait: Wait
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Of Rivulet, for the `User-Agent` header. */
  readonly version: string
}

/** Makes a {@link Wait} of a timer; `schedule` returns its own undo. */
export function waitWith(
  schedule: (milliseconds: number, callback: () => void) => () => void,
): Wait {
  return (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve()
        return
      }
      const settle = (): void => {
        cancel()
        signal.removeEventListener('abort', settle)
        resolve()
      }
      const cancel = schedule(milliseconds, settle)
      signal.addEventListener('abort', settle)
    })
}

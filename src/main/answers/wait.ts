import type { Clock } from './clock'

/** The waits of one answer, of which there is one at a time. */
export interface Wait {
  /** Resolves after so many milliseconds, with false; or when it is ended, with true. */
  time(milliseconds: number): Promise<boolean>
  /** The same with a piece of work, whose signal tells it to give up. */
  until(work: (signal: AbortSignal) => Promise<void>): Promise<boolean>
  /** Ends the wait that is under way, if any. */
  end(): void
}

/** @param signal ends every wait */
export function createWait(clock: Clock, signal: AbortSignal): Wait {
  let endCurrent = (): void => {}
  const begin = (start: (done: () => void) => () => void): Promise<boolean> =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve(true)
        return
      }
      let cancel = (): void => {}
      const finish = (isEnded: boolean): void => {
        cancel()
        signal.removeEventListener('abort', endThis)
        endCurrent = () => {}
        resolve(isEnded)
      }
      const endThis = (): void => finish(true)
      signal.addEventListener('abort', endThis)
      endCurrent = endThis
      cancel = start(() => finish(false))
    })
  return {
    time: (milliseconds) => begin((done) => clock.schedule(milliseconds, done)),
    until: (work) =>
      begin((done) => {
        const abort = new AbortController()
        void work(abort.signal).finally(done)
        return () => abort.abort()
      }),
    end: () => endCurrent(),
  }
}

import type { Clock } from '../answers/clock'

export interface NetworkWatchOptions {
  /** Electron's `net.isOnline()`. False is certain; true is only a hint. */
  readonly isOnline: () => boolean
  /** Whether a connection to the host can be opened; never rejects. */
  readonly probe: (origin: string) => Promise<boolean>
  readonly clock: Clock
}

export interface NetworkWatch {
  /**
   * Resolves when the computer is online and the host was reached again, or at once when the signal
   * aborts. Never rejects. The first try is 2 s away, since one has just failed; later ones are up to
   * 15 s apart. Those who wait for the same origin share the tries.
   */
  whenBack(origin: string, signal: AbortSignal): Promise<void>
  /** Something may have changed: whoever waits is looked after at once. */
  poke(): void
}

/** Milliseconds between tries. */
const shortestPause = 2000
const longestPause = 15_000
const growth = 1.5

interface Vigil {
  join(signal: AbortSignal): Promise<void>
  poke(): void
}

/** Watches for the network while somebody waits for it, and holds no timer otherwise. */
export function createNetworkWatch(options: NetworkWatchOptions): NetworkWatch {
  const vigils = new Map<string, Vigil>()
  return {
    async whenBack(origin, signal) {
      if (signal.aborted) return
      const vigil = vigils.get(origin) ?? keepVigil(origin, options, () => vigils.delete(origin))
      vigils.set(origin, vigil)
      await vigil.join(signal)
    },
    poke() {
      for (const vigil of [...vigils.values()]) vigil.poke()
    },
  }
}

/** Tries one origin until it answers or nobody waits; calls `ended` once then. */
function keepVigil(
  origin: string,
  { isOnline, probe, clock }: NetworkWatchOptions,
  ended: () => void,
): Vigil {
  const waiting = new Set<() => void>()
  let pause = shortestPause
  let cancelTimer = (): void => {}
  let isProbing = false
  let isPoked = false

  const rest = (): void => {
    cancelTimer = clock.schedule(pause, look)
  }
  const end = (): void => {
    cancelTimer()
    ended()
  }
  const look = (): void => {
    if (!isOnline()) {
      // Asking the system costs nothing, so that is done often.
      pause = shortestPause
      rest()
      return
    }
    isProbing = true
    void probe(origin).then(probed)
  }
  const probed = (isReached: boolean): void => {
    isProbing = false
    if (waiting.size === 0) return
    if (isReached) {
      for (const release of [...waiting]) release()
      return
    }
    if (isPoked) {
      isPoked = false
      look()
      return
    }
    pause = Math.min(pause * growth, longestPause)
    rest()
  }
  rest()
  return {
    join: (signal) =>
      new Promise((resolve) => {
        const release = (): void => {
          signal.removeEventListener('abort', release)
          waiting.delete(release)
          if (waiting.size === 0) end()
          resolve()
        }
        signal.addEventListener('abort', release)
        waiting.add(release)
      }),
    poke() {
      pause = shortestPause
      if (isProbing) {
        isPoked = true
        return
      }
      cancelTimer()
      look()
    },
  }
}

import type { Failure } from '../../shared/stream/failure'
import type { Clock } from './clock'

/** In milliseconds. */
export interface Patience {
  readonly firstByte: number
  readonly betweenBytes: number
}

/** After so many milliseconds without text the user is told. */
const noticedAfter = 5000

export interface WatchdogLimits extends Patience {
  /** How long a server may send nothing but signs of life. */
  readonly withoutText: number
}

export interface Watchdog {
  /** Bytes came. */
  bytes(): void
  /** Text came, or reasoning: something to show. */
  text(): void
  release(): void
}

/**
 * Watches one attempt. Bytes of any kind keep it alive, up to a limit; text alone makes it lively.
 *
 * @param stalled is told since when (milliseconds since the epoch) nothing came to show
 * @param expired is called at most once, and ends the watch
 */
export function createWatchdog(
  clock: Clock,
  limits: WatchdogLimits,
  stalled: (since: number) => void,
  expired: (failure: Failure) => void,
): Watchdog {
  let lastText = clock.now()
  let lastBytes = clock.now()
  let awaited: 'first-byte' | 'bytes' = 'first-byte'
  let hasText = false
  let told = false
  let cancel = (): void => {}

  const check = (): void => {
    const now = clock.now()
    const limit = awaited === 'first-byte' ? limits.firstByte : limits.betweenBytes
    const bytesDue = lastBytes + limit
    const textDue = lastText + Math.max(limits.withoutText, limit)
    if (now >= bytesDue || now >= textDue) {
      cancel = () => {}
      expired(awaited === 'first-byte' ? nothingCame(limit) : wentSilent(now - lastText))
      return
    }
    const noticeDue = hasText && !told ? lastText + noticedAfter : Number.POSITIVE_INFINITY
    if (now >= noticeDue) {
      told = true
      stalled(lastText)
    }
    const next = Math.min(bytesDue, textDue, now >= noticeDue ? bytesDue : noticeDue)
    cancel = clock.schedule(next - now, check)
  }
  check()

  const bytes = (): void => {
    lastBytes = clock.now()
    if (awaited === 'first-byte') {
      awaited = 'bytes'
      cancel()
      check()
    }
  }
  return {
    bytes,
    text() {
      lastText = clock.now()
      const mustPlan = told || !hasText
      hasText = true
      told = false
      bytes()
      if (mustPlan) {
        cancel()
        check()
      }
    },
    release: () => cancel(),
  }
}

function nothingCame(limit: number): Failure {
  return {
    code: 'timed-out',
    message: `The server said nothing for ${Math.round(limit / 1000)} s. Try again, or choose another model.`,
    retryable: true,
  }
}

function wentSilent(since: number): Failure {
  return {
    code: 'stalled',
    message: `The server went silent for ${Math.round(since / 1000)} s in the middle of the answer. Resume, or choose another model.`,
    retryable: true,
  }
}

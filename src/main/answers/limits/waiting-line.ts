import type { Clock } from '../clock'
import type { Gate, LimiterReason } from './gate'

interface Waiter<Pass> {
  readonly tokens: number
  readonly onWaiting: (until: number | null, reason: LimiterReason) => void
  readonly settle: (pass: Pass | null) => void
  told: Gate | null
}

export interface WaitingLine<Pass> {
  /** Resolves with the pass, or null when the signal is aborted before. */
  join(
    request: { readonly tokens: number },
    signal: AbortSignal,
    onWaiting: (until: number | null, reason: LimiterReason) => void,
  ): Promise<Pass | null>
  /** Something has changed: admits who may pass now. */
  move(): void
  readonly length: number
}

/** A change of the expected time that is worth telling, in milliseconds. */
const worthTelling = 500
/** Timers take no longer delay than 24.8 days; the gate is asked again anyway. */
const longestTimer = 60 * 60 * 1000

/** First come, first served; one timer, and only while somebody waits for a time. */
export function createWaitingLine<Pass>(options: {
  readonly clock: Clock
  readonly gate: (request: { readonly tokens: number }) => Gate
  /** Milliseconds between two of the line, as far as can be foreseen. */
  readonly spacing: () => number
  readonly admit: (request: { readonly tokens: number }) => Pass
}): WaitingLine<Pass> {
  const { clock, gate, spacing, admit } = options
  let line: readonly Waiter<Pass>[] = []
  let cancelTimer = (): void => {}
  let tellings = 0

  const move = (): void => {
    cancelTimer()
    cancelTimer = () => {}
    for (let head = line[0]; head !== undefined; head = line[0]) {
      const next = gate(head)
      const delay = next.at - clock.now()
      if (delay > 0) {
        cancelTimer = clock.schedule(Math.min(delay, longestTimer), move)
        tellAll(next)
        return
      }
      line = line.slice(1)
      head.settle(admit(head))
    }
  }

  const tellAll = ({ at, reason }: Gate): void => {
    const between = spacing()
    tellings += 1
    const own = tellings
    for (const [index, waiter] of line.entries()) {
      const told = waiter.told
      const until = at + index * between
      if (told?.reason === reason && Math.abs(told.at - until) < worthTelling) continue
      waiter.told = { at: until, reason }
      // The end of a wait for others' answers is only the latest that it can be.
      waiter.onWaiting(reason === 'turn' ? null : until, reason)
      // Who was told may have left at once, and then the others were told better already.
      if (tellings !== own) return
    }
  }

  return {
    join: ({ tokens }, signal, onWaiting) =>
      new Promise((resolve) => {
        const leave = (): void => {
          line = line.filter((other) => other !== waiter)
          settle(null)
          move()
        }
        const settle = (pass: Pass | null): void => {
          signal.removeEventListener('abort', leave)
          resolve(pass)
        }
        const waiter: Waiter<Pass> = { tokens, onWaiting, settle, told: null }
        signal.addEventListener('abort', leave)
        line = [...line, waiter]
        move()
      }),
    move,
    get length() {
      return line.length
    },
  }
}

import type { Allowance } from './allowance'
import type { Reading } from './reading'
import { timeForOne } from './refill'
import { costOf, overtaking, type Sent, type SentLog } from './sent-log'

/** When a request may be sent, as far as one limit goes. */
export interface Opening {
  /** Milliseconds since the epoch; not after now: at once. */
  readonly at: number
  /** False where it rests on a reset that has not been seen, or on an old reading. */
  readonly sure: boolean
}

/** Others may use the same key, so that a reading grows old. In milliseconds. */
const freshness = 60_000
/** The most that a request is taken to travel before it is counted, in milliseconds. */
const longestWay = 250
const usualWindow = 60_000

/**
 * @param cost of a request that has left
 * @param need of the next one; more than the limit is taken for all of it
 */
export function openingOf(
  allowance: Allowance,
  log: SentLog,
  cost: (sent: Sent) => number,
  need: number,
  now: number,
): Opening {
  const { reading, gradual, refill } = allowance
  const isFresh = now - reading.receivedAt < freshness
  const needed = Math.min(need, reading.limit ?? need)
  const step = gradual ? timeForOne(refill) : null
  if (step !== null) {
    const missing = needed - refilledLevel(allowance, step, log, cost, now)
    return { at: missing <= 0 ? now : Math.ceil(now + missing * step), sure: isFresh }
  }
  const spent = costOf(
    log.filter((sent) => isUncounted(sent, reading)),
    cost,
  )
  if (reading.remaining - spent >= needed) return { at: now, sure: isFresh }
  if (now < reading.resetAt) return { at: reading.resetAt, sure: true }
  return openingAfterReset(reading, log, cost, needed, now)
}

/** All that is known is that a new window has begun. */
function openingAfterReset(
  { limit, resetAt }: Reading,
  log: SentLog,
  cost: (sent: Sent) => number,
  needed: number,
  now: number,
): Opening {
  if (limit === null) return { at: now, sure: false }
  const begin = Math.max(resetAt - overtaking, now - usualWindow)
  const inWindow = log.filter(
    ({ at, answered }) => at >= (answered ? resetAt : begin) && at >= begin,
  )
  const first = inWindow[0]
  if (first === undefined || limit - costOf(inWindow, cost) >= needed)
    return { at: now, sure: false }
  return { at: Math.max(now, first.at + usualWindow), sure: false }
}

/** How much there is now at the server, played back from the reading. */
function refilledLevel(
  { reading }: Allowance,
  step: number,
  log: SentLog,
  cost: (sent: Sent) => number,
  now: number,
): number {
  const full = reading.limit ?? Number.POSITIVE_INFINITY
  const way = Math.min((reading.receivedAt - reading.sentAt) / 2, longestWay)
  let level = reading.remaining
  let time = reading.sentAt + way
  for (const sent of log) {
    if (!isUncounted(sent, reading)) continue
    if (sent.at > time) {
      level = Math.min(full, level + (sent.at - time) / step)
      time = sent.at
    }
    level -= cost(sent)
  }
  return Math.min(full, level + Math.max(now - time, 0) / step)
}

/** Whether the server may not have counted it yet when it wrote the reading. */
function isUncounted(sent: Sent, reading: Reading): boolean {
  if (sent.sequence > reading.sequence) return true
  return !sent.answered && sent.at > reading.sentAt - overtaking
}

import { type Reading, usedIn } from './reading'
import { narrowed, type Refill, refillsGradually, timeForOne, unknownRefill } from './refill'
import { costOf, overtaking, type Sent, type SentLog } from './sent-log'

/** What is known of one limit of a server. */
export interface Allowance {
  /** The one of the latest request that has been answered. */
  readonly reading: Reading
  /** The one that others are compared with. */
  readonly anchor: Reading
  readonly refill: Refill
  /** False until proven: then nothing is counted on before the reset. */
  readonly gradual: boolean
}

/** Ways differ by so much without anything being wrong, in milliseconds. */
const usualJitter = 100

export function learned(
  previous: Allowance | null,
  reading: Reading,
  log: SentLog,
  cost: (sent: Sent) => number,
): Allowance {
  if (previous === null || previous.reading.limit !== reading.limit) {
    return {
      reading,
      anchor: reading,
      refill: narrowed(unknownRefill, reading),
      gradual: false,
    }
  }
  const isAnchorOver =
    reading.receivedAt >= previous.anchor.resetAt || usedIn(previous.anchor) === 0
  const refill = narrowed(previous.refill, reading)
  const shown = isAnchorOver ? null : refillsGradually(previous.anchor, reading)
  const gradual = shown ?? previous.gradual
  return {
    reading: latest(previous.reading, reading, gradual ? timeForOne(refill) : null, log, cost),
    anchor: isAnchorOver ? reading : previous.anchor,
    refill,
    gradual,
  }
}

/**
 * The later of two, unless it tells of more than can be left after the earlier one: then it has
 * overtaken it on the way to the server.
 */
function latest(
  one: Reading,
  other: Reading,
  /** Milliseconds for one unit; null where nothing comes back before the reset. */
  step: number | null,
  log: SentLog,
  cost: (sent: Sent) => number,
): Reading {
  const [earlier, later] = one.sequence < other.sequence ? [one, other] : [other, one]
  const isFarApart = later.sentAt - earlier.sentAt >= overtaking
  const isOtherWindow = earlier.resetAt <= later.sentAt
  if (isFarApart || isOtherWindow || later.remaining <= earlier.remaining) return later
  const between = log.filter(
    ({ sequence }) => sequence > earlier.sequence && sequence <= later.sequence,
  )
  const refilled = step === null ? 0 : 1 + (later.sentAt - earlier.sentAt + usualJitter) / step
  const most = earlier.remaining + refilled - costOf(between, cost)
  return later.remaining <= most ? later : { ...earlier, sequence: later.sequence }
}

/** After a refusal: what was made out from several readings may be what was wrong. */
export function doubted(allowance: Allowance): Allowance {
  return { ...allowance, refill: narrowed(unknownRefill, allowance.reading) }
}

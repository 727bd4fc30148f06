import { coarseness, type Reading, timeToReset, usedIn } from './reading'

/**
 * What is known of a limit that refills bit by bit, as OpenAI's do: their reset is the time until it is
 * full again. Milliseconds for one unit lie between the bounds.
 */
export interface Refill {
  readonly low: number
  readonly high: number
}

export const unknownRefill: Refill = { low: 0, high: Number.POSITIVE_INFINITY }

/**
 * Narrows the bounds. The server says how much is left rounded down, so what is used lies between one
 * less and what is said.
 */
export function narrowed(refill: Refill, reading: Reading): Refill {
  const used = usedIn(reading)
  if (used === 0) return refill
  const low = Math.max(refill.low, timeToReset(reading) / used)
  const latest = timeToReset(reading) + (reading.receivedAt - reading.sentAt) + coarseness(reading)
  const high = used === 1 ? refill.high : Math.min(refill.high, latest / (used - 1))
  return { low, high }
}

/** Milliseconds for one unit; null when nothing is known. */
export function timeForOne({ low, high }: Refill): number | null {
  const time = Math.min(low, high)
  return time > 0 ? time : null
}

/**
 * Whether a limit refills bit by bit (true) or all at once at the end of a window (false), from how its
 * reset moved while more was used; null when both would look alike.
 */
export function refillsGradually(earlier: Reading, later: Reading): boolean | null {
  const used = usedIn(earlier)
  if (used === 0) return null
  const expectedWhenGradual = (timeToReset(earlier) / used) * usedIn(later)
  const missOfGradual = Math.abs(timeToReset(later) - expectedWhenGradual)
  const missOfWindow = Math.abs(later.resetAt - earlier.resetAt)
  const noise = 150 + (coarseness(later) > 1 ? 1000 : 0)
  if (Math.abs(missOfGradual - missOfWindow) < noise) return null
  return missOfGradual < missOfWindow
}

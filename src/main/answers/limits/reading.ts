import type { RateLimit } from '../../providers/provider'
import type { Sent } from './sent-log'

/** What the headers of one response said of one limit. Times are milliseconds since the epoch. */
export interface Reading {
  /** Of the request that was answered. */
  readonly sequence: number
  readonly sentAt: number
  readonly receivedAt: number
  readonly limit: number | null
  readonly remaining: number
  readonly resetAt: number
}

/** The wait for a server that allows nothing more and does not say until when, in milliseconds. */
const untoldReset = 10_000

/** Null where the headers do not say how much is left, or how much there is and until when. */
export function readingOf(limit: RateLimit | null, sent: Sent, now: number): Reading | null {
  if (limit === null || limit.remaining === null) return null
  if (limit.resetAt === null && limit.remaining > 0) return null
  return {
    sequence: sent.sequence,
    sentAt: sent.at,
    receivedAt: now,
    limit: limit.limit,
    remaining: limit.remaining,
    resetAt: limit.resetAt ?? now + untoldReset,
  }
}

export function usedIn({ limit, remaining }: Reading): number {
  return Math.max((limit ?? remaining) - remaining, 0)
}

export function timeToReset({ resetAt, receivedAt }: Reading): number {
  return resetAt - receivedAt
}

/** How coarse its reset is: servers that tell whole seconds round to them. In milliseconds. */
export function coarseness(reading: Reading): number {
  const isWhole = timeToReset(reading) % 1000 === 0 || reading.resetAt % 1000 === 0
  return isWhole ? 1000 : 1
}

import type { RateLimits } from './provider'
import { readRateLimits } from './rate-limit-headers'

/** The part of an event that tells the limits, where the headers do. */
export function limitsIn(headers: Headers, now: number): { readonly limits?: RateLimits } {
  const limits = readRateLimits(headers, now)
  return limits === null ? {} : { limits }
}

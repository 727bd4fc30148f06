import type { RateLimit, RateLimits } from './provider'
import { resetTime } from './reset-time'

/** How servers begin the names: OpenAI and most others, Azure at times, Anthropic, the IETF's draft. */
const prefixes = ['x-ratelimit', 'x-rate-limit', 'anthropic-ratelimit', 'ratelimit'] as const

/**
 * What the headers of a response say of the limits; null when they say nothing that can be used. What
 * cannot be read is left out, and so is a negative number, which is Azure's word for "unknown".
 * @param now milliseconds since the epoch, when the headers arrived
 */
export function readRateLimits(headers: Pick<Headers, 'get'>, now: number): RateLimits | null {
  const requests = readLimit(headers, 'requests', now) ?? readLimit(headers, null, now)
  const tokens = readLimit(headers, 'tokens', now)
  return requests === null && tokens === null ? null : { requests, tokens }
}

function readLimit(
  headers: Pick<Headers, 'get'>,
  kind: 'requests' | 'tokens' | null,
  now: number,
): RateLimit | null {
  const value = (part: string): string | null => {
    for (const prefix of prefixes)
      for (const name of namesOf(prefix, part, kind)) {
        const found = headers.get(name)
        if (found !== null) return found
      }
    return null
  }
  const limit = count(value('limit'))
  const remaining = count(value('remaining'))
  if (limit === null && remaining === null) return null
  return {
    limit: limit === null || limit === 0 ? null : Math.max(limit, remaining ?? 0),
    remaining,
    resetAt: resetTime(value('reset'), headers.get('date'), now),
  }
}

function namesOf(prefix: string, part: string, kind: string | null): readonly string[] {
  if (kind === null) return [`${prefix}-${part}`]
  return [`${prefix}-${part}-${kind}`, `${prefix}-${kind}-${part}`]
}

/** A whole number from zero up; several values of one header come joined by commas, the first counts. */
function count(header: string | null): number | null {
  const digits = header === null ? undefined : /^\s*(\d{1,15})(\.0*)?\s*([,;]|$)/.exec(header)?.[1]
  return digits === undefined ? null : Number(digits)
}

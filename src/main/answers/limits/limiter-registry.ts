import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { createRateLimiter, type RateLimiter } from './rate-limiter'

export interface LimiterRegistry {
  /**
   * The limiter of one provider and key, the same one every time.
   * @param origin of the provider's server, such as `https://api.openai.com`
   * @param key null where none is needed; only a fingerprint is kept
   */
  limiterFor(providerId: string, origin: string, key: string | null): RateLimiter
}

/** Limiters live as long as the app: there are as many as the user has entered keys. */
export function createLimiterRegistry(clock: Clock): LimiterRegistry {
  const limiters = new Map<string, RateLimiter>()
  // Means nothing outside of this run, so that it cannot be tried against guessed keys.
  const salt = randomBytes(32)
  const fingerprintOf = (key: string | null): string | null =>
    key === null ? null : createHmac('sha256', salt).update(key).digest('base64')
  return {
    limiterFor(providerId, origin, key) {
      const name = JSON.stringify([providerId, origin, fingerprintOf(key)])
      const limiter = limiters.get(name) ?? createRateLimiter({ clock })
      limiters.set(name, limiter)
      return limiter
    },
  }
}

import type { AnswerPlan } from './answer-plan'
import type { Lease, OnWaiting, RateLimiter } from './limits/rate-limiter'
import type { Wait } from './wait'

/**
 * Waits until the limiter lets the request go, or the user insists. Null when nothing limits it, or the
 * signal was aborted.
 */
export async function waitForLease(
  limiter: RateLimiter | null,
  request: { readonly tokens: number; readonly insist: boolean },
  wait: Wait,
  signal: AbortSignal,
  onWaiting: OnWaiting,
): Promise<Lease | null> {
  if (limiter === null) return null
  let lease: Lease | null = null
  const isEnded = await wait.until(async (given) => {
    lease = await limiter.acquire(request, given, onWaiting)
  })
  if (lease !== null || !isEnded || signal.aborted) return lease
  return limiter.acquire({ ...request, insist: true }, signal)
}

const charactersPerToken = 4

/** What a request costs of a limit on tokens: an estimate. */
export function estimatedTokens({ messages, systemPrompt }: AnswerPlan, text: string): number {
  const characters = messages.reduce(
    (sum, message) => sum + message.text.length,
    systemPrompt.length,
  )
  return Math.ceil((characters + text.length) / charactersPerToken)
}

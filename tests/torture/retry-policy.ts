import { createRateLimiter } from '../../src/main/answers/limits/rate-limiter'
import {
  backoffs,
  decideRetry,
  type RetryDecision,
} from '../../src/main/answers/retry/retry-policy'
import { failureOfError } from '../../src/main/providers/classify-failure'
import { RefusedResponse } from '../../src/main/providers/refused-response'
import type { Failure } from '../../src/shared/stream/failure'
import type { Figure } from './figure'
import { createRandom } from './limits/random'
import { troubles } from './limits/troubles'
import { createVirtualTime } from './limits/virtual-time'

type Decide = typeof decideRetry

const context = {
  name: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
  modelId: 'gpt-5-mini',
  key: 'sk-none',
  texts: [],
  now: () => 0,
}

/** Tries again at once, whatever happened. */
const hasty = (decision: { readonly attemptsWithoutProgress: number }): RetryDecision =>
  decision.attemptsWithoutProgress < 5
    ? { retry: true, waitMs: -1 }
    : { retry: false, failure: { code: 'internal', message: '', retryable: false } }

/** Which failures are tried again, how often, and after what wait. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const decide: Decide = plantBreak ? hasty : decideRetry
  const random = createRandom(1)
  const counts = troubles.map(({ name, error, requests }): Figure => {
    const value = requestsFor(failureOfError(error(), context), decide, random)
    return figure(`requests after ${name}`, value, '', `= ${requests}`, value === requests)
  })
  const waits: Figure[] = []
  for (const seconds of [1, 5, 120]) {
    const value = await waitedFor(seconds, decide)
    const holds = value >= seconds && value <= seconds * 1.1
    waits.push(figure(`Retry-After: ${seconds}`, value, 's', `${seconds} to +10 %`, holds))
  }
  return [...counts, ...waits, ...jitter(decide, random)]
}

/** All requests of a question whose every attempt fails so. */
function requestsFor(failure: Failure, decide: Decide, random: () => number): number {
  for (let attempts = 1; ; attempts += 1)
    if (!decide({ failure, attemptsWithoutProgress: attempts, random }).retry) return attempts
}

/** Seconds by a fake clock from the refusal to the next request, through the limiter. */
async function waitedFor(seconds: number, decide: Decide): Promise<number> {
  const time = createVirtualTime()
  const limiter = createRateLimiter({ clock: time })
  const signal = new AbortController().signal
  const refusal = new RefusedResponse(429, new Headers({ 'retry-after': String(seconds) }), '')
  const failure = failureOfError(refusal, context)
  const sentAt: number[] = []
  const ask = async (): Promise<void> => {
    for (let attempts = 1; attempts <= 2; attempts += 1) {
      const lease = await limiter.acquire({ tokens: 1 }, signal)
      sentAt.push(time.now())
      const decision = decide({ failure, attemptsWithoutProgress: attempts, random: Math.random })
      // The planted defect must not be healed by the limiter.
      if (decide === decideRetry) lease?.refused({ retryAfterMs: failure.retryAfterMs })
      lease?.release()
      if (decision.retry) await time.sleep(decision.waitMs)
    }
  }
  void ask()
  await time.run(60 * 60 * 1000)
  const [first = 0, second = 0] = sentAt
  return (second - first) / 1000
}

function jitter(decide: Decide, random: () => number): readonly Figure[] {
  const failure: Failure = { code: 'overloaded', message: '', retryable: true }
  return [1, 2].flatMap((attempts) => {
    const most = backoffs[attempts - 1] ?? 0
    const waits = Array.from({ length: 10_000 }, () => {
      const decision = decide({ failure, attemptsWithoutProgress: attempts, random })
      return decision.retry ? decision.waitMs : Number.NaN
    })
    const outside = waits.filter((wait) => !(wait >= 0 && wait <= most)).length
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length / most
    return [
      figure(
        `wait ${attempts} outside of 0 to ${most} ms`,
        outside,
        'of 10000',
        '= 0',
        outside === 0,
      ),
      figure(
        `wait ${attempts}, mean`,
        mean,
        '× longest',
        '0.45 to 0.55',
        mean > 0.45 && mean < 0.55,
      ),
    ]
  })
}

function figure(id: string, value: number, unit: string, limit: string, holds: boolean): Figure {
  return { id, value, unit, limit, holds }
}

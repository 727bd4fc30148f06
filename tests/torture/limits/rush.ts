import {
  createRateLimiter,
  type Lease,
  type RateLimiter,
} from '../../../src/main/answers/limits/rate-limiter'
import { decideRetry } from '../../../src/main/answers/retry/retry-policy'
import { readRateLimits } from '../../../src/main/providers/rate-limit-headers'
import { retryAfter } from '../../../src/main/providers/retry-after'
import { createLimitedServer, idealTime, type ServerSetting } from './limited-server'
import { createRandom } from './random'
import { createVirtualTime } from './virtual-time'

export interface RushResult {
  readonly sent: number
  readonly refused: number
  readonly answered: number
  /** The questions in the order in which they were let go the first time. */
  readonly given: readonly number[]
  readonly seconds: number
  readonly idealSeconds: number
  readonly timersLeft: number
}

/** Milliseconds: the way to the server, from there to the headers, and the answer itself. */
const way = { shortest: 20, longest: 80 }
const headerDelay = { shortest: 100, longest: 400 }
const answerTime = 3000

/** So many questions at once against a simulated server, by a clock that jumps. */
export async function rush(
  setting: ServerSetting,
  options: {
    readonly questions: number
    readonly tokens: number
    readonly seed: number
    /** Sends everything at once, as if there were no limiter. */
    readonly careless: boolean
  },
): Promise<RushResult> {
  const { questions, tokens, seed, careless } = options
  const time = createVirtualTime()
  const start = time.now()
  const random = createRandom(seed)
  const between = ({ shortest, longest }: { shortest: number; longest: number }): number =>
    shortest + random() * (longest - shortest)
  const serve = createLimitedServer(setting, start)
  const limiter = careless ? carelessLimiter : createRateLimiter({ clock: time })
  const given: number[] = []
  let sent = 0
  let refused = 0
  let answered = 0
  let end = start

  const ask = async (question: number): Promise<void> => {
    const signal = new AbortController().signal
    for (let attempts = 1; ; attempts += 1) {
      const lease = await limiter.acquire({ tokens }, signal)
      if (lease === null) return
      if (attempts === 1) given.push(question)
      sent += 1
      await time.sleep(between(way))
      const { accepted, headers } = serve(tokens, time.now())
      await time.sleep(between(headerDelay))
      const limits = readRateLimits(headers, time.now()) ?? undefined
      if (accepted) {
        lease.opened(limits)
        await time.sleep(answerTime)
        lease.release()
        answered += 1
        end = time.now()
        return
      }
      refused += 1
      const retryAfterMs = retryAfter(headers, time.now())
      lease.refused({ retryAfterMs, limits })
      lease.release()
      const failure = { code: 'rate-limited', message: '', retryable: true } as const
      const decision = decideRetry({
        failure: retryAfterMs === undefined ? failure : { ...failure, retryAfterMs },
        attemptsWithoutProgress: attempts,
        random,
      })
      if (!decision.retry) return
      await time.sleep(decision.waitMs)
    }
  }
  for (let question = 0; question < questions; question += 1) void ask(question)
  await time.run(24 * 60 * 60 * 1000)
  const latency = (way.shortest + way.longest + headerDelay.shortest + headerDelay.longest) / 2
  return {
    sent,
    refused,
    answered,
    given,
    seconds: (end - start) / 1000,
    idealSeconds: (idealTime(setting, questions, tokens) + latency + answerTime) / 1000,
    timersLeft: time.pendingTimers,
  }
}

const idleLease: Lease = { opened: () => {}, refused: () => {}, release: () => {} }
const carelessLimiter: RateLimiter = { waiting: 0, acquire: () => Promise.resolve(idleLease) }

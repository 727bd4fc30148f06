import { createRateLimiter } from '../../src/main/answers/limits/rate-limiter'
import type { Figure } from './figure'
import type { ServerLimit, ServerSetting, Telling } from './limits/limited-server'
import { type RushResult, rush } from './limits/rush'
import { createVirtualTime } from './limits/virtual-time'

const questions = 200
const tokens = 900
const seeds = [1, 2, 3, 4, 5]

/** Sizes and refills a second. Windows shorter than five seconds are not met in the wild. */
const requestLimits: readonly (readonly [size: number, perSecond: number])[] = [
  [3, 1],
  [10, 2],
  [20, 2],
  [10, 1 / 6],
  [50, 10],
  [60, 1],
  [100, 10],
  [120, 20],
  [500, 8.33],
  [5000, 83.3],
]
const tokenLimits: readonly (readonly [size: number, perSecond: number])[] = [
  [10_000, 1000],
  [60_000, 6000],
  [90_000, 1500],
]
const ways = ['gradually', 'by-window'] as const

/**
 * 200 questions at once against servers of many kinds. Where the headers tell the limits the figures
 * have limits. Where a server tells only how long to wait, or nothing, nobody can know its size
 * without being refused: there the share of refusals has a wider limit and the time is told only.
 */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const telling of ['durations', 'seconds', 'epoch'] as const) {
    for (const refills of ways) {
      const settings = [
        ...requestLimits.map((limit) => withRequests(telling, limit, refills)),
        ...tokenLimits.map((limit) => withTokens(telling, limit, refills)),
      ]
      const results = await rushAll(settings, plantBreak)
      figures.push(...figuresOf(`headers in ${telling}, refilled ${refills}`, results, 2, 1.3))
    }
  }
  for (const telling of ['retry-after', 'nothing'] as const) {
    const settings = [requestLimits[0], requestLimits[1], requestLimits[2], requestLimits[5]].map(
      (limit = [1, 1]) => withRequests(telling, limit, 'gradually'),
    )
    const results = await rushAll(settings, plantBreak)
    figures.push(...figuresOf(`headers: ${telling}`, results, 6, null))
  }
  return [...figures, await cancelling(plantBreak)]
}

function withRequests(
  telling: Telling,
  [size, perSecond]: readonly [number, number],
  refills: ServerLimit['refills'],
): ServerSetting {
  return { telling, requests: { size, perSecond, refills }, tokens: null }
}

function withTokens(
  telling: Telling,
  [size, perSecond]: readonly [number, number],
  refills: ServerLimit['refills'],
): ServerSetting {
  const requests = { size: 500, perSecond: 8.33, refills: 'gradually' } as const
  return { telling, requests, tokens: { size, perSecond, refills } }
}

async function rushAll(
  settings: readonly ServerSetting[],
  careless: boolean,
): Promise<readonly RushResult[]> {
  const results: RushResult[] = []
  for (const setting of settings)
    for (const seed of seeds)
      results.push(await rush(setting, { questions, tokens, seed, careless }))
  return results
}

/** The worst of all results. */
function figuresOf(
  id: string,
  results: readonly RushResult[],
  mostRefused: number,
  longest: number | null,
): readonly Figure[] {
  const worst = (of: (result: RushResult) => number): number => Math.max(...results.map(of))
  const refused = worst((result) => (result.refused / result.sent) * 100)
  const time = worst(({ seconds, idealSeconds }) => seconds / idealSeconds)
  const unanswered = worst(({ answered }) => questions - answered)
  const disordered = worst(({ given }) => given.filter((each, index) => each !== index).length)
  const timers = worst(({ timersLeft }) => timersLeft)
  return [
    figure(`${id}: refused`, refused, '%', `≤ ${mostRefused}`, refused <= mostRefused),
    longest === null
      ? figure(`${id}: time`, time, '× ideal', 'told only', true)
      : figure(`${id}: time`, time, '× ideal', `≤ ${longest}`, time <= longest),
    figure(`${id}: not answered`, unanswered, 'questions', '= 0', unanswered === 0),
    figure(`${id}: out of order`, disordered, 'questions', '= 0', disordered === 0),
    figure(`${id}: timers left`, timers, '', '= 0', timers === 0),
  ]
}

/** Everybody who waits gives up: milliseconds by the clock until all know, and what is left. */
async function cancelling(careless: boolean): Promise<Figure> {
  const time = createVirtualTime()
  const limiter = createRateLimiter({ clock: time })
  const aborts = Array.from({ length: questions }, () => new AbortController())
  let known = 0
  for (const { signal } of aborts)
    void limiter.acquire({ tokens }, signal).then((lease) => {
      if (lease === null) known += 1
    })
  const waiting = limiter.waiting
  if (!careless) for (const abort of aborts) abort.abort()
  await Promise.resolve()
  const left = waiting - known + limiter.waiting + time.pendingTimers
  return figure('cancelled: still waiting, or timers, one tick later', left, '', '= 0', left === 0)
}

function figure(id: string, value: number, unit: string, limit: string, holds: boolean): Figure {
  return { id, value, unit, limit, holds }
}

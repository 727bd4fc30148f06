/** One limit of the simulated server: a bucket that refills bit by bit, or all at once. */
export interface ServerLimit {
  readonly size: number
  readonly perSecond: number
  readonly refills: 'gradually' | 'by-window'
}

/** What the server tells: OpenAI's headers, whole seconds, milliseconds since the epoch, and less. */
export type Telling = 'durations' | 'seconds' | 'epoch' | 'retry-after' | 'nothing'

export interface ServerSetting {
  readonly requests: ServerLimit | null
  readonly tokens: ServerLimit | null
  readonly telling: Telling
}

export interface ServerReply {
  readonly accepted: boolean
  readonly headers: Headers
}

/** Counts a request against all limits, or refuses it and counts nothing. */
export function createLimitedServer(
  { requests, tokens, telling }: ServerSetting,
  start: number,
): (cost: number, now: number) => ServerReply {
  const limits = [
    { kind: 'requests', bucket: requests && createBucket(requests, start) },
    { kind: 'tokens', bucket: tokens && createBucket(tokens, start) },
  ] as const
  return (tokenCost, now) => {
    const costOf = (kind: string): number => (kind === 'tokens' ? tokenCost : 1)
    const waits = limits.map(({ kind, bucket }) => bucket?.waitFor(costOf(kind), now) ?? 0)
    const wait = Math.max(...waits)
    const headers = new Headers()
    if (wait === 0) for (const { kind, bucket } of limits) bucket?.take(costOf(kind), now)
    else if (telling !== 'nothing') headers.set('retry-after', String(Math.ceil(wait / 1000)))
    for (const { kind, bucket } of limits) {
      if (bucket === null || telling === 'nothing' || telling === 'retry-after') continue
      headers.set(`x-ratelimit-limit-${kind}`, String(bucket.size))
      headers.set(`x-ratelimit-remaining-${kind}`, String(Math.floor(bucket.level(now))))
      headers.set(`x-ratelimit-reset-${kind}`, resetText(bucket.timeToFull(now), telling, now))
    }
    return { accepted: wait === 0, headers }
  }
}

function resetText(wait: number, telling: Telling, now: number): string {
  if (telling === 'seconds') return String(Math.ceil(wait / 1000))
  if (telling === 'epoch') return String(Math.ceil(now + wait))
  if (wait < 1000) return `${Math.ceil(wait)}ms`
  const minutes = Math.floor(wait / 60_000)
  return `${minutes > 0 ? `${minutes}m` : ''}${((wait % 60_000) / 1000).toFixed(3)}s`
}

interface Bucket {
  readonly size: number
  level(now: number): number
  take(cost: number, now: number): void
  /** Milliseconds until so much is there; 0: it is. */
  waitFor(cost: number, now: number): number
  timeToFull(now: number): number
}

function createBucket({ size, perSecond, refills }: ServerLimit, start: number): Bucket {
  const perMillisecond = perSecond / 1000
  const windowLength = size / perMillisecond
  let level = size
  let at = start
  const settle = (now: number): void => {
    if (refills === 'gradually') {
      level = Math.min(size, level + (now - at) * perMillisecond)
      at = now
    } else if (now - at >= windowLength) {
      level = size
      at += Math.floor((now - at) / windowLength) * windowLength
    }
  }
  const timeToFull = (now: number): number => {
    settle(now)
    return refills === 'gradually' ? (size - level) / perMillisecond : at + windowLength - now
  }
  return {
    size,
    timeToFull,
    level(now) {
      settle(now)
      return level
    },
    take(cost, now) {
      settle(now)
      level -= cost
    },
    waitFor(cost, now) {
      settle(now)
      if (level >= cost - 1e-9) return 0
      return refills === 'gradually' ? (cost - level) / perMillisecond : timeToFull(now)
    },
  }
}

/** When the last of so many requests can be accepted at the earliest, in milliseconds after the first. */
export function idealTime(
  { requests, tokens }: ServerSetting,
  count: number,
  cost: number,
): number {
  return Math.max(timeFor(requests, count, 1), timeFor(tokens, count, cost))
}

function timeFor(limit: ServerLimit | null, count: number, cost: number): number {
  if (limit === null || count * cost <= limit.size) return 0
  const { size, perSecond, refills } = limit
  if (refills === 'gradually') return ((count * cost - size) / perSecond) * 1000
  return (Math.ceil(count / Math.floor(size / cost)) - 1) * (size / perSecond) * 1000
}

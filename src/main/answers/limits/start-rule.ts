import type { SentLog } from './sent-log'

/** Requests in a minute that nobody minds; beyond them each is put off. */
const mostInMinute = 50
const shortestDelay = 1000
const longestDelay = 10_000

/** How a server is treated of which nothing is known: the delay that comes next, in milliseconds. */
export interface StartRule {
  readonly delay: number
}

export const initialStartRule: StartRule = { delay: shortestDelay }

/** When the next request may leave. */
export function startsAt({ delay }: StartRule, log: SentLog, now: number): number {
  const last = log.at(-1)
  return last !== undefined && isCrowded(log, now) ? Math.max(last.at + delay, now) : now
}

/** After a request has left. */
export function afterSending({ delay }: StartRule, wasCrowded: boolean): StartRule {
  const next = wasCrowded ? delay * 1.5 : delay * 0.9
  return { delay: Math.min(Math.max(next, shortestDelay), longestDelay) }
}

export function isCrowded(log: SentLog, now: number): boolean {
  return log.filter(({ at }) => now - at < 60_000).length > mostInMinute
}

/** A request that has left, as far as the limits are concerned. */
export interface Sent {
  /** Rises by one from request to request. */
  readonly sequence: number
  readonly at: number
  readonly tokens: number
  /** The server has accepted it, or it ended otherwise. */
  readonly answered: boolean
}

/** The requests of the last minute, and those that are not answered yet; oldest first. */
export type SentLog = readonly Sent[]

const kept = 60_000

export function withSent(log: SentLog, sent: Sent): SentLog {
  return [...log.filter(({ at, answered }) => !answered || at > sent.at - kept), sent]
}

export function withAnswered(log: SentLog, sequence: number): SentLog {
  return log.map((sent) => (sent.sequence === sequence ? { ...sent, answered: true } : sent))
}

/** A refused request has used nothing up. */
export function withoutRefused(log: SentLog, sequence: number): SentLog {
  return log.filter((sent) => sent.sequence !== sequence)
}

/** Requests that left less than this before another may have arrived after it, in milliseconds. */
export const overtaking = 500

/** What all of them cost together. */
export function costOf(log: SentLog, cost: (sent: Sent) => number): number {
  return log.reduce((total, sent) => total + cost(sent), 0)
}

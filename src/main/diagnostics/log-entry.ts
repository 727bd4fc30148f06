import { type FailureCode, failureCodes } from '../../shared/stream/failure'
import type { WaitingReason } from '../../shared/stream/stream-event'

/** How much an event matters; the log is told from which on it keeps them. */
export const levels = ['error', 'warn', 'info'] as const

export type LogLevel = (typeof levels)[number]

/** What can be logged: failures of answers, and how they went on. */
export const levelOfEvent = {
  'answer-failed': 'error',
  'unexpected-error': 'error',
  'attempt-failed': 'warn',
  'answer-interrupted': 'warn',
  'answer-restarted': 'warn',
  'fell-back': 'warn',
  waited: 'info',
  resumed: 'info',
  recovered: 'info',
  'network-lost': 'info',
  'network-back': 'info',
} as const satisfies { readonly [event: string]: LogLevel }

export type LogEvent = keyof typeof levelOfEvent

/**
 * One line of the log. A closed shape, so that neither a key nor the text of a message has a place in
 * it; `cleanEntry` keeps it closed where the types do not reach.
 */
export interface LogEntry {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly event: LogEvent
  readonly answerId?: string
  /** The id of the provider, not its name. */
  readonly provider?: string
  readonly model?: string
  readonly code?: FailureCode
  /** The status of HTTP. */
  readonly status?: number
  /** Counted from 1. */
  readonly attempt?: number
  readonly waitMs?: number
  readonly waitingFor?: WaitingReason
  /** How much of the answer was there, in UTF-16 units. */
  readonly received?: number
  /** The name of an error's class, for an `unexpected-error`. */
  readonly errorName?: string
}

const waitingReasons: readonly WaitingReason[] = ['rate-limit', 'retry', 'network', 'turn']
const longestName = 120

type Clean = { readonly [Field in keyof Required<LogEntry>]: (value: unknown) => boolean }

/** What may stand in each field. */
const fields: Clean = {
  at: isCount,
  event: (value) => typeof value === 'string' && Object.hasOwn(levelOfEvent, value),
  answerId: isName,
  provider: isName,
  model: isName,
  code: (value) => failureCodes.some((code) => code === value),
  status: (value) => isCount(value) && value >= 100 && value <= 599,
  attempt: isCount,
  waitMs: isCount,
  waitingFor: (value) => waitingReasons.some((reason) => reason === value),
  received: isCount,
  errorName: isName,
}

/**
 * The entry with nothing in it but what belongs there: unknown fields and values of a wrong kind are
 * dropped, long names cut, and whatever looks like a key or a sentence is no name. Null when no entry
 * is left.
 */
export function cleanEntry(candidate: unknown): LogEntry | null {
  if (typeof candidate !== 'object' || candidate === null) return null
  const kept = Object.entries(candidate).flatMap(([name, given]): [string, unknown][] => {
    const value = typeof given === 'string' ? given.slice(0, longestName) : given
    return Object.hasOwn(fields, name) && fields[name as keyof LogEntry](value)
      ? [[name, value]]
      : []
  })
  const entry = Object.fromEntries(kept)
  return 'at' in entry && 'event' in entry ? (entry as unknown as LogEntry) : null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

/** Ids and names of models have no spaces; keys begin in a way of their own. */
function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^[\w.:/@+-]+$/.test(value) &&
    !/(^|[^a-z])(sk|pk|rk|gsk|xai|hf|key|bearer)[-_]\w/i.test(value)
  )
}

import type { LimiterState } from './limiter-state'
import { type Pace, slowedDown, spedUp } from './pace'

/** What refusals have taught of the rate that a server bears. */
export interface Lesson {
  /** Null: as fast as the headers allow. */
  readonly pace: Pace | null
  /** When the first refusal came: from then on the server had nothing left in store. */
  readonly since: number
  /** Requests that it accepted since. */
  readonly accepted: number
  /** Of the latest request that had left when the rate was halved: refusals up to it say nothing new. */
  readonly lastSequence: number
}

/** Fewer requests than that tell no rate. */
const fewest = 3
const shortestSpan = 1000

export function lessonAfterRefusal({ lesson, log, sequence }: LimiterState, now: number): Lesson {
  const base = { lastSequence: sequence }
  if (lesson !== null && lesson.accepted >= fewest) {
    const rate = lesson.accepted / Math.max(now - lesson.since, shortestSpan)
    return { ...lesson, ...base, pace: slowedDown(rate) }
  }
  if (lesson?.pace) return { ...lesson, ...base, pace: slowedDown(lesson.pace.rate) }
  const span = Math.max(now - (log[0]?.at ?? now), shortestSpan)
  const rate = Math.max(log.length, 1) / span
  return { ...base, since: lesson?.since ?? now, accepted: 0, pace: slowedDown(rate) }
}

export function lessonAfterSuccess(lesson: Lesson, isGuided: boolean): Lesson {
  return {
    ...lesson,
    accepted: lesson.accepted + 1,
    pace: lesson.pace && spedUp(lesson.pace, isGuided),
  }
}

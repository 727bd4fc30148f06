import { type AnswerEvent, isEnd, type NumberedEvent } from '../../shared/stream/stream-event'
import type { Clock } from './clock'

/** One frame at 60 Hz, in milliseconds. */
const frame = 1000 / 60

export interface EventBatcher {
  add(answerId: string, event: AnswerEvent): void
  /** Delivers now what waits for the next frame. */
  flush(): void
}

/**
 * Numbers the events of all answers and delivers them at most once a frame: the first at once, what
 * follows within the frame together, text that stands side by side as one delta. An end is never
 * delayed.
 */
export function createEventBatcher(
  clock: Clock,
  deliver: (events: readonly NumberedEvent[]) => void,
): EventBatcher {
  const sequences = new Map<string, number>()
  let pending: { answerId: string; at: number; event: AnswerEvent }[] = []
  let lastDelivery = Number.NEGATIVE_INFINITY
  let cancelTimer: (() => void) | null = null

  const number = (answerId: string, event: AnswerEvent): number => {
    const sequence = (sequences.get(answerId) ?? 0) + 1
    if (isEnd(event)) sequences.delete(answerId)
    else sequences.set(answerId, sequence)
    return sequence
  }

  const flush = (): void => {
    cancelTimer?.()
    cancelTimer = null
    if (pending.length === 0) return
    const events = mergeDeltas(pending).map((item) => ({
      ...item,
      sequence: number(item.answerId, item.event),
    }))
    pending = []
    lastDelivery = clock.now()
    deliver(events)
  }

  return {
    add(answerId, event) {
      const now = clock.now()
      pending.push({ answerId, at: now, event })
      const dueIn = isEnd(event) ? 0 : Math.min(frame, lastDelivery + frame - now)
      if (dueIn <= 0) flush()
      else cancelTimer ??= clock.schedule(dueIn, flush)
    },
    flush,
  }
}

interface Pending {
  readonly answerId: string
  readonly at: number
  readonly event: AnswerEvent
}

/** Joins each delta to the one before it of the same answer and kind, unless something stood between. */
function mergeDeltas(pending: readonly Pending[]): readonly Pending[] {
  const merged: { answerId: string; at: number; event: AnswerEvent; parts: string[] }[] = []
  const lastOf = new Map<string, (typeof merged)[number]>()
  for (const { answerId, at, event } of pending) {
    const last = lastOf.get(answerId)
    const isDelta = event.type === 'text-delta' || event.type === 'reasoning-delta'
    if (isDelta && last?.event.type === event.type) {
      last.parts.push(event.text)
      continue
    }
    const item = { answerId, at, event, parts: isDelta ? [event.text] : [] }
    merged.push(item)
    lastOf.set(answerId, item)
  }
  return merged.map(({ answerId, at, event, parts }) => ({
    answerId,
    at,
    event:
      event.type === 'text-delta' || event.type === 'reasoning-delta'
        ? { ...event, text: parts.join('') }
        : event,
  }))
}

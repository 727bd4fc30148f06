import { type Answer, isRunning, reduceAnswer } from '../../shared/stream/reduce-answer'
import type { NumberedEvent } from '../../shared/stream/stream-event'

export interface AnswerStore {
  readonly read: (answerId: string) => Answer | undefined
  readonly subscribe: (answerId: string, listener: () => void) => () => void
  /** Takes a value from somewhere else, such as a snapshot, unless what is here contains more. */
  readonly take: (answer: Answer) => void
  /** Applies pushed events. Those of an answer that is not here yet wait for it. */
  readonly receive: (events: readonly NumberedEvent[]) => void
  readonly forget: (answerId: string) => void
}

interface Entry {
  answer: Answer | undefined
  waiting: NumberedEvent[]
  refreshing: boolean
  readonly listeners: Set<() => void>
}

/**
 * Every answer a window knows, each with its own listeners, so that one that streams wakes nothing
 * but itself. `refresh` gets a fresh snapshot after a gap; null when there is none.
 */
export function createAnswerStore(
  refresh: (answerId: string) => Promise<Answer | null>,
): AnswerStore {
  const entries = new Map<string, Entry>()

  function entryOf(answerId: string): Entry {
    let entry = entries.get(answerId)
    if (entry === undefined) {
      entry = { answer: undefined, waiting: [], refreshing: false, listeners: new Set() }
      entries.set(answerId, entry)
    }
    return entry
  }

  function change(entry: Entry, answer: Answer) {
    if (answer === entry.answer) return
    entry.answer = answer
    for (const listener of [...entry.listeners]) listener()
  }

  function drain(entry: Entry, answer: Answer): Answer {
    const waiting = entry.waiting.sort((left, right) => left.sequence - right.sequence)
    entry.waiting = []
    return waiting.reduce(reduceAnswer, answer)
  }

  function take(answer: Answer) {
    const entry = entryOf(answer.id)
    const base = entry.answer === undefined || isNewer(answer, entry.answer) ? answer : entry.answer
    change(entry, entry.refreshing ? base : drain(entry, base))
  }

  async function refill(entry: Entry, answerId: string) {
    entry.refreshing = true
    const snapshot = await refresh(answerId)
    entry.refreshing = false
    if (snapshot !== null) take(snapshot)
  }

  return {
    read: (answerId) => entries.get(answerId)?.answer,
    subscribe(answerId, listener) {
      const { listeners } = entryOf(answerId)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    take,
    receive(events) {
      const touched = new Map<Entry, Answer>()
      for (const event of events) {
        const entry = entryOf(event.answerId)
        const answer = touched.get(entry) ?? entry.answer
        const isGap = answer !== undefined && hasGap(answer, event)
        if (answer === undefined || entry.refreshing || isGap) {
          entry.waiting.push(event)
          if (isGap && !entry.refreshing) void refill(entry, event.answerId)
        } else touched.set(entry, reduceAnswer(answer, event))
      }
      for (const [entry, answer] of touched) change(entry, answer)
    },
    forget(answerId) {
      entries.delete(answerId)
    },
  }
}

function hasGap(answer: Answer, event: NumberedEvent): boolean {
  return isRunning(answer.state) && event.sequence > answer.sequence + 1
}

function isNewer(candidate: Answer, present: Answer): boolean {
  if (isRunning(present.state) && !isRunning(candidate.state)) return true
  return candidate.sequence > present.sequence
}

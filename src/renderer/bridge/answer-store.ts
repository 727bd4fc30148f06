import { type Answer, isRunning, reduceAnswer } from '../../shared/stream/reduce-answer'
import type { NumberedEvent } from '../../shared/stream/stream-event'
import { createStore, type Readable } from './external-store'

export interface AnswerStore {
  readonly read: (answerId: string) => Answer | undefined
  readonly subscribe: (answerId: string, listener: () => void) => () => void
  /** Takes a value from somewhere else, such as a snapshot, unless what is here contains more. */
  readonly take: (answer: Answer) => void
  /** The same, but one that has ended is only taken if somebody knows of it: there may be thousands. */
  readonly offer: (answer: Answer) => void
  /** Those that run, by their identifiers. */
  readonly running: Readable<ReadonlySet<string>>
  /** Applies pushed events. Those of an answer that is not here yet wait for it. */
  readonly receive: (events: readonly NumberedEvent[]) => void
  /** Takes what the request gives as main's present word: an answer that has ended may run again. */
  readonly reopen: (answerId: string, request: () => Promise<Answer | null>) => Promise<void>
  readonly forget: (answerId: string) => void
  /** When it last began to run, if this window was there; milliseconds since the epoch. */
  readonly sessionStart: (answerId: string) => number | null
}

interface Entry {
  answer: Answer | undefined
  waiting: NumberedEvent[]
  refreshing: boolean
  sessionStart: number | null
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
  const running = createStore<ReadonlySet<string>>(new Set())

  function entryOf(answerId: string): Entry {
    let entry = entries.get(answerId)
    if (entry === undefined) {
      entry = {
        answer: undefined,
        waiting: [],
        refreshing: false,
        sessionStart: null,
        listeners: new Set(),
      }
      entries.set(answerId, entry)
    }
    return entry
  }

  function noteRunning(answerId: string, runs: boolean) {
    if (running.read().has(answerId) === runs) return
    const next = new Set(running.read())
    if (runs) next.add(answerId)
    else next.delete(answerId)
    running.write(next)
  }

  function change(entry: Entry, answer: Answer) {
    if (answer === entry.answer) return
    entry.answer = answer
    noteRunning(answer.id, isRunning(answer.state))
    for (const listener of [...entry.listeners]) listener()
  }

  function drain(entry: Entry, answer: Answer): Answer {
    const waiting = entry.waiting.sort((left, right) => left.sequence - right.sequence)
    entry.waiting = []
    return waiting.reduce(reduceAnswer, answer)
  }

  function take(answer: Answer) {
    const entry = entryOf(answer.id)
    if (entry.answer !== undefined && isEndedButRuns(entry.answer, answer) && !entry.refreshing) {
      // It goes on, or the snapshot was made before its end: only main knows.
      void refill(entry, () => refresh(answer.id))
      return
    }
    const base = entry.answer === undefined || isNewer(answer, entry.answer) ? answer : entry.answer
    change(entry, entry.refreshing ? base : drain(entry, base))
  }

  async function refill(entry: Entry, request: () => Promise<Answer | null>) {
    entry.refreshing = true
    const snapshot = await request()
    entry.refreshing = false
    const present = entry.answer
    if (snapshot === null) return
    if (present !== undefined && isEndedButRuns(present, snapshot)) {
      change(entry, drain(entry, snapshot))
    } else take(snapshot)
  }

  return {
    read: (answerId) => entries.get(answerId)?.answer,
    subscribe(answerId, listener) {
      const { listeners } = entryOf(answerId)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    take,
    offer(answer) {
      const { state } = answer
      // Its other version is recognised by it.
      const startedOver = state.kind === 'interrupted' && state.restartedAs !== undefined
      if (isRunning(state) || startedOver || entries.has(answer.id)) take(answer)
    },
    running,
    receive(events) {
      const touched = new Map<Entry, Answer>()
      for (const event of events) {
        const entry = entryOf(event.answerId)
        if (event.sequence === 1) entry.sessionStart = event.at
        const answer = touched.get(entry) ?? entry.answer
        const isGap = answer !== undefined && isUnexpected(answer, event)
        if (answer === undefined || entry.refreshing || isGap) {
          entry.waiting.push(event)
          if (isGap && !entry.refreshing) void refill(entry, () => refresh(event.answerId))
        } else touched.set(entry, reduceAnswer(answer, event))
      }
      for (const [entry, answer] of touched) change(entry, answer)
    },
    reopen: (answerId, request) => refill(entryOf(answerId), request),
    forget(answerId) {
      entries.delete(answerId)
      noteRunning(answerId, false)
    },
    sessionStart: (answerId) => entries.get(answerId)?.sessionStart ?? null,
  }
}

/** A gap; or the first event of an answer that has ended, which is how it begins to go on. */
function isUnexpected(answer: Answer, { sequence }: NumberedEvent): boolean {
  return isRunning(answer.state) ? sequence > answer.sequence + 1 : sequence === 1
}

function isEndedButRuns(present: Answer, candidate: Answer): boolean {
  return !isRunning(present.state) && isRunning(candidate.state)
}

function isNewer(candidate: Answer, present: Answer): boolean {
  if (isRunning(present.state) && !isRunning(candidate.state)) return true
  return candidate.sequence > present.sequence
}

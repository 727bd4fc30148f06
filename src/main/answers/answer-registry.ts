import type { Conversation } from '../../shared/conversation/conversation'
import type { ModelReference } from '../../shared/providers/provider'
import type { Failure } from '../../shared/stream/failure'
import { type Answer, newAnswer, reduceAnswer } from '../../shared/stream/reduce-answer'
import type { AnswerEnd, AnswerEvent, NumberedEvent } from '../../shared/stream/stream-event'
import type { Checkpoint } from '../history/history'
import type { AnswerPlan, AnswerStart, AnswerSurroundings, RunLogEntry } from './answer-plan'
import { type AnswerRun, startAnswerRun } from './answer-run'
import { createCheckpointer } from './checkpoint'
import { createEventBatcher } from './event-batcher'
import { createUnstoredAnswers } from './unstored-answers'

export type AnswerSubscriber = (events: readonly NumberedEvent[]) => void

export interface AnswerStorage {
  appendCheckpoints(checkpoints: readonly Checkpoint[]): Promise<void>
  endAnswer(answer: Answer): Promise<void>
  addAnswer(conversationId: string, questionId: string, answer: Answer, at: number): Promise<void>
}

export interface AnswerBeginning {
  readonly conversationId: string
  readonly questionId: string
  /** As it is stored: empty, or what was kept of it. */
  readonly answer: Answer
  readonly cursor: AnswerStart['cursor']
  /** Stores the place of the answer and says how it is to be answered. */
  readonly prepare: () => Promise<AnswerPlan>
  /** Null: nobody watches yet. */
  readonly subscriber: AnswerSubscriber | null
}

export interface AnswerRegistry {
  /**
   * Starts the answer. It is there, to be watched and stopped, while it is prepared; it is gone, and
   * this rejects, when that fails.
   */
  start(beginning: AnswerBeginning): Promise<void>
  /** The answer so far; the subscriber gets the tail. Null when it is not running. */
  subscribe(answerId: string, subscriber: AnswerSubscriber): Answer | null
  /** Nothing of any answer goes to the subscriber any more. The answers go on. */
  unsubscribe(subscriber: AnswerSubscriber): void
  stop(answerId: string): void
  /** Ends a wait before the next attempt. */
  retryNow(answerId: string): void
  isConversationRunning(conversationId: string): boolean
  runningIn(conversationId: string): readonly string[]
  /** The answer so far; undefined when it is not running. */
  find(answerId: string): Answer | undefined
  /** The conversation with what is further in memory than on disk. */
  overlay(conversation: Conversation): Conversation
  /** Brings an ended answer to disk that could not be stored. Rejects when it still cannot. */
  storeKept(answerId: string): Promise<void>
  /** All answers that are running. */
  readonly ids: readonly string[]
  /** How many they are. */
  readonly size: number
  /** Ends all answers as interrupted and waits until they are stored. */
  interruptAll(): Promise<void>
}

interface Running {
  readonly conversationId: string
  answer: Answer
  readonly subscribers: Set<AnswerSubscriber>
  run: AnswerRun | null
  /** What was asked of it while it was being prepared. */
  wanted: 'stop' | 'interrupt' | null
  readonly stored: Promise<void>
  readonly settle: () => void
}

/**
 * All running answers. Windows come and go; an answer only ends by itself, by `stop` or with the app.
 * An end is stored before it is shown.
 */
export function createAnswerRegistry(options: {
  readonly surroundings: Omit<AnswerSurroundings, 'log'>
  readonly storage: AnswerStorage
  readonly newId: () => string
  readonly changed: () => void
  readonly report: (error: unknown) => void
  readonly log?: (answerId: string, entry: RunLogEntry) => void
}): AnswerRegistry {
  const { surroundings, storage, newId, changed, report, log = () => {} } = options
  const { clock } = surroundings
  const running = new Map<string, Running>()
  const checkpointer = createCheckpointer(clock, storage.appendCheckpoints, report)

  const batcher = createEventBatcher(clock, (events) => {
    const shares = new Map<AnswerSubscriber, NumberedEvent[]>()
    for (const event of events) {
      const entry = running.get(event.answerId)
      if (entry === undefined) continue
      entry.answer = reduceAnswer(entry.answer, event)
      for (const subscriber of entry.subscribers) {
        const share = shares.get(subscriber)
        if (share === undefined) shares.set(subscriber, [event])
        else share.push(event)
      }
    }
    for (const [subscriber, share] of shares) subscriber(share)
  })

  const enlist = (
    conversationId: string,
    answer: Answer,
    subscribers: Iterable<AnswerSubscriber>,
  ): Running => {
    let settle = (): void => {}
    const stored = new Promise<void>((resolve) => {
      settle = resolve
    })
    const entry: Running = {
      conversationId,
      answer,
      subscribers: new Set(subscribers),
      run: null,
      wanted: null,
      stored,
      settle,
    }
    running.set(answer.id, entry)
    return entry
  }

  const unstored = createUnstoredAnswers(clock, storage.endAnswer, changed)
  const storeEnd = async ({ answer }: Running, end: AnswerEnd): Promise<AnswerEnd> => {
    const sequence = answer.sequence + 1
    const ended = reduceAnswer(answer, {
      answerId: answer.id,
      sequence,
      at: clock.now(),
      event: end,
    })
    try {
      await storage.endAnswer(ended)
      return end
    } catch (error) {
      report(error)
      unstored.keep(ended)
      return { type: 'answer-failed', failure: notStored(error) }
    }
  }
  const finish = async (entry: Running, end: AnswerEnd): Promise<void> => {
    const { id } = entry.answer
    batcher.flush()
    const rest = checkpointer.take(id)
    // The end is written with the whole text, but only a checkpoint knows where the server can go on.
    if (rest !== null) storage.appendCheckpoints([rest]).catch(report)
    batcher.add(id, await storeEnd(entry, end))
    running.delete(id)
    changed()
    entry.settle()
  }

  return {
    async start({ conversationId, questionId, answer, cursor, prepare, subscriber }) {
      let entry = enlist(conversationId, answer, subscriber === null ? [] : [subscriber])
      const plan = await prepare().catch((error: unknown) => {
        running.delete(answer.id)
        entry.settle()
        throw error
      })
      if (answer.text !== '') checkpointer.begin(answer.id, answer.text.length)
      changed()

      const emit = (event: AnswerEvent): void => {
        const { id } = entry.answer
        if (event.type === 'text-delta') checkpointer.record(id, 'text', event.text)
        if (event.type === 'reasoning-delta') checkpointer.record(id, 'reasoning', event.text)
        batcher.add(id, event)
      }
      /** The old version ends where it is; a new one, its sibling, takes the run over. */
      const restart = (model: ModelReference): void => {
        const old = entry
        const version = newAnswer(newId(), model, clock.now())
        entry = enlist(conversationId, version, old.subscribers)
        entry.run = old.run
        storage.addAnswer(conversationId, questionId, version, version.startedAt).catch(report)
        void finish(old, { type: 'answer-interrupted', restartedAs: version.id })
      }
      const run = startAnswerRun({
        plan,
        start: { text: answer.text, cursor },
        surroundings: { ...surroundings, log: (line) => log(entry.answer.id, line) },
        emit,
        keep: (reached) => checkpointer.reach(entry.answer.id, reached),
        restarted: restart,
        end: (end) => void finish(entry, end),
      })
      entry.run = run
      if (entry.wanted === 'stop') run.stop()
      if (entry.wanted === 'interrupt') run.interrupt()
    },
    subscribe(answerId, subscriber) {
      batcher.flush()
      const entry = running.get(answerId)
      if (entry === undefined) return null
      entry.subscribers.add(subscriber)
      return entry.answer
    },
    unsubscribe(subscriber) {
      for (const entry of running.values()) entry.subscribers.delete(subscriber)
    },
    stop(answerId) {
      const entry = running.get(answerId)
      if (entry?.run) entry.run.stop()
      else if (entry) entry.wanted = 'stop'
    },
    retryNow(answerId) {
      running.get(answerId)?.run?.retryNow()
    },
    isConversationRunning(conversationId) {
      return [...running.values()].some((entry) => entry.conversationId === conversationId)
    },
    runningIn(conversationId) {
      return [...running.values()]
        .filter((entry) => entry.conversationId === conversationId)
        .map(({ answer }) => answer.id)
    },
    find(answerId) {
      batcher.flush()
      return running.get(answerId)?.answer
    },
    overlay(conversation) {
      return {
        ...conversation,
        messages: conversation.messages.map((message) => {
          if (message.role === 'user') return message
          const answer = running.get(message.id)?.answer ?? unstored.find(message.id)
          return answer === undefined ? message : { ...message, answer }
        }),
      }
    },
    async storeKept(answerId) {
      if (unstored.find(answerId) !== undefined) await unstored.tryNow()
      if (unstored.find(answerId) !== undefined) {
        throw new Error('This answer could not be saved yet. Free some space on the disk first.')
      }
    },
    get ids() {
      return [...running.keys()]
    },
    get size() {
      return running.size
    },
    async interruptAll() {
      const entries = [...running.values()]
      for (const entry of entries) {
        if (entry.run) entry.run.interrupt()
        else entry.wanted = 'interrupt'
      }
      await Promise.all(entries.map(({ stored }) => stored))
      await unstored.tryNow()
    },
  }
}

function notStored(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : 'The disk refused.'
  return {
    code: 'internal',
    message: `The answer could not be saved yet. ${reason} Rivulet tries again by itself; copy the answer before you close it.`,
    retryable: false,
  }
}

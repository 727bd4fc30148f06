import type { ModelReference } from '../../shared/providers/provider'
import { type Answer, reduceAnswer } from '../../shared/stream/reduce-answer'
import type { AnswerEnd, AnswerEvent, NumberedEvent } from '../../shared/stream/stream-event'
import type { Checkpoint } from '../history/history'
import type { ChatRequest, Provider } from '../providers/provider'
import { type AnswerRun, startAnswerRun } from './answer-run'
import { createCheckpointer } from './checkpoint'
import type { Clock } from './clock'
import { createEventBatcher } from './event-batcher'

export type AnswerSubscriber = (events: readonly NumberedEvent[]) => void

export interface AnswerStorage {
  appendCheckpoints(checkpoints: readonly Checkpoint[]): Promise<void>
  endAnswer(answer: Answer): Promise<void>
}

interface Running {
  readonly conversationId: string
  answer: Answer
  readonly subscribers: Set<AnswerSubscriber>
  run: AnswerRun | null
  readonly ended: Promise<void>
}

export interface AnswerRegistry {
  /** Starts the answer; its place must be stored already. */
  start(start: {
    readonly conversationId: string
    readonly answer: Answer
    readonly model: ModelReference
    readonly provider: Provider
    readonly request: ChatRequest
    readonly subscriber: AnswerSubscriber
  }): void
  /** The answer so far; the subscriber gets the tail. Null when it is not running. */
  subscribe(answerId: string, subscriber: AnswerSubscriber): Answer | null
  /** Nothing of any answer goes to the subscriber any more. The answers go on. */
  unsubscribe(subscriber: AnswerSubscriber): void
  stop(answerId: string): void
  isConversationRunning(conversationId: string): boolean
  runningIn(conversationId: string): readonly string[]
  /** Ends all answers as interrupted and waits until they are stored. */
  interruptAll(): Promise<void>
}

/**
 * All running answers. Windows come and go; an answer only ends by itself, by `stop` or with the app.
 * An end is stored before it is shown.
 */
export function createAnswerRegistry(options: {
  readonly clock: Clock
  readonly storage: AnswerStorage
  readonly changed: () => void
  readonly report: (error: unknown) => void
}): AnswerRegistry {
  const { clock, storage, changed, report } = options
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

  const storeEnd = async (entry: Running, end: AnswerEnd): Promise<AnswerEnd> => {
    const numbered = {
      answerId: entry.answer.id,
      sequence: entry.answer.sequence + 1,
      at: clock.now(),
      event: end,
    }
    try {
      await storage.endAnswer(reduceAnswer(entry.answer, numbered))
      return end
    } catch (error) {
      report(error)
      return { type: 'answer-failed', failure: notStored(error) }
    }
  }

  return {
    start({ conversationId, answer, model, provider, request, subscriber }) {
      let resolveEnded = (): void => {}
      const ended = new Promise<void>((resolve) => {
        resolveEnded = resolve
      })
      const entry: Running = {
        conversationId,
        answer,
        subscribers: new Set([subscriber]),
        run: null,
        ended,
      }
      running.set(answer.id, entry)
      changed()

      const emit = (event: AnswerEvent): void => {
        if (event.type === 'text-delta') checkpointer.record(answer.id, 'text', event.text)
        if (event.type === 'reasoning-delta')
          checkpointer.record(answer.id, 'reasoning', event.text)
        batcher.add(answer.id, event)
      }
      const finish = async (end: AnswerEnd): Promise<void> => {
        batcher.flush()
        checkpointer.forget(answer.id)
        batcher.add(answer.id, await storeEnd(entry, end))
        running.delete(answer.id)
        changed()
        resolveEnded()
      }
      entry.run = startAnswerRun({ provider, request, model, emit, end: (end) => void finish(end) })
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
      running.get(answerId)?.run?.stop()
    },
    isConversationRunning(conversationId) {
      return [...running.values()].some((entry) => entry.conversationId === conversationId)
    },
    runningIn(conversationId) {
      return [...running.values()]
        .filter((entry) => entry.conversationId === conversationId)
        .map(({ answer }) => answer.id)
    },
    async interruptAll() {
      const entries = [...running.values()]
      for (const { run } of entries) run?.interrupt()
      await Promise.all(entries.map(({ ended }) => ended))
    },
  }
}

function notStored(error: unknown) {
  const reason = error instanceof Error ? error.message : 'the disk refused'
  return {
    code: 'internal',
    message: `The answer could not be saved: ${reason} Copy it before you close Rivulet.`,
    retryable: false,
  } as const
}

import { randomUUID } from 'node:crypto'
import type { ModelReference } from '../../src/shared/providers/provider'
import { type Answer, newAnswer, reduceAnswer } from '../../src/shared/stream/reduce-answer'
import { isEnd, type NumberedEvent } from '../../src/shared/stream/stream-event'
import type { Engine } from './engine'

/** An answer as a window sees it. */
export interface WatchedAnswer {
  readonly conversationId: string
  readonly answerId: string
  /** What the events added up to, at the end. */
  readonly ended: Promise<Answer>
  /** No more of it is wanted; `ended` then never settles. */
  leave(): void
  /** What the events add up to now. */
  answer(): Answer
}

/** Asks in a new conversation and follows the answer. Resolves when it has begun. */
export async function askAndWatch(
  engine: Engine,
  text: string,
  model: ModelReference,
  watch: (answer: Answer) => void = () => {},
): Promise<WatchedAnswer> {
  const conversationId = randomUUID()
  const answerId = randomUUID()
  let answer = newAnswer(answerId, model, 0)
  let resolveEnd = (_answer: Answer): void => {}
  const ended = new Promise<Answer>((resolve) => {
    resolveEnd = resolve
  })
  const subscriber = (events: readonly NumberedEvent[]): void => {
    for (const numbered of events) {
      if (numbered.answerId !== answerId) continue
      answer = reduceAnswer(answer, numbered)
      watch(answer)
      if (isEnd(numbered.event)) {
        engine.registry.unsubscribe(subscriber)
        resolveEnd(answer)
      }
    }
  }
  const question = {
    conversationId,
    parentId: null,
    questionId: randomUUID(),
    answerId,
    text,
    model,
  }
  await engine.asking.ask(question, subscriber)
  return {
    conversationId,
    answerId,
    ended,
    answer: () => answer,
    leave: () => engine.registry.unsubscribe(subscriber),
  }
}

/** The text of an answer as it lies on disk. */
export async function storedText(
  { history }: Engine,
  { conversationId, answerId }: Pick<WatchedAnswer, 'conversationId' | 'answerId'>,
): Promise<string> {
  const conversation = await history.openConversation(conversationId, [answerId])
  const message = conversation?.messages.find(({ id }) => id === answerId)
  return message?.role === 'assistant' ? message.answer.text : ''
}

import type { Question } from '../../shared/conversation/conversation'
import type { ModelReference } from '../../shared/providers/provider'
import type { Settings } from '../../shared/settings/settings'
import type { Failure } from '../../shared/stream/failure'
import { type Answer, newAnswer } from '../../shared/stream/reduce-answer'
import type { History } from '../history/history'
import type { Provider } from '../providers/provider'
import type { AnswerRegistry, AnswerSubscriber } from './answer-registry'
import { chatContext } from './chat-context'
import type { Clock } from './clock'

export interface Asking {
  /** Stores the question, then starts its answer. Rejects, with nothing started, when it cannot be stored. */
  ask(question: Question, subscriber: AnswerSubscriber): Promise<void>
  /** Starts a further answer to a question that is there. */
  answerAgain(again: AnswerRequest, subscriber: AnswerSubscriber): Promise<void>
  /** Also stops an answer whose question is still being stored. */
  stop(answerId: string): void
}

type AnswerRequest = Omit<Question, 'parentId' | 'text'>

export function createAsking(options: {
  readonly clock: Clock
  readonly history: History
  readonly registry: AnswerRegistry
  readonly settings: () => Settings
  readonly providerFor: (model: ModelReference) => Promise<Provider | Failure>
}): Asking {
  const { clock, history, registry, settings, providerFor } = options
  /** Answers whose place is being stored, and whether they were stopped meanwhile. */
  const starting = new Map<string, { stopped: boolean }>()

  const storeThenStart = async (
    { conversationId, questionId, answerId, model }: AnswerRequest,
    subscriber: AnswerSubscriber,
    store: (answer: Answer, now: number) => Promise<void>,
  ): Promise<void> => {
    const now = clock.now()
    const answer = newAnswer(answerId, model, now)
    const place = { stopped: false }
    starting.set(answerId, place)
    try {
      await store(answer, now)
      const conversation = await history.openConversation(conversationId)
      if (conversation === null) throw new Error('This conversation is not there any more.')
      const { systemPrompt, temperature } = settings()
      registry.start({
        conversationId,
        answer,
        model,
        provider: whenKnown(() => providerFor(model)),
        request: {
          modelId: model.modelId,
          messages: chatContext(conversation, questionId),
          systemPrompt,
          temperature,
          streaming: true,
          partial: '',
          cursor: null,
        },
        subscriber,
      })
      if (place.stopped) registry.stop(answerId)
    } finally {
      starting.delete(answerId)
    }
  }

  return {
    ask: (question, subscriber) =>
      storeThenStart(question, subscriber, (answer, now) =>
        history.addQuestion(question, answer, now),
      ),
    answerAgain: (again, subscriber) =>
      storeThenStart(again, subscriber, (answer, now) =>
        history.addAnswer(again.conversationId, again.questionId, answer, now),
      ),
    stop(answerId) {
      const place = starting.get(answerId)
      if (place !== undefined) place.stopped = true
      registry.stop(answerId)
    },
  }
}

/** The provider may wait for the keychain; the answer is there, and can be stopped, before that. */
function whenKnown(find: () => Promise<Provider | Failure>): Provider {
  return {
    keepsAnswers: false,
    async *stream(request, signal) {
      const found = await find()
      if ('stream' in found) yield* found.stream(request, signal)
      else yield { type: 'failed', failure: found }
    },
  }
}

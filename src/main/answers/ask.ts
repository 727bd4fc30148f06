import type { Conversation, Question } from '../../shared/conversation/conversation'
import { type ModelReference, sameModel } from '../../shared/providers/provider'
import type { Settings } from '../../shared/settings/settings'
import { type Answer, newAnswer } from '../../shared/stream/reduce-answer'
import type { History } from '../history/history'
import type { AnswerPlan } from './answer-plan'
import type { AnswerRegistry, AnswerSubscriber } from './answer-registry'
import { chatContext } from './chat-context'
import type { Clock } from './clock'

export interface Asking {
  /** Stores the question, then starts its answer. Rejects, with nothing started, when it cannot be stored. */
  ask(question: Question, subscriber: AnswerSubscriber): Promise<void>
  /** Starts a further answer to a question that is there. */
  answerAgain(again: AnswerRequest, subscriber: AnswerSubscriber): Promise<void>
  /** Lets an ended answer go on where it stopped. The answer so far, running again. */
  resume(answerId: string, subscriber: AnswerSubscriber): Promise<Answer>
  /** Lets go on what the last run of the app left unfinished, as far as the settings say so. */
  resumeUnfinished(): Promise<void>
}

type AnswerRequest = Omit<Question, 'parentId' | 'text'>

export function createAsking(options: {
  readonly clock: Clock
  readonly history: History
  readonly registry: AnswerRegistry
  readonly settings: () => Settings
}): Asking {
  const { clock, history, registry, settings } = options

  const plan = async (
    conversationId: string,
    questionId: string,
    model: ModelReference,
  ): Promise<AnswerPlan> => {
    const live = registry.runningIn(conversationId)
    const conversation = await history.openConversation(conversationId, live)
    if (conversation === null) throw new Error('This conversation is not there any more.')
    return planFor(registry.overlay(conversation), questionId, model, settings())
  }

  const storeThenStart = (
    { conversationId, questionId, answerId, model }: AnswerRequest,
    subscriber: AnswerSubscriber,
    store: (answer: Answer, now: number) => Promise<void>,
  ): Promise<void> => {
    const now = clock.now()
    const answer = newAnswer(answerId, model, now)
    return registry.start({
      conversationId,
      questionId,
      answer,
      cursor: null,
      subscriber,
      async prepare() {
        await store(answer, now)
        return plan(conversationId, questionId, model).catch(async (error: unknown) => {
          // Its place is on disk and would be waited for: nobody is going to fill it.
          await history.endAnswer({ ...answer, state: { kind: 'stopped' }, endedAt: clock.now() })
          throw error
        })
      },
    })
  }

  const resume = async (answerId: string, subscriber: AnswerSubscriber | null): Promise<Answer> => {
    await registry.storeKept(answerId)
    const { conversationId, questionId, answer, cursor } = await history.reopenAnswer(
      answerId,
      registry.ids,
    )
    const prepare = () => plan(conversationId, questionId, answer.model)
    await registry.start({ conversationId, questionId, answer, cursor, prepare, subscriber })
    return registry.find(answerId) ?? answer
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
    resume,
    async resumeUnfinished() {
      for (const { answerId } of await history.takeUnfinished(settings().automaticResume)) {
        await resume(answerId, null)
      }
    },
  }
}

function planFor(
  conversation: Conversation,
  questionId: string,
  model: ModelReference,
  settings: Settings,
): AnswerPlan {
  const fallbacks = settings.fallbackModels.filter((each) => !sameModel(each, model))
  return {
    models: [model, ...fallbacks],
    messages: chatContext(conversation, questionId),
    systemPrompt: settings.systemPrompt,
    temperature: settings.temperature,
    streaming: settings.streaming,
    patience: {
      firstByte: settings.firstByteSeconds * 1000,
      betweenBytes: settings.betweenBytesSeconds * 1000,
    },
    hedgeAfter: settings.hedgeAfterSeconds === null ? null : settings.hedgeAfterSeconds * 1000,
  }
}

import type { WebContents } from 'electron'
import type { AnswerRegistry, AnswerSubscriber } from '../../answers/answer-registry'
import type { Asking } from '../../answers/ask'
import type { History } from '../../history/history'
import type { Handlers } from '../handle'

type Answers =
  | 'answers.ask'
  | 'answers.regenerate'
  | 'answers.stop'
  | 'answers.subscribe'
  | 'answers.retryNow'
  | 'answers.resume'
  | 'answers.pastLengths'

export function answerHandlers(
  asking: Asking,
  registry: AnswerRegistry,
  history: History,
  subscriberOf: (window: WebContents) => AnswerSubscriber,
): Handlers<Answers> {
  return {
    'answers.ask': async (question, sender) => {
      await asking.ask(question, subscriberOf(sender))
      return null
    },
    'answers.regenerate': async (again, sender) => {
      await asking.answerAgain(again, subscriberOf(sender))
      return null
    },
    'answers.stop': ({ answerId }) => {
      registry.stop(answerId)
      return null
    },
    'answers.subscribe': ({ answerId }, sender) =>
      registry.subscribe(answerId, subscriberOf(sender)),
    'answers.retryNow': ({ answerId }) => {
      registry.retryNow(answerId)
      return null
    },
    'answers.resume': ({ answerId }, sender) => asking.resume(answerId, subscriberOf(sender)),
    'answers.pastLengths': ({ model }) => history.pastLengths(model),
  }
}

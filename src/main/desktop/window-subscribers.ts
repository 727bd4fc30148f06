import type { WebContents } from 'electron'
import type { AnswerSubscriber } from '../answers/answer-registry'
import { push } from '../ipc/push'

/** One subscriber a window, taken away when the window goes. */
export function createWindowSubscribers(
  left: (subscriber: AnswerSubscriber) => void,
  observe: AnswerSubscriber = () => {},
): (window: WebContents) => AnswerSubscriber {
  const subscribers = new WeakMap<WebContents, AnswerSubscriber>()
  return (window) => {
    const known = subscribers.get(window)
    if (known !== undefined) return known
    const subscriber: AnswerSubscriber = (events) => {
      observe(events)
      push(window, 'answers.events', events)
    }
    subscribers.set(window, subscriber)
    window.once('destroyed', () => left(subscriber))
    return subscriber
  }
}

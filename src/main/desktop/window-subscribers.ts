import type { WebContents } from 'electron'
import { createEventPacker } from '../../shared/ipc/packed-events'
import type { AnswerSubscriber } from '../answers/answer-registry'
import { push } from '../ipc/push'

const encoder = new TextEncoder()

/** One subscriber a window, taken away when the window goes. */
export function createWindowSubscribers(
  left: (subscriber: AnswerSubscriber) => void,
  observe: AnswerSubscriber = () => {},
): (window: WebContents) => AnswerSubscriber {
  const subscribers = new WeakMap<WebContents, AnswerSubscriber>()
  return (window) => {
    const known = subscribers.get(window)
    if (known !== undefined) return known
    const packer = createEventPacker((text) => encoder.encode(text))
    const subscriber: AnswerSubscriber = (events) => {
      observe(events)
      push(window, 'answers.events', packer.pack(events))
    }
    window.on('did-start-loading', packer.reset)
    window.on('did-finish-load', packer.reset)
    subscribers.set(window, subscriber)
    window.once('destroyed', () => left(subscriber))
    return subscriber
  }
}

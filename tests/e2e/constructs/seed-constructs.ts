import { seedConversation } from '../seed-conversation'
import { constructs } from './texts'

/** Puts each construct into the history: a conversation of its name, in which it answers the question. */
export function seedConstructs(userData: string, question: string): void {
  constructs.forEach(({ name, text }, index) => {
    seedConversation(userData, {
      messages: 2,
      textOf: (message) => (message === 0 ? question : text),
      conversationId: name,
      title: name,
      at: Date.UTC(2026, 0, 5, 0, index),
    })
  })
}

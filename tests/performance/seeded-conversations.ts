import { seedConversation, seededId } from '../e2e/seed-conversation'
import { modelAnswer } from './answers'

/** How many messages the conversations have that are compared. */
export const messageCounts = { long: 10_000, short: 50 } as const

export interface SeededConversation {
  readonly title: string
  readonly firstMessage: string
  readonly lastMessage: string
}

/** Few different texts are enough: nothing that reads a message knows the others. */
const answers = Array.from({ length: 20 }, (_, index) =>
  modelAnswer(index % 5 === 4 ? 'mixed' : 'prose', 240 + index * 24),
)

/** Puts a conversation into a user-data folder that nothing has open. */
export function seed(userData: string, title: string, messages: number): SeededConversation {
  const conversationId = seedConversation(userData, {
    messages,
    title,
    conversationId: title.toLowerCase().replaceAll(' ', '-'),
    textOf: (index) =>
      index % 2 === 0
        ? `Question ${index / 2 + 1}: what is to be said about this?`
        : `${answers[((index - 1) / 2) % answers.length]} Message ${index + 1}.`,
  })
  return {
    title,
    firstMessage: seededId(conversationId, 0),
    lastMessage: seededId(conversationId, messages - 1),
  }
}

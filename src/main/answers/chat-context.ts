import type { Conversation } from '../../shared/conversation/conversation'
import { pathThrough } from '../../shared/conversation/message-tree'
import type { ChatMessage } from '../providers/provider'

/** What a model is sent: the branch from the start of the conversation to the question, oldest first. */
export function chatContext(
  conversation: Conversation,
  questionId: string,
): readonly ChatMessage[] {
  const path = pathThrough(conversation.messages, questionId)
  const end = path.findIndex(({ message }) => message.id === questionId)
  return path.slice(0, end + 1).flatMap(({ message }): ChatMessage[] => {
    const text = message.role === 'user' ? message.text : message.answer.text
    return text === '' ? [] : [{ role: message.role, text }]
  })
}

import type { Conversation } from '../../shared/conversation/conversation'
import { type PathStep, pathThrough } from '../../shared/conversation/message-tree'

const noPath: readonly PathStep[] = []

/** The shown branch of a conversation, empty while it is not here. */
export function shownPath(conversation: Conversation | undefined): readonly PathStep[] {
  if (conversation === undefined) return noPath
  return pathThrough(conversation.messages, conversation.chosenMessageId)
}

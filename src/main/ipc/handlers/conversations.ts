import type { WebContents } from 'electron'
import type { ConversationSummary } from '../../../shared/conversation/conversation'
import type { AnswerRegistry, AnswerSubscriber } from '../../answers/answer-registry'
import type { History } from '../../history/history'
import type { Handlers } from '../handle'

type Conversations =
  | 'conversations.list'
  | 'conversations.open'
  | 'conversations.readEarlier'
  | 'conversations.rename'
  | 'conversations.delete'
  | 'conversations.restore'
  | 'conversations.choose'
  | 'conversations.search'

/** A page is overlaid as a conversation is. */
const unnamed = { title: '', createdAt: 0, updatedAt: 0, chosenMessageId: null }

export function conversationHandlers(
  history: History,
  registry: AnswerRegistry,
  list: () => Promise<readonly ConversationSummary[]>,
  subscriberOf: (window: WebContents) => AnswerSubscriber,
  changed: () => void,
): Handlers<Conversations> {
  return {
    'conversations.list': () => list(),
    'conversations.open': async ({ conversationId }, sender) => {
      const live = registry.runningIn(conversationId)
      const conversation = await history.openAtEnd(conversationId, live)
      if (conversation === null) throw new Error('This conversation is not there any more.')
      for (const answerId of registry.runningIn(conversationId)) {
        registry.subscribe(answerId, subscriberOf(sender))
      }
      return registry.overlay(conversation)
    },
    'conversations.readEarlier': async ({ conversationId, before }) => {
      const live = registry.runningIn(conversationId)
      const page = await history.readEarlier(conversationId, before, live)
      const { messages } = registry.overlay({
        ...unnamed,
        id: conversationId,
        messages: page.messages,
      })
      return { ...page, messages }
    },
    'conversations.rename': async ({ conversationId, title }) => {
      await history.renameConversation(conversationId, title)
      changed()
      return null
    },
    'conversations.delete': async ({ conversationId }) => {
      for (const answerId of registry.runningIn(conversationId)) registry.stop(answerId)
      await history.deleteConversation(conversationId)
      changed()
      return null
    },
    'conversations.restore': async ({ conversationId }) => {
      await history.restoreConversation(conversationId)
      changed()
      return null
    },
    'conversations.choose': async ({ conversationId, messageId }) => {
      await history.chooseMessage(conversationId, messageId)
      return null
    },
    'conversations.search': ({ text }) => history.search(text),
  }
}

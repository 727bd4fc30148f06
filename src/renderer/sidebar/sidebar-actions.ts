import type { ConversationSummary } from '../../shared/conversation/conversation'

/** What the list of conversations can ask the window for. Keeps its identity. */
export interface SidebarActions {
  readonly startNew: () => void
  /** At its end, or at a message. */
  readonly open: (conversationId: string, messageId?: string | null) => void
  readonly rename: (conversationId: string, title: string) => void
  readonly remove: (conversation: Pick<ConversationSummary, 'id' | 'title'>) => void
  readonly openSettings: () => void
}

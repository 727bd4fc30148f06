import type { ConversationSummary, SearchHit } from '../../shared/conversation/conversation'

/** What the list of conversations can ask the window for. Keeps its identity. */
export interface SidebarActions {
  readonly startNew: () => void
  /** Where one was in it, or at what was found there. */
  readonly open: (conversationId: string, hit?: SearchHit) => void
  readonly rename: (conversationId: string, title: string) => void
  readonly remove: (conversation: Pick<ConversationSummary, 'id' | 'title'>) => void
  readonly openSettings: () => void
}

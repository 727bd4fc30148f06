import { createContext, useContext } from 'react'
import type { QuestionMessage } from '../../shared/conversation/conversation'
import type { Drafts } from '../composer/drafts'

/** What can be done with the messages of the shown conversation. Keeps its identity. */
export interface ConversationActions {
  /** Resolves to whether it worked. */
  readonly copy: (text: string) => Promise<boolean>
  readonly regenerate: (questionId: string) => void
  /** An answer that has ended goes on where it stopped. */
  readonly resume: (answerId: string) => void
  /** Ends a wait before the next attempt. */
  readonly retryNow: (answerId: string) => void
  readonly stop: (answerId: string) => void
  /** Puts what happened on the wire on the clipboard; resolves to whether it worked. */
  readonly copyDiagnostics: (answerId: string) => Promise<boolean>
  /** Asks the changed text as a new version of that question; resolves to whether it was taken. */
  readonly askAgain: (question: QuestionMessage, text: string) => Promise<boolean>
  /** What was changed in a question and not asked again, by question. */
  readonly edits: Drafts
  readonly setEditing: (questionId: string | null) => void
  readonly chooseVersion: (messageId: string) => void
  readonly chooseModel: () => void
  readonly openProvider: (providerId: string) => void
}

export const ConversationActionsContext = createContext<ConversationActions | null>(null)

export function useConversationActions(): ConversationActions {
  const actions = useContext(ConversationActionsContext)
  if (actions === null) throw new Error('A message was rendered outside of a conversation')
  return actions
}

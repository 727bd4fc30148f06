import { useMemo } from 'react'
import { useClient } from '../bridge/client-context'
import type { ConversationActions } from '../conversation/conversation-actions'
import type { Session } from '../conversation/session'
import { useLatest } from '../design/use-latest'

interface MessageActionsContext {
  readonly session: Session
  readonly conversationId: string
  readonly setEditing: (questionId: string | null) => void
  readonly focusComposer: () => void
  readonly focusModel: () => void
  readonly openProvider: (providerId: string) => void
}

interface MessageActions extends ConversationActions {
  readonly copyLast: () => Promise<boolean>
}

/** The actions of messages, with one identity for as long as the window lives. */
export function useMessageActions(context: MessageActionsContext): MessageActions {
  const client = useClient()
  const latest = useLatest(context)
  const { edits } = context.session
  return useMemo(() => {
    const { bridge, answers, conversations } = client
    const copy = async (text: string) => (await bridge.desktop.copyText({ text })).ok
    return {
      copy,
      async copyLast() {
        const { session, conversationId } = latest.current
        const last = session
          .pathOf(conversationId)
          .findLast(({ message }) => message.role === 'assistant')
        if (last?.message.role !== 'assistant') return false
        const { text } = answers.read(last.message.id) ?? last.message.answer
        // An answer without text would only empty the clipboard.
        return text.trim() === '' ? false : copy(text)
      },
      // The buttons of these go with what they do; the composer is where one goes on.
      regenerate(questionId) {
        const { session, conversationId } = latest.current
        void session.regenerate(conversationId, questionId)
        latest.current.focusComposer()
      },
      resume(answerId) {
        const { session, conversationId } = latest.current
        void session.resume(conversationId, answerId)
        latest.current.focusComposer()
      },
      retryNow(answerId) {
        void bridge.answers.retryNow({ answerId })
        latest.current.focusComposer()
      },
      stop(answerId) {
        void bridge.answers.stop({ answerId })
        latest.current.focusComposer()
      },
      async copyDiagnostics(answerId) {
        const { conversationId } = latest.current
        return (await bridge.answers.copyDiagnostics({ conversationId, answerId })).ok
      },
      askAgain(question, text) {
        const { session, conversationId } = latest.current
        return session.askAgain(conversationId, question, text)
      },
      edits,
      setEditing(questionId) {
        latest.current.setEditing(questionId)
        if (questionId === null) latest.current.focusComposer()
      },
      chooseVersion(messageId) {
        void conversations.choose(latest.current.conversationId, messageId)
      },
      chooseModel: () => latest.current.focusModel(),
      openProvider: (providerId) => latest.current.openProvider(providerId),
    }
  }, [client, edits, latest])
}

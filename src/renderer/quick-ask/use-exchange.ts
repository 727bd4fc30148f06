import { useCallback, useMemo, useState } from 'react'
import type { AnswerMessage } from '../../shared/conversation/conversation'
import { useClient } from '../bridge/client-context'
import { createSession } from '../conversation/session'
import { useModel, usePath, useProblem, useReception } from '../conversation/use-session'

export interface Exchange {
  readonly conversationId: string
  /** The last answer; null before the first question. */
  readonly answer: AnswerMessage | null
  readonly asked: string | null
  readonly running: boolean
  readonly problem: string | null
  readonly model: ReturnType<typeof useModel>
  readonly ask: (text: string) => Promise<boolean>
  readonly retry: () => void
  readonly resume: (answerId: string) => void
  readonly stop: () => void
  /** The next question starts another conversation. */
  readonly clear: () => void
}

/** What quick ask shows: the last question and its answer. A further question continues them. */
export function useExchange(): Exchange {
  const client = useClient()
  const session = useMemo(() => createSession(client), [client])
  const [conversationId, setConversationId] = useState(() => crypto.randomUUID())
  const path = usePath(conversationId)
  const question = path.findLast(({ message }) => message.role === 'user')?.message
  const answer = path.at(-1)?.message
  return {
    conversationId,
    answer: answer?.role === 'assistant' ? answer : null,
    asked: question?.role === 'user' ? question.text : null,
    running: useReception(session, conversationId) === 'shown',
    problem: useProblem(session, conversationId),
    model: useModel(session, conversationId),
    ask: useCallback((text) => session.ask(conversationId, text), [session, conversationId]),
    retry: useCallback(() => {
      if (question !== undefined) void session.regenerate(conversationId, question.id)
    }, [session, conversationId, question]),
    resume: useCallback(
      (answerId) => void session.resume(conversationId, answerId),
      [session, conversationId],
    ),
    // What the main window asked in the same conversation is none of its business.
    stop: useCallback(() => {
      const answerId = session.runningAnswerOf(conversationId)
      if (answerId !== null) void client.bridge.answers.stop({ answerId })
    }, [client, session, conversationId]),
    clear: useCallback(() => setConversationId(crypto.randomUUID()), []),
  }
}

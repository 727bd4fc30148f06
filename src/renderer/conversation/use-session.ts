import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { pathThrough } from '../../shared/conversation/message-tree'
import type { ModelReference } from '../../shared/providers/provider'
import { useClient, useConversations, useSurroundings } from '../bridge/client-context'
import { useStore } from '../bridge/use-store'
import type { Session } from './session'

/** The shown branch of a conversation. */
export function usePath(conversationId: string): ReturnType<Session['pathOf']> {
  const conversation = useConversations(({ open }) => open.get(conversationId))
  return useMemo(
    () =>
      conversation === undefined
        ? []
        : pathThrough(conversation.messages, conversation.chosenMessageId),
    [conversation],
  )
}

export function useModel(session: Session, conversationId: string): ModelReference {
  useStore(session.chosenModels, (models) => models.get(conversationId))
  useConversations(({ open }) => open.get(conversationId))
  useSurroundings(({ settings }) => settings?.defaultModel)
  useSurroundings(({ providers }) => providers)
  return session.modelOf(conversationId)
}

export function useProblem(session: Session, conversationId: string): string | null {
  return useStore(session.problems, (problems) => problems.get(conversationId) ?? null)
}

/** Whether the last answer of the shown branch runs. */
export function useRunning(session: Session, conversationId: string): boolean {
  const { answers } = useClient()
  const lastId = usePath(conversationId).at(-1)?.message.id
  const subscribe = useCallback(
    (changed: () => void) => (lastId === undefined ? () => {} : answers.subscribe(lastId, changed)),
    [answers, lastId],
  )
  return useSyncExternalStore(subscribe, () => session.runningAnswerOf(conversationId) !== null)
}

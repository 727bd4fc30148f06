import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { pathThrough } from '../../shared/conversation/message-tree'
import type { ModelReference } from '../../shared/providers/provider'
import { useClient, useConversations, useSurroundings } from '../bridge/client-context'
import { useStore } from '../bridge/use-store'
import type { Reception, Session } from './session'

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

/** Whether, and where, an answer of the conversation runs. */
export function useReception(session: Session, conversationId: string): Reception {
  const { answers } = useClient()
  const messages = useConversations(({ open }) => open.get(conversationId)?.messages)
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = (messages ?? [])
        .filter(({ role }) => role === 'assistant')
        .map(({ id }) => answers.subscribe(id, changed))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [answers, messages],
  )
  // Another branch may be shown with the same messages.
  useConversations(({ open }) => open.get(conversationId)?.chosenMessageId)
  return useSyncExternalStore(subscribe, () => session.receptionOf(conversationId))
}

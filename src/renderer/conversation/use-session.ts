import { useSyncExternalStore } from 'react'
import type { PathStep } from '../../shared/conversation/message-tree'
import type { ModelReference } from '../../shared/providers/provider'
import { useClient, useConversations, useSurroundings } from '../bridge/client-context'
import { useStore } from '../bridge/use-store'
import type { Reception, Session } from './session'
import { shownPath } from './shown-path'

/** The shown branch of a conversation. */
export function usePath(conversationId: string): readonly PathStep[] {
  return shownPath(useConversations(({ open }) => open.get(conversationId)))
}

/** How many messages stand before the path that are not here yet, as far as that is known. */
export function useEarlier(conversationId: string): number {
  return useConversations(({ open }) => {
    const conversation = open.get(conversationId)
    if (conversation?.earlier === undefined) return 0
    const [first] = shownPath(conversation)
    return first?.message.parentId === null ? 0 : conversation.earlier.count
  })
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
  // Other messages, or another branch of them.
  useConversations(({ open }) => open.get(conversationId))
  return useSyncExternalStore(answers.running.subscribe, () => session.receptionOf(conversationId))
}

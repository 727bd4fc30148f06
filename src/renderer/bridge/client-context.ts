import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Answer } from '../../shared/stream/reduce-answer'
import type { Client } from './client'
import type { Conversations } from './conversation-store'
import type { Surroundings } from './settings-store'
import { useStore } from './use-store'

export const ClientContext = createContext<Client | null>(null)

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (client === null) throw new Error('A component was rendered outside of its window')
  return client
}

export function useConversations<Part>(select: (value: Conversations) => Part): Part {
  return useStore(useClient().conversations, select)
}

export function useSurroundings<Part>(select: (value: Surroundings) => Part): Part {
  return useStore(useClient().surroundings, select)
}

/** A part of an answer; renders again only when that part changes. */
export function useAnswer<Part>(answer: Answer, select: (value: Answer) => Part): Part {
  const { answers } = useClient()
  const { id } = answer
  const subscribe = useCallback(
    (changed: () => void) => answers.subscribe(id, changed),
    [answers, id],
  )
  const read = () => select(answers.read(id) ?? answer)
  return useSyncExternalStore(subscribe, read, read)
}

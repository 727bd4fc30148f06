import { useCallback, useEffect, useState } from 'react'
import type { SearchHit } from '../../shared/conversation/conversation'
import { messageIn, pathThrough } from '../../shared/conversation/message-tree'
import { useClient, useConversations } from '../bridge/client-context'
import { placeAtStart } from './place-at-start'
import { firstVisit, goBack, goForward, visit, visited, withoutVisit } from './visits'

export interface Place {
  readonly conversationId: string
  /** What a search found there, until it is in view. */
  readonly hit: SearchHit | null
  readonly go: (conversationId: string, hit?: SearchHit) => void
  readonly hitReached: () => void
  /** To the conversation in which nothing has been asked yet; there is one at a time. */
  readonly startNew: () => string
  readonly leave: (conversationId: string) => void
  readonly back: () => void
  readonly forward: () => void
}

/** Which conversation is shown. One that is shown is read from main, and again each time. */
export function usePlace(): Place {
  const { conversations, memory } = useClient()
  const [start] = useState(() => placeAtStart(memory, () => crypto.randomUUID()))
  const [blankId, setBlankId] = useState(start.blankId)
  const [visits, setVisits] = useState(() => firstVisit(start.shownId))
  const [hit, setHit] = useState<SearchHit | null>(null)
  const targetId = hit?.messageId ?? null
  const conversationId = visited(visits)

  useEffect(() => {
    let current = true
    // In a page that was loaded again only the list tells whether anything was asked there.
    void conversations.ready.then(() => {
      const isBlank = !conversations.read().summaries?.some(({ id }) => id === conversationId)
      if (current && (!isBlank || conversationId !== blankId)) {
        void conversations.open(conversationId)
      }
    })
    return () => {
      current = false
    }
  }, [conversations, conversationId, blankId])

  useEffect(() => {
    memory.write('blank', blankId)
    memory.write('shown', conversationId)
  }, [memory, blankId, conversationId])

  // What is looked for may stand on another branch than the one shown last, or be not here yet.
  const whereabouts = useConversations(({ open }) => {
    const conversation = open.get(conversationId)
    if (targetId === null || conversation === undefined) return 'unknown'
    const { messages, chosenMessageId, earlier } = conversation
    const target = messageIn(messages, targetId)
    if (target === undefined) return earlier === undefined ? 'unknown' : 'earlier'
    const path = pathThrough(messages, chosenMessageId)
    return path.some(({ message }) => message === target) ? 'shown' : 'elsewhere'
  })
  useEffect(() => {
    if (targetId === null) return
    if (whereabouts === 'elsewhere') void conversations.choose(conversationId, targetId)
    if (whereabouts === 'earlier') void conversations.openWhole(conversationId)
  }, [conversations, conversationId, whereabouts, targetId])

  const unusedId = useCallback(() => {
    if (!conversations.read().open.has(blankId)) return blankId
    const next = crypto.randomUUID()
    setBlankId(next)
    return next
  }, [blankId, conversations])

  return {
    conversationId,
    hit,
    hitReached: useCallback(() => setHit(null), []),
    go: useCallback((id, found) => {
      setHit(found ?? null)
      setVisits((current) => visit(current, id))
    }, []),
    startNew: useCallback(() => {
      const id = unusedId()
      setVisits((current) => visit(current, id))
      return id
    }, [unusedId]),
    leave: useCallback(
      (id) => {
        const instead = unusedId()
        setVisits((current) => withoutVisit(current, id, instead))
      },
      [unusedId],
    ),
    back: useCallback(() => setVisits(goBack), []),
    forward: useCallback(() => setVisits(goForward), []),
  }
}

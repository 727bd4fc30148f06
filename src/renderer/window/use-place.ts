import { useCallback, useEffect, useState } from 'react'
import { useClient } from '../bridge/client-context'
import { firstVisit, goBack, goForward, visit, visited, withoutVisit } from './visits'

export interface Place {
  readonly conversationId: string
  readonly go: (conversationId: string) => void
  /** To the conversation in which nothing has been asked yet; there is one at a time. */
  readonly startNew: () => string
  readonly leave: (conversationId: string) => void
  readonly back: () => void
  readonly forward: () => void
}

/** Which conversation is shown. One that is shown is read from main, and again each time. */
export function usePlace(): Place {
  const { conversations } = useClient()
  const [blankId, setBlankId] = useState(() => crypto.randomUUID())
  const [visits, setVisits] = useState(() => firstVisit(blankId))
  const conversationId = visited(visits)

  useEffect(() => {
    const isBlank = !conversations.read().summaries?.some(({ id }) => id === conversationId)
    if (!isBlank || conversationId !== blankId) void conversations.open(conversationId)
  }, [conversations, conversationId, blankId])

  const unusedId = useCallback(() => {
    if (!conversations.read().open.has(blankId)) return blankId
    const next = crypto.randomUUID()
    setBlankId(next)
    return next
  }, [blankId, conversations])

  return {
    conversationId,
    go: useCallback((id) => setVisits((current) => visit(current, id)), []),
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

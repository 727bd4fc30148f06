import { type RefObject, useEffect, useRef } from 'react'
import type { SearchHit } from '../../../shared/conversation/conversation'
import type { PathStep } from '../../../shared/conversation/message-tree'
import { markHit } from './mark-hit'

interface HitOptions {
  readonly conversationId: string
  readonly path: readonly PathStep[]
  readonly content: RefObject<HTMLElement | null>
  /** What a search found, until it is reached. */
  readonly hit: SearchHit | null
  readonly reached: () => void
  readonly show: (messageId: string) => boolean
  readonly showIn: (messageId: string, placeIn: () => Range | null) => void
}

/** Brings the hit of a search into view and marks it. */
export function useHit(options: HitOptions): void {
  const { conversationId, path, content, hit, reached, show, showIn } = options
  const stop = useRef(() => {})

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation has nothing of it.
  useEffect(() => () => stop.current(), [conversationId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it may be on another path.
  useEffect(() => {
    const messageId = hit?.messageId ?? null
    if (hit === null || messageId === null || content.current === null || !show(messageId)) return
    stop.current()
    stop.current = markHit({
      content: content.current,
      messageId,
      excerpt: hit.excerpt,
      bringIntoView: (place) => showIn(messageId, () => place),
    })
    reached()
  }, [hit, path, content, show, showIn, reached])
}

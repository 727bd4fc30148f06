import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { PathStep } from '../../../shared/conversation/message-tree'
import type { MessageLayout } from '../scrolling/message-layout'
import { marginInView } from '../scrolling/use-conversation-window'
import { keepInView } from './keep-in-view'
import { type Match, matchAt, matchFrom, ordinalOf } from './match-list'
import { useMarks } from './use-marks'
import { useMatches } from './use-matches'

export interface FindOptions {
  readonly path: readonly PathStep[]
  readonly view: RefObject<HTMLElement | null>
  readonly content: RefObject<HTMLElement | null>
  readonly layout: RefObject<MessageLayout | null>
  readonly current: Match | null
  readonly setCurrent: (match: Match | null) => void
  /** Mounts a message and brings a place in it into view; of the whole message where that is null. */
  readonly showIn: (messageId: string, placeIn: () => Range | null) => void
}

/** Looks for words in a conversation: what the find bar shows and does. */
export function useFind(options: FindOptions) {
  const { path, view, content, layout, current, setCurrent, showIn } = options
  const [wanted, setWanted] = useState('')
  const found = useMatches(path, wanted)
  const { placeOf, countAbove } = useMarks(content, wanted, current)
  const list = found?.wanted === wanted ? found.list : null

  const leave = useRef(() => {})
  useEffect(() => () => leave.current(), [])
  const choose = useCallback(
    (match: Match | null) => {
      setCurrent(match)
      leave.current()
      if (match === null || content.current === null) return
      const { messageId } = match
      const placeIn = () => placeOf(match)
      showIn(messageId, placeIn)
      leave.current = keepInView({
        content: content.current,
        messageId,
        placeIn,
        bringIntoView: (place) => showIn(messageId, () => place),
      })
    },
    [content, setCurrent, showIn, placeOf],
  )

  // A new text begins where the reader is; more messages leave the current match as it is.
  const begun = useRef('')
  useEffect(() => {
    const now = layout.current
    const element = view.current
    if (list === null || now === null || element === null) return
    const isNew = begun.current !== wanted
    begun.current = wanted
    if (!isNew && ordinalOf(list, current) > 0) return
    const top = now.at(element.scrollTop)
    const seenFrom = element.getBoundingClientRect().top + marginInView
    choose(matchFrom(list, now.indexOf, top, countAbove(now.idAt(top), seenFrom)))
  }, [list, wanted, current, layout, view, countAbove, choose])

  const ordinal = list === null ? 0 : ordinalOf(list, current)
  return {
    wanted,
    setWanted,
    ordinal,
    total: list?.total ?? null,
    go(step: 1 | -1) {
      if (list !== null) choose(matchAt(list, ordinal + step))
    },
  }
}

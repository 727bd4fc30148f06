import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { PathStep } from '../../../shared/conversation/message-tree'
import { type Following, useFollowing } from '../use-following'
import { afterFrame } from './after-frame'
import type { MessageLayout } from './message-layout'
import { elementOf } from './message-of'
import { returnTo } from './return-to'
import { useKeptMessages } from './use-kept-messages'
import { type MessageWindow, useMessageWindow } from './use-message-window'
import { useReadingPlace } from './use-reading-place'

interface Options {
  readonly conversationId: string
  readonly path: readonly PathStep[]
  readonly earlier: number
  readonly wantEarlier: () => void
  /** Messages that stay mounted, besides those with the focus or the selection. */
  readonly keptIds: readonly (string | null)[]
}

interface ConversationWindow extends Omit<Following, 'isHeld' | 'letGo'> {
  readonly messageWindow: MessageWindow
  readonly layout: RefObject<MessageLayout | null>
  /** Brings a message into view and stays there. False when it is not on the path. */
  readonly show: (messageId: string) => boolean
  /** The same, and a place in it that can be told when it is mounted. */
  readonly showIn: (messageId: string, placeIn: () => Range | null) => void
}

/**
 * What is nearer to an edge of the view than this is hard to see there, in CSS pixels: the find bar is
 * over it.
 */
export const marginInView = 56

/** Where the view was in a conversation, by the message at its top. */
interface RememberedPlace {
  readonly messageId: string
  /** How far the view's top is below the message's, in CSS pixels. */
  readonly below: number
}

/** What is mounted of a conversation, where the view is, and where it was in others. */
export function useConversationWindow(options: Options): ConversationWindow {
  const { conversationId, path, earlier, wantEarlier, keptIds } = options
  const layout = useRef<MessageLayout | null>(null)
  const shown = useRef<{ conversationId: string; lastId: string | undefined } | null>(null)
  const places = useRef(new Map<string, RememberedPlace>()).current

  const followed = useFollowing(conversationId)
  const { view, content, follow, isHeld, letGo } = followed

  useReadingPlace(view, content, isHeld)

  const keptByReader = useKeptMessages(content, layout)
  const kept = new Set([...keptByReader, ...keptIds.filter((id) => id !== null)])
  const messageWindow = useMessageWindow({
    view,
    content,
    subject: conversationId,
    path,
    earlier,
    kept,
    isHeld,
    wantEarlier,
  })
  layout.current = messageWindow.layout
  const { update, placeOf } = messageWindow

  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { conversationId, lastId: path.at(-1)?.message.id }
    const isOtherBranch =
      before?.conversationId === conversationId &&
      before.lastId !== undefined &&
      placeOf(before.lastId) === null
    // Whoever goes through versions looks at them, not at where they lead.
    if (isOtherBranch) letGo()
    else if (isHeld()) follow()
    update()
  }, [conversationId, path, placeOf, isHeld, follow, letGo, update])

  // Comes after the following has put the view at the end.
  useLayoutEffect(() => {
    const place = places.get(conversationId)
    const element = view.current
    if (place === undefined || element === null || content.current === null) return
    return returnTo({
      view: element,
      content: content.current,
      wanted() {
        const top = placeOf(place.messageId)
        return top === null ? null : top + place.below
      },
      scrollTo(top) {
        letGo()
        element.scrollTop = top
        update()
      },
    })
  }, [conversationId, places, placeOf, view, content, letGo, update])

  const show = useCallback(
    (messageId: string) => {
      const element = view.current
      const top = placeOf(messageId)
      if (element === null || top === null) return false
      letGo()
      element.scrollTop = top - element.clientHeight / 2
      update()
      // What it has to be is known when it is mounted, which is before the next paint.
      queueMicrotask(() => {
        const message = elementOf(content.current, messageId)
        const now = layout.current
        if (message === null || now === null) return
        // By an estimate that is far off, the view would already be among the messages behind it.
        now.measured(now.indexOf(messageId), message.getBoundingClientRect().height)
        message.scrollIntoView({ block: 'center' })
        update()
      })
      return true
    },
    [view, content, placeOf, update, letGo],
  )

  const showIn = useCallback(
    (messageId: string, placeIn: () => Range | null) => {
      const centre = (place: Range | null) => {
        if (view.current === null || place === null) return
        const { top, bottom } = view.current.getBoundingClientRect()
        const at = place.getBoundingClientRect()
        if (at.top >= top + marginInView && at.bottom <= bottom - marginInView) return
        letGo()
        view.current.scrollTop += (at.top + at.bottom - top - bottom) / 2
        update()
      }
      const place = placeIn()
      if (place !== null) centre(place)
      else if (show(messageId)) queueMicrotask(() => centre(placeIn()))
    },
    [view, show, update, letGo],
  )

  // Another conversation is on the page before an effect that comes later would end.
  useLayoutEffect(() => {
    const element = view.current
    if (element === null) return
    const { ask, callOff } = afterFrame(() => {
      const now = layout.current
      if (now === null || now.count === 0) return
      const messageId = now.idAt(now.at(element.scrollTop))
      const below = element.scrollTop - (placeOf(messageId) ?? 0)
      if (isHeld()) places.delete(conversationId)
      else places.set(conversationId, { messageId, below })
    })
    element.addEventListener('scroll', ask, { passive: true })
    return () => {
      callOff()
      element.removeEventListener('scroll', ask)
    }
  }, [view, conversationId, places, placeOf, isHeld])

  return { ...followed, messageWindow, layout, show, showIn }
}

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

interface Following {
  readonly view: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  /** Whether the view stays at the end while the content grows. */
  readonly following: boolean
  readonly follow: () => void
  /** Brings a message into view and stays there. */
  readonly showMessage: (messageId: string) => void
}

/** Fractions of a pixel are lost between heights and positions. */
const tolerance = 2

/** Whoever scrolls down to the end of a growing text finds it a few lines further on. */
const reach = 48

/**
 * Follows the end only while the reader is there: any scroll upwards lets go, arriving at the end
 * takes hold again. `subject` names what is read: another one starts at its end.
 */
export function useFollowing(subject: string): Following {
  const view = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const held = useRef(true)
  const [following, setFollowing] = useState(true)

  const hold = useCallback((value: boolean) => {
    held.current = value
    setFollowing(value)
  }, [])
  const toEnd = useCallback(() => {
    const element = view.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [])
  const follow = useCallback(() => {
    hold(true)
    toEnd()
  }, [hold, toEnd])

  const showMessage = useCallback(
    (messageId: string) => {
      hold(false)
      content.current
        ?.querySelector(`[data-message="${CSS.escape(messageId)}"]`)
        ?.scrollIntoView({ block: 'center' })
    },
    [hold],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject starts anew.
  useLayoutEffect(follow, [subject, follow])

  useEffect(() => {
    const element = view.current
    const growing = content.current
    if (element === null || growing === null) return
    let position = element.scrollTop
    let height = element.scrollHeight

    const isWithin = (distance: number) =>
      element.scrollHeight - element.clientHeight - element.scrollTop <= distance
    function onScroll() {
      if (element === null) return
      const up = element.scrollTop < position - tolerance
      const down = element.scrollTop > position + tolerance
      // Content that became shorter moves the view too; that was not the reader.
      const shrank = element.scrollHeight < height
      position = element.scrollTop
      height = element.scrollHeight
      if (isWithin(tolerance) || (down && isWithin(reach))) hold(true)
      else if (up && !shrank) hold(false)
    }
    function onWheel(event: WheelEvent) {
      if (element === null) return
      if (event.deltaY < 0 && element.scrollTop > 0) hold(false)
    }
    const observer = new ResizeObserver(() => {
      if (held.current) toEnd()
      else if (isWithin(tolerance)) hold(true)
    })
    observer.observe(growing)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    element.addEventListener('wheel', onWheel, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
      element.removeEventListener('wheel', onWheel)
    }
  }, [hold, toEnd])

  return { view, content, following, follow, showMessage }
}

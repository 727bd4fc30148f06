import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isTextField } from '../design/is-text-field'
import { scrollOf } from './scrolling/scroll-key'

export interface Following {
  readonly view: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  /** Whether the view stays at the end while the content grows, or there is nothing to scroll. */
  readonly following: boolean
  readonly follow: () => void
  /** Whether the view stays at the end, at this very moment. */
  readonly isHeld: () => boolean
  /** The reader stays where he is, whatever comes. */
  readonly letGo: () => void
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
  /** The reader is on the way up: being near the end does not mean arriving there. */
  const leaving = useRef(false)
  const [following, setFollowing] = useState(true)

  const hold = useCallback((value: boolean) => {
    held.current = value
    if (value) leaving.current = false
    setFollowing(value || !canScroll(view.current))
  }, [])
  const toEnd = useCallback(() => {
    const element = view.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [])
  const follow = useCallback(() => {
    hold(true)
    toEnd()
  }, [hold, toEnd])
  const letGo = useCallback(() => hold(false), [hold])
  const isHeld = useCallback(() => held.current, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject starts anew.
  useLayoutEffect(follow, [subject, follow])

  useEffect(() => {
    const element = view.current
    const growing = content.current
    if (element === null || growing === null) return
    let position = element.scrollTop

    const isWithin = (distance: number) =>
      element.scrollHeight - element.clientHeight - element.scrollTop <= distance
    function remember() {
      if (element === null) return
      position = element.scrollTop
    }
    function onScroll() {
      if (element === null) return
      const up = element.scrollTop < position - tolerance
      const down = element.scrollTop > position + tolerance
      remember()
      const isThere = isWithin(tolerance) || (down && isWithin(reach))
      if (isThere && !leaving.current) hold(true)
      else if (up) hold(false)
    }
    // A smooth scroll begins with less than a pixel, and the next word would take the view back.
    function leave() {
      if (element === null || element.scrollTop === 0) return
      leaving.current = true
      hold(false)
    }
    function comeBack() {
      leaving.current = false
    }
    function onWheel({ deltaX, deltaY }: WheelEvent) {
      // Fingers that go sideways, as over a wide table, never go straight.
      if (Math.abs(deltaX) > Math.abs(deltaY)) return
      if (deltaY < 0) leave()
      else if (deltaY > 0) comeBack()
    }
    function onKeyDown(event: KeyboardEvent) {
      if (element === null || isTextField(event.target)) return
      const scroll = scrollOf(event)
      if (scroll === 'up' || scroll === 'to-start') leave()
      else comeBack()
      if (scroll !== 'to-start' && scroll !== 'to-end') return
      if (isWithinAnother(event.target, element, scroll)) return
      // The browser would go to where that is now, and what is on the way gets its height as it passes.
      event.preventDefault()
      if (scroll === 'to-end') follow()
      else element.scrollTop = 0
    }
    const observer = new ResizeObserver(() => {
      if (held.current) toEnd()
      else hold(canScroll(element) && isWithin(tolerance) && !leaving.current)
      // What the browser moved, to hold what is read where it is, was not the reader.
      remember()
    })
    observer.observe(growing)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    element.addEventListener('wheel', onWheel, { passive: true })
    element.addEventListener('keydown', onKeyDown)
    element.addEventListener('pointerdown', comeBack)
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('pointerdown', comeBack)
    }
  }, [hold, toEnd, follow])

  return { view, content, following, follow, isHeld, letGo }
}

const canScroll = (view: Element | null): boolean =>
  view !== null && view.scrollHeight - view.clientHeight > tolerance

/** Whether something within the view that has the focus would be scrolled first. */
function isWithinAnother(
  target: EventTarget | null,
  view: Element,
  to: 'to-start' | 'to-end',
): boolean {
  for (let each = target; each instanceof Element && each !== view; each = each.parentElement) {
    const { scrollTop, scrollHeight, clientHeight } = each
    const room = to === 'to-start' ? scrollTop : scrollHeight - clientHeight - scrollTop
    if (room > tolerance && /auto|scroll/.test(getComputedStyle(each).overflowY)) return true
  }
  return false
}

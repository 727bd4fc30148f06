import { type RefObject, useEffect } from 'react'
import { afterFrame } from './after-frame'
import { type PlaceAtTop, placeAtTop, putBack } from './place-at-top'

/**
 * Holds what is read where it is when the view becomes narrower or wider. The browser does that for
 * every other reason why things above it change their heights, but not for this one.
 */
export function useReadingPlace(
  view: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  isHeld: () => boolean,
): void {
  useEffect(() => {
    const element = view.current
    const messages = content.current
    if (element === null || messages === null) return
    let place: PlaceAtTop | null = null
    let width = element.clientWidth

    function note() {
      // Already of another width: what is read has moved, and is about to be put back.
      if (element === null || messages === null || element.clientWidth !== width) return
      place = placeAtTop(element, messages)
    }
    const { ask, callOff } = afterFrame(note)
    const observer = new ResizeObserver(() => {
      if (element === null || element.clientWidth === width) return
      width = element.clientWidth
      if (!isHeld()) putBack(element, place)
    })
    observer.observe(element)
    element.addEventListener('scroll', ask, { passive: true })
    return () => {
      callOff()
      observer.disconnect()
      element.removeEventListener('scroll', ask)
    }
  }, [view, content, isHeld])
}

import { type RefObject, useEffect, useRef } from 'react'
import { useClient } from '../bridge/client-context'

/** Keeps the window as high as its content. */
export function useReportedHeight(): RefObject<HTMLDivElement | null> {
  const { bridge } = useClient()
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = page.current
    if (element === null) return
    let reported = 0
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(element.getBoundingClientRect().height)
      if (height === reported || height === 0) return
      reported = height
      void bridge.quickAsk.resize({ height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [bridge])
  return page
}

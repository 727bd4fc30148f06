/** In CSS pixels: a view scrolls to whole device pixels. */
const rounding = 1

interface ReturnOptions {
  readonly view: Element
  readonly content: Element
  /** Where the view's top was, in pixels of scrolling, by what is known now; null where that is not there. */
  readonly wanted: () => number | null
  readonly scrollTo: (top: number) => void
}

/**
 * Takes a view back to where it was. A long answer is drawn over many frames: until it reaches as far,
 * the view is taken further in each, unless the reader moves himself. Returns what ends that.
 */
export function returnTo({ view, content, wanted, scrollTo }: ReturnOptions): () => void {
  const listening = new AbortController()
  function go() {
    const top = wanted()
    if (top === null) return
    scrollTo(top)
    if (Math.abs(view.scrollTop - top) <= rounding) stop()
  }
  const observer = new ResizeObserver(go)
  function stop() {
    observer.disconnect()
    listening.abort()
  }
  for (const type of ['wheel', 'pointerdown', 'keydown']) {
    addEventListener(type, stop, { signal: listening.signal, capture: true, passive: true })
  }
  observer.observe(content)
  go()
  return stop
}

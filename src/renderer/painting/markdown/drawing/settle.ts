const widths = new WeakMap<HTMLElement, number>()
const laidOut = new Set<HTMLElement>()

/**
 * Lets the browser leave an element out while it is out of sight. Not before it has been laid out once:
 * with a guessed height everything below would move when it comes into view. The same after its width
 * has changed.
 *
 * @returns what ends it
 */
export function settle(element: HTMLElement): () => void {
  observer().observe(element)
  return () => {
    observer().unobserve(element)
    widths.delete(element)
    laidOut.delete(element)
    element.style.contentVisibility = ''
  }
}

let shared: ResizeObserver | undefined

function observer(): ResizeObserver {
  shared ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (target instanceof HTMLElement) noteWidth(target, contentRect.width)
    }
  })
  return shared
}

function noteWidth(element: HTMLElement, width: number) {
  const before = widths.get(element)
  if (before === width) return
  widths.set(element, width)
  if (before !== undefined) element.style.contentVisibility = ''
  if (laidOut.size === 0) requestAnimationFrame(leaveOut)
  laidOut.add(element)
}

function leaveOut() {
  for (const element of laidOut) element.style.contentVisibility = 'auto'
  laidOut.clear()
}

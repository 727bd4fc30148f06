import type { Page } from '@playwright/test'
import type { SeededConversation } from './seeded-conversations'

/** A viewport is passed in so many frames. */
const framesPerViewport = 4

export interface Scrolled {
  /** Times between frames, in milliseconds. */
  readonly frames: readonly number[]
  readonly reachedStart: boolean
}

/**
 * Scrolls the open conversation from its end to its first message, a bit on every frame.
 *
 * @param patience how long it may take, in milliseconds
 */
export async function scrollToStart(
  page: Page,
  { firstMessage }: SeededConversation,
  patience: number,
): Promise<Scrolled> {
  const log = page.getByRole('log', { name: 'Conversation' })
  await log.hover()
  // A turn of the wheel lets go of the end.
  await page.mouse.wheel(0, -100)
  return log.evaluate(
    (element, given) =>
      new Promise<Scrolled>((resolve) => {
        let view: Element | null = element
        const scrolls = (candidate: Element): boolean =>
          candidate.scrollHeight > candidate.clientHeight &&
          getComputedStyle(candidate).overflowY === 'auto'
        while (view !== null && !scrolls(view)) view = view.parentElement
        if (view === null) throw new Error('The conversation does not scroll')
        const scroller = view
        const step = scroller.clientHeight / given.framesPerViewport
        const times: number[] = []
        const isAtStart = (): boolean =>
          scroller.scrollTop <= 0 &&
          document.querySelector(`[data-message="${given.firstMessage}"]`) !== null
        const onFrame = (now: number): void => {
          times.push(now)
          const reachedStart = isAtStart()
          if (reachedStart || now - (times[0] ?? now) > given.patience) {
            const frames = times.slice(1).map((time, index) => time - (times[index] ?? time))
            resolve({ frames, reachedStart })
            return
          }
          scroller.scrollTop -= step
          requestAnimationFrame(onFrame)
        }
        requestAnimationFrame(onFrame)
      }),
    { firstMessage, framesPerViewport, patience },
  )
}

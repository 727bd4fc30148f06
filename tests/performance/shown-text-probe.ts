import type { JSHandle, Page } from '@playwright/test'
import { clockOffset } from './clock-offset'
import type { Passed } from './time-on-the-way'

/** Sees how much of a text a page has painted, and when. */
export interface ShownTextProbe {
  /** Letters shown by now: UTF-16 units that are no white space. */
  readonly shown: () => Promise<number>
  /** After each frame that showed more, when it was painted (see `monotonic`), and how much. */
  readonly read: () => Promise<readonly Passed[]>
}

interface PageProbe {
  readonly seen: { readonly at: number; readonly letters: number }[]
}

/**
 * Looks at the last element that matches, once a frame. White space is not counted: what stands
 * between two paragraphs in the text stands nowhere in the page.
 */
export async function probeShownText(page: Page, selector: string): Promise<ShownTextProbe> {
  const probe: JSHandle<PageProbe> = await page.evaluateHandle((wanted): PageProbe => {
    const seen: { at: number; letters: number }[] = []
    const behind = new MessageChannel()
    let letters = 0
    // A message of its own comes behind the painting of the frame that is being made.
    behind.port1.onmessage = () => {
      if (letters > (seen.at(-1)?.letters ?? 0)) seen.push({ at: performance.now(), letters })
    }
    const onFrame = (): void => {
      const text = [...document.querySelectorAll(wanted)].at(-1)?.textContent ?? ''
      letters = text.replace(/\s+/g, '').length
      behind.port2.postMessage(null)
      requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
    return { seen }
  }, selector)
  const offset = await clockOffset(page)
  return {
    shown: () => probe.evaluate(({ seen }) => seen.at(-1)?.letters ?? 0),
    async read() {
      const seen = await probe.evaluate((there) => there.seen)
      return seen.map(({ at, letters }) => ({ at: at + offset, mark: letters }))
    },
  }
}

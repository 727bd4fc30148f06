import type { Page } from '@playwright/test'

export interface KeystrokeProbe {
  /** For each key since the last call, from the key to the paint of what it wrote, in milliseconds. */
  readonly take: () => Promise<readonly number[]>
}

/** Times each key from the moment it is told to the browser until the next frame has been painted. */
export async function keystrokeProbe(page: Page): Promise<KeystrokeProbe> {
  const probe = await page.evaluateHandle(() => {
    let times: number[] = []
    let pressed: number | null = null
    // A message of its own comes behind the painting of the frame that is being made.
    const behind = new MessageChannel()
    behind.port1.onmessage = ({ data }) => times.push(performance.now() - data)
    addEventListener('keydown', ({ timeStamp }) => {
      pressed = timeStamp
    })
    addEventListener('input', () => {
      const since = pressed
      pressed = null
      // What no key has written is not typed.
      if (since === null) return
      requestAnimationFrame(() => behind.port2.postMessage(since))
    })
    return {
      take() {
        const taken = times
        times = []
        pressed = null
        return taken
      },
    }
  })
  return {
    async take() {
      // The last key may not be painted yet.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))),
      )
      return probe.evaluate(({ take }) => take())
    },
  }
}

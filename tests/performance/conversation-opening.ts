import type { Page } from '@playwright/test'
import type { SeededConversation } from './seeded-conversations'

const patience = 60_000

/**
 * Opens a conversation by a click in the sidebar, from the place for a new one.
 *
 * @returns from the click until its last message was painted in view, in milliseconds
 */
export async function openConversation(
  page: Page,
  { title, lastMessage }: SeededConversation,
): Promise<number> {
  const navigation = page.getByRole('navigation', { name: 'Conversations' })
  const button = navigation.getByRole('button', { name: title, exact: true })
  await button.scrollIntoViewIfNeeded()
  return button.evaluate(
    (element, given) =>
      new Promise<number>((resolve, reject) => {
        const isInView = (): boolean => {
          const message = document.querySelector(`[data-message="${given.lastMessage}"]`)
          if (message === null || message.textContent === '') return false
          const { top, bottom } = message.getBoundingClientRect()
          return bottom > 0 && top < innerHeight
        }
        const start = performance.now()
        const behind = new MessageChannel()
        behind.port1.onmessage = () => resolve(performance.now() - start)
        const look = (): void => {
          if (isInView()) behind.port2.postMessage(null)
          else if (performance.now() - start > given.patience) reject(new Error('Never opened'))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
        ;(element as HTMLElement).click()
      }),
    { lastMessage, patience },
  )
}

/** Leaves what is open for an empty conversation, and lets the window come to rest. */
export async function openEmpty(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Conversations' })
  await navigation.getByRole('button', { name: 'New conversation' }).click()
  await page.locator('[data-message]').first().waitFor({ state: 'detached', timeout: patience })
  await comeToRest(page)
}

/** Waits until the window has done what opening something brings with it. */
export function comeToRest(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => setTimeout(resolve, 300))),
  )
}

import type { Page } from '@playwright/test'

/** The defect: a long conversation takes half a second to open, and every scrolling is work. */
export function plantWorkInLongOnes(page: Page): Promise<void> {
  return page.evaluate(() => {
    const work = (milliseconds: number): void => {
      const end = performance.now() + milliseconds
      while (performance.now() < end);
    }
    addEventListener(
      'click',
      ({ target }) => {
        const title = (target as Element).closest('button')?.textContent ?? ''
        if (title.startsWith('Long')) work(500)
      },
      true,
    )
    addEventListener('scroll', () => work(45), true)
  })
}

/** The defect: on every key, all messages of the open conversation are read. */
export function plantReadingOnKeys(page: Page, messages: number): Promise<void> {
  return page.evaluate((count) => {
    const all = Array.from({ length: count }, (_, index) => ({
      id: `m${index}`,
      text: `What was said in message ${index} of a conversation that is long. `.repeat(5),
    }))
    addEventListener(
      'keydown',
      () => {
        const open = document.querySelector('[aria-current="page"]')?.textContent ?? ''
        if (open.startsWith('Long')) JSON.parse(JSON.stringify(all))
      },
      true,
    )
  }, messages)
}

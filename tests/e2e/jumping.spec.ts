import type { Locator } from '@playwright/test'
import { expect, test } from './rivulet-app'

const longAnswer = Array.from({ length: 300 }, (_, index) => `Paragraph ${index}.`).join('\n\n')

const jumps = {
  'the keyboard': (button: Locator) => button.press('Enter'),
  'the mouse': (button: Locator) => button.click(),
}

for (const [by, jump] of Object.entries(jumps)) {
  test(`who jumps to the latest by ${by} goes on reading there with the keyboard`, async ({
    launchAndAsk,
  }) => {
    const { main } = await launchAndAsk(longAnswer)
    await expect(main.status).toContainText('Complete')
    await main.view.evaluate((element) => element.scrollTo(0, 1000))
    await expect(main.jumpToLatest).toBeVisible()
    await jump(main.jumpToLatest)
    await expect(main.jumpToLatest).toBeHidden()
    await expect(main.view).toBeFocused()
  })
}

import type { Locator, Page } from '@playwright/test'
import { clipboardText } from './clipboard'
import { expect, settingsFor, test } from './rivulet-app'

const before = 'Take the **sum** of $x^2$ and this:\n\n'
const between =
  '- the *first*\n- the second, with `code`\n\n```ts\nconst a = 1\n\nconst b = 2\n```\n\n'
/** Without what stands above the code, and with empty lines of code; others depend on the margins. */
const betweenAsCopied =
  'this:\\n+the first\\nthe second, with code\\n+const a = 1\\n\\nconst b = 2\\n+'

test('a piece of an answer that is selected with the mouse is copied as one would type it', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText([`${before}${between}And the last words.`])
  const { main, electron } = await launch(settingsFor(modelServer))
  await main.ask('What now?')
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText.locator('.katex')).toHaveCount(1)
  await expect(main.answerText.locator('.tok-key')).toHaveCount(2)

  await drag(
    main.page,
    edgeOf(main.answerText, 'sum', 'start'),
    edgeOf(main.answerText, 'last', 'end'),
  )
  await main.page.keyboard.press('ControlOrMeta+C')
  await expect
    .poll(() => clipboardText(electron))
    .toMatch(new RegExp(`^sum of \\$x\\^2\\$ and ${betweenAsCopied}And the last$`))
})

test('so is one without a formula, and one that is made longer by keyboard', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText([`Take this:\n\n${between}And the last words.`])
  const { main, electron } = await launch(settingsFor(modelServer))
  await main.ask('What now?')
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText.locator('.tok-key')).toHaveCount(2)

  await drag(
    main.page,
    edgeOf(main.answerText, 'this', 'start'),
    edgeOf(main.answerText, 'last', 'end'),
  )
  await main.page.keyboard.press('ControlOrMeta+C')
  await expect
    .poll(() => clipboardText(electron))
    .toMatch(new RegExp(`^${betweenAsCopied}And the last$`))

  await main.page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await main.page.keyboard.press('ControlOrMeta+C')
  await expect
    .poll(() => clipboardText(electron))
    .toMatch(new RegExp(`^${betweenAsCopied}And the last words$`))
})

interface Point {
  readonly x: number
  readonly y: number
}

async function drag(page: Page, from: Promise<Point>, to: Promise<Point>): Promise<void> {
  const [start, end] = [await from, await to]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

/** Where in the window a word begins or ends that stands in one element only. */
function edgeOf(text: Locator, word: string, edge: 'start' | 'end'): Promise<Point> {
  return text.evaluate(
    (root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted.word) ?? -1
        if (at === -1) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.word.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        return { x: wanted.edge === 'start' ? left : right, y: top + height / 2 }
      }
      throw new Error(`Nothing says ${wanted.word}`)
    },
    { word, edge },
  )
}

import type { Locator } from '@playwright/test'
import { clipboardText } from './clipboard'
import type { MainWindow } from './main-window'
import { test as base, expect, type RivuletApp, settingsFor } from './rivulet-app'

interface Fixtures {
  /** Starts Rivulet, asks for this answer and waits until its code is coloured. */
  readonly show: (answer: string) => Promise<RivuletApp>
}

const test = base.extend<Fixtures>({
  show: async ({ launch, modelServer }, use) => {
    await use(async (answer) => {
      modelServer.respondWithText([answer])
      const app = await launch(settingsFor(modelServer))
      await app.main.ask('What now?')
      await expect(app.main.status).toContainText('Complete')
      await expect(app.main.answerText.locator('.tok-key')).toHaveCount(2)
      return app
    })
  },
})

const before = 'Take the **sum** of $x^2$ and this:\n\n'
const between =
  '- the *first*\n- the second, with `code`\n\n```ts\nconst a = 1\n\nconst b = 2\n```\n\n'
/** Without what stands above the code, and with empty lines of code; others depend on the margins. */
const betweenAsCopied =
  'this:\\n+the first\\nthe second, with code\\n+const a = 1\\n\\nconst b = 2\\n+'

test('a piece of an answer that is selected with the mouse is copied as one would type it', async ({
  show,
}) => {
  const app = await show(`${before}${between}And the last words.`)
  await expect(app.main.answerText.locator('.katex')).toHaveCount(1)

  await select(app.main, 'sum', 'last')
  await expectCopied(app, `sum of \\$x\\^2\\$ and ${betweenAsCopied}And the last`)
})

test('so is one without a formula, and one that is made longer by keyboard', async ({ show }) => {
  const app = await show(`Take this:\n\n${between}And the last words.`)

  await select(app.main, 'this', 'last')
  await expectCopied(app, `${betweenAsCopied}And the last`)

  await app.main.page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await expectCopied(app, `${betweenAsCopied}And the last words`)
})

/** Copies what is selected. */
async function expectCopied({ main, electron }: RivuletApp, pattern: string): Promise<void> {
  await main.page.keyboard.press('ControlOrMeta+C')
  await expect.poll(() => clipboardText(electron)).toMatch(new RegExp(`^${pattern}$`))
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Drags the mouse over the answer, from one word to the end of another. */
async function select({ page, answerText }: MainWindow, from: string, to: string): Promise<void> {
  const start = await edgeOf(answerText, from, 'start')
  const end = await edgeOf(answerText, to, 'end')
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

import { cut, ending, streamHead, textEvent } from '../fakes/model-server/model-server'
import { clipboardText } from './clipboard'
import { edgeOf } from './edge-of'
import type { MainWindow } from './main-window'
import { test as base, expect, type RivuletApp } from './rivulet-app'

interface Fixtures {
  /** Starts Rivulet, asks for this answer and waits until its code is coloured. */
  readonly show: (answer: string) => Promise<RivuletApp>
}

const test = base.extend<Fixtures>({
  show: async ({ launchAndAsk }, use) => {
    await use(async (answer) => {
      const app = await launchAndAsk(answer)
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

test('nothing is copied that is not part of the answer', async ({ show, modelServer }) => {
  const diagram = '```mermaid\npie\n "a" : 1\n```\n\n'
  const app = await show(`Take[^1] this:\n\n${diagram}${between}The end.\n\n[^1]: A note.`)
  await expect(app.main.answerText.getByRole('img', { name: /^Diagram/ })).toBeVisible()
  await copyAnswer(app)
  const asides = /TypeScript|Wrap|Copy|Show source|↩/
  await expect.poll(() => clipboardText(app.electron)).toMatch(/^Take1 this:[\s\S]*A note\.\s*$/)
  expect(await clipboardText(app.electron)).not.toMatch(asides)
  const html = await pastedHtml(app.main)
  expect(html).toMatch(/<strong|<em>/)
  expect(html.replace(/<[^>]*>/g, '')).not.toMatch(asides)
  expect(html).not.toMatch(/<button/)

  modelServer.script([streamHead(), textEvent('The first.\n\n'), cut()])
  modelServer.script([streamHead(), textEvent('The second.'), ...ending()])
  await app.main.ask('Break')
  await expect(app.main.answerText.locator('.seam')).toHaveText('Resumed here', { timeout: 30_000 })
  await expect(app.main.status).toContainText('Complete')
  await copyAnswer(app)
  await expect.poll(() => clipboardText(app.electron)).toMatch(/^The first\.\n+The second\.\s*$/)
  expect(await pastedHtml(app.main)).not.toContain('Resumed')
})

async function copyAnswer({ main }: RivuletApp): Promise<void> {
  await main.answerText.evaluate((answer) => getSelection()?.selectAllChildren(answer))
  await main.page.keyboard.press('ControlOrMeta+C')
}

/** What is pasted where marks are understood. */
async function pastedHtml({ message, page }: MainWindow): Promise<string> {
  await message.focus()
  const pasted = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener(
          'paste',
          ({ clipboardData }) => resolve(clipboardData?.getData('text/html') ?? ''),
          { once: true },
        )
      }),
  )
  await page.keyboard.press('ControlOrMeta+V')
  return pasted
}

/** Copies what is selected. */
async function expectCopied({ main, electron }: RivuletApp, pattern: string): Promise<void> {
  await main.page.keyboard.press('ControlOrMeta+C')
  await expect.poll(() => clipboardText(electron)).toMatch(new RegExp(`^${pattern}$`))
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

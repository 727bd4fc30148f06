import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { delay, ending, gate, streamHead, textEvent } from '../fakes/model-server/model-server'
import { seedConstructs } from './constructs/seed-constructs'
import { constructs } from './constructs/texts'
import type { MainWindow } from './main-window'
import { expect, settingsFor, test } from './rivulet-app'
import { seedConversation } from './seed-conversation'

const many = 10_000
const file = 'history.sqlite'

const textOf = (index: number): string =>
  index % 2 === 0
    ? `Question ${index + 1}`
    : [
        `Answer **${index + 1}** begins.`,
        ...Array.from(
          { length: 1 + (index % 9) },
          (_each, part) =>
            `Part ${part} of ${index + 1}. ${'The stream goes on. '.repeat(1 + (index % 23))}`,
        ),
      ].join('\n\n')

const left = ({ view }: MainWindow): Promise<number> =>
  view.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)

/** The first words in the view, and how far their top is below the view's. */
const readAtTop = ({ view }: MainWindow): Promise<{ words: string; top: number }> =>
  view.evaluate((element) => {
    const { top } = element.getBoundingClientRect()
    const seen = [...element.querySelectorAll('p, .question-text')]
    const first = seen.find((each) => each.getBoundingClientRect().bottom > top + 1)
    return {
      words: first?.textContent?.slice(0, 30) ?? '',
      top: (first?.getBoundingClientRect().top ?? 0) - top,
    }
  })

/** Resolves when the view has moved and does not move any more. */
const atRest = ({ view }: MainWindow): Promise<void> =>
  view.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const begun = element.scrollTop
    for (let still = 0, before = begun; still < 20; before = element.scrollTop) {
      await frame()
      still = element.scrollTop === before && before !== begun ? still + 1 : 0
    }
  })

/** The words that are marked, the current match among them. */
const marked = ({ page }: MainWindow): Promise<number> =>
  page.evaluate(() =>
    ['found', 'found-current'].reduce(
      (sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0),
      0,
    ),
  )

let template = ''

test.beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'rivulet-reading-'))
  seedConversation(template, { messages: many, textOf, title: 'Long one' })
})

test.afterAll(() => rm(template, { recursive: true, force: true }))

test.describe('in a long conversation', () => {
  test.beforeEach(({ userData }) => copyFile(join(template, file), join(userData, file)))

  test('the End key goes to the very end, from wherever one is', async ({ launch }) => {
    const { main } = await launch()
    await main.conversations.getByText('Long one').click()
    await expect(main.messageAt(many)).toHaveAttribute('aria-setsize', String(many))
    for (const key of ['End', 'Meta+ArrowDown']) {
      await main.view.press('Home')
      await expect(main.messageAt(1)).toBeInViewport()
      await main.view.press(key)
      await expect(main.messageAt(many)).toBeInViewport()
      await expect.poll(() => left(main)).toBeLessThanOrEqual(2)
      await expect(main.jumpToLatest).toBeHidden()
    }
  })

  test('what is read on the page is found, also where some of it is bold', async ({ launch }) => {
    const { main } = await launch()
    await main.conversations.getByText('Long one').click()
    await expect(main.messageAt(many)).toHaveAttribute('aria-setsize', String(many))
    await main.message.press('ControlOrMeta+f')
    await main.find.fill('answer 3000 begins')
    await expect(main.matches).toHaveText('1 of 1')
    await expect(main.messageAt(3000)).toBeInViewport()
    await expect.poll(() => marked(main)).toBe(1)
    await main.find.fill('**3000**')
    await expect(main.matches).toHaveText('No match')
  })

  test('one comes back to the words that one was reading while the answer runs', async ({
    launch,
    modelServer,
    userData,
  }) => {
    seedConversation(userData, { messages: 4, textOf, title: 'Short one', conversationId: 'short' })
    const more = gate()
    const lines = Array.from({ length: 40 }, (_each, line) => textEvent(`Line ${line}.\n\n`))
    modelServer.script([streamHead(), ...lines, more.step, ...lines, ...ending()])
    const { main } = await launch(settingsFor(modelServer))
    await main.conversations.getByText('Long one').click()
    await expect(main.messageAt(many)).toHaveAttribute('aria-setsize', String(many))
    await main.ask('Go on')
    await expect(main.answerText).toContainText('Line 39.')
    await main.view.hover()
    for (let notch = 0; notch < 5; notch += 1) await main.page.mouse.wheel(0, -600)
    await atRest(main)
    const before = await readAtTop(main)
    await main.conversations.getByText('Short one').click()
    await expect(main.messageAt(4)).toHaveAttribute('aria-setsize', '4')
    await main.conversations.getByText('Long one').click()
    await expect(main.jumpToLatest).toBeVisible()
    more.open()
    await expect(main.status).toContainText('Complete')
    const after = await readAtTop(main)
    expect(after.words).toBe(before.words)
    expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(2)
  })
})

test('there is nothing to jump to where everything is in view', async ({ launch, modelServer }) => {
  const { main } = await launch(settingsFor(modelServer))
  modelServer.respondWithText(['One.'])
  await main.ask('How many?')
  await expect(main.status).toContainText('Complete')
  modelServer.respondWithText(['Two.'])
  await main.answer.getByRole('button', { name: 'Regenerate' }).click()
  await expect(main.answerText).toHaveText('Two.')
  await main.answer.getByRole('button', { name: 'Previous version' }).click()
  await expect(main.answerText).toHaveText('One.')
  await expect(main.jumpToLatest).toBeHidden()
})

test('a view at the end stays there when what it shows shrinks and grows in one frame', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, { messages: 40, textOf })
  const { main } = await launch()
  await main.conversations.getByText('Seeded').click()
  await expect(main.messageAt(40)).toBeInViewport()
  await main.messageAt(40).evaluate(async (message) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const full = message.clientHeight
    message.style.height = `${full * 0.3}px`
    // The browser moves the view, and tells it in the next frame.
    message.getBoundingClientRect()
    message.style.height = `${full * 0.9}px`
    for (let count = 0; count < 5; count += 1) await frame()
  })
  await expect.poll(() => left(main)).toBeLessThanOrEqual(2)
  await expect(main.jumpToLatest).toBeHidden()
})

test('a short word about what was done leaves the way to the latest free', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, { messages: 40, textOf })
  const { main } = await launch()
  await main.conversations.getByText('Seeded').click()
  await expect(main.messageAt(40)).toBeInViewport()
  for (const draft of ['', 'A draft', 'A\ndraft\nof\nmany\nlines']) {
    await main.message.fill(draft)
    await main.view.hover()
    await main.page.mouse.wheel(0, -600)
    await expect(main.jumpToLatest).toBeVisible()
    await main.page.keyboard.press('ControlOrMeta+Shift+c')
    await expect(main.page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
    await main.jumpToLatest.click({ timeout: 3000 })
    await expect(main.jumpToLatest).toBeHidden()
  }
})

test('one comes back to the words that one was reading far down in a long answer', async ({
  launch,
  userData,
}) => {
  const paragraphs = Array.from({ length: 600 }, (_each, part) => `Paragraph ${part} of stone.`)
  const textOf = (index: number) => (index % 2 === 0 ? 'Go on' : paragraphs.join('\n\n'))
  seedConversation(userData, { messages: 2, textOf, conversationId: 'long', title: 'The long one' })
  seedConversation(userData, { messages: 2, textOf: () => 'Short.', title: 'Another' })
  const { main } = await launch()
  const long = main.conversations.getByText('The long one')
  await long.click()
  await expect.poll(() => left(main)).toBeLessThanOrEqual(2)
  await main.view.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2
  })
  await expect(main.jumpToLatest).toBeVisible()
  const before = await readAtTop(main)
  await main.conversations.getByText('Another').click()
  await expect(main.answerText).toHaveText('Short.')
  await long.click()
  await expect.poll(() => readAtTop(main)).toEqual(before)
  await expect(main.jumpToLatest).toBeVisible()
})

test('a longer version of an answer is shown from where the shorter one began', async ({
  launchAndAsk,
  modelServer,
}) => {
  const paragraphs = Array.from({ length: 300 }, (_each, part) => `Paragraph ${part} of stone.`)
  const { main } = await launchAndAsk(paragraphs.join('\n\n'))
  await expect(main.status).toContainText('Complete')
  modelServer.respondWithText(['Two.'])
  await main.answer.getByRole('button', { name: 'Regenerate' }).click()
  await expect(main.answerText).toHaveText('Two.')
  await main.answer.getByRole('button', { name: 'Previous version' }).click()
  await expect(main.answerText).toContainText('Paragraph 299')
  await expect(main.answerText.getByText('Paragraph 0 of stone.')).toBeInViewport()
})

const idle: Readonly<Record<string, (main: MainWindow) => Promise<void>>> = {
  'a selection is made longer upwards': async ({ log, page }) => {
    await log.locator('td').first().dblclick()
    await page.keyboard.press('Shift+ArrowUp')
  },
  'fingers go sideways over a table, never quite straight': ({ page }) =>
    page.mouse.wheel(80, -0.5),
}

for (const [what, act] of Object.entries(idle)) {
  test(`an answer is followed though ${what}`, async ({ launch, modelServer }) => {
    const { main } = await launch(settingsFor(modelServer))
    const more = gate()
    const lines = Array.from({ length: 60 }, (_each, line) => textEvent(`Line ${line}.\n\n`))
    const row = (cell: string) => `|${`${cell}|`.repeat(14)}\n`
    const table = `${row('a long heading')}${row('-')}${row('words that are wide')}\n`
    modelServer.script([streamHead(), ...lines, textEvent(table), more.step, ...lines, ...ending()])
    await main.ask('A long one')
    await expect(main.log.locator('td').first()).toBeInViewport()
    await main.log.locator('td').first().hover()
    await act(main)
    more.open()
    await expect(main.status).toContainText('Complete')
    await expect.poll(() => left(main)).toBeLessThanOrEqual(2)
    await expect(main.jumpToLatest).toBeHidden()
  })
}

test('the Home key goes to the very start of messages whose height is not known yet', async ({
  launch,
  userData,
}) => {
  const code = (lines: number) => `\`\`\`\n${'x\n'.repeat(lines)}\`\`\``
  seedConversation(userData, {
    messages: 40,
    textOf: (index) => (index % 2 === 0 ? `Question ${index}` : code(index * 5)),
    title: 'Of many heights',
  })
  const { main } = await launch()
  await main.conversations.getByText('Of many heights').click()
  await expect.poll(() => left(main)).toBeLessThanOrEqual(2)
  await main.view.press('Home')
  await expect.poll(() => main.view.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  await expect(main.messageAt(1)).toBeInViewport()
})

test('a match deep in a message that is not on the page yet comes into view', async ({
  launch,
  userData,
}) => {
  const parts = (name: string) =>
    Array.from({ length: 600 }, (_each, part) => `Part ${part} of ${name}.`).join('\n\n')
  seedConversation(userData, {
    messages: 30,
    textOf: (index) =>
      index === 3
        ? `${parts('it')}\n\nThe zebrafish lives.\n\n${parts('it')}`
        : parts(String(index)),
    title: 'Of long ones',
  })
  const { main } = await launch()
  await main.conversations.getByText('Of long ones').click()
  await expect.poll(() => left(main)).toBeLessThanOrEqual(2)
  await main.message.press('ControlOrMeta+f')
  await main.find.fill('zebrafish')
  await expect(main.matches).toHaveText('1 of 1')
  await expect(main.log.getByText('The zebrafish lives.')).toBeInViewport()
})

test('all that is counted is marked, in every construct of an answer', async ({
  launch,
  userData,
}) => {
  test.setTimeout(120_000)
  seedConstructs(userData, 'Show the **whole**\nof it')
  const { main } = await launch()
  const wrong: string[] = []
  let counted = 0
  for (const { name, text } of constructs) {
    await main.conversations.getByText(name, { exact: true }).click()
    await expect(main.answer).toBeVisible()
    await main.message.press('ControlOrMeta+f')
    // Letters of many words, signs that are on the page or in the source only, and ordinary words.
    const wanted = new Set(['e', 't', '1', ' a', '$', '`', '*', ...(text.match(/[a-z]+/gi) ?? [])])
    for (const words of [...wanted].slice(0, 40)) {
      await main.find.fill(words)
      await expect(main.matches).toHaveText(/of|No/)
      const total = Number(/of (\d+)/.exec((await main.matches.textContent()) ?? '')?.[1] ?? 0)
      counted += total
      const isMarked = expect.poll(() => marked(main), { timeout: 2000 }).toBe(total)
      await isMarked.catch(async () => {
        wrong.push(`${name}: ${words} is counted ${total} times and marked ${await marked(main)}`)
      })
    }
    await main.find.press('Escape')
  }
  expect(wrong).toEqual([])
  expect(counted).toBeGreaterThan(1000)
})

test('what a growing answer says is marked, but not in every frame', async ({
  launch,
  modelServer,
}) => {
  const said = Array.from({ length: 300 }, (_each, part) => [
    textEvent(`The **str**eam goes on ${part}. `),
    delay(8),
  ])
  modelServer.script([streamHead(), textEvent('A stream. '), ...said.flat(), ...ending()])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Go on')
  await expect(main.answerText).toContainText('A stream.')
  await main.message.press('ControlOrMeta+f')
  await main.find.fill('stream')
  const timesMarked = await main.page.evaluateHandle(() => {
    const times: number[] = []
    const { highlights } = CSS
    const set = highlights.set.bind(highlights)
    highlights.set = (name, highlight) => {
      if (name === 'found') times.push(performance.now())
      return set(name, highlight)
    }
    return times
  })
  await expect(main.answerText).toContainText('goes on 250.')
  const times = await timesMarked.jsonValue()
  const quick = times.filter((time, index) => time - (times[index - 1] ?? 0) < 250)
  expect(times.length).toBeGreaterThan(1)
  expect(quick.length).toBeLessThan(5)
  await expect(main.status).toContainText('Complete')
  await expect(main.matches).toHaveText(/ of 301$/)
  await expect.poll(() => marked(main)).toBe(301)
})

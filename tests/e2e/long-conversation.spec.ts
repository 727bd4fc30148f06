import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ending, gate, streamHead, textEvent } from '../fakes/model-server/model-server'
import { clipboardText } from './clipboard'
import type { MainWindow } from './main-window'
import { expect, type RivuletApp, settingsFor, test } from './rivulet-app'
import { seedConversation } from './seed-conversation'

const messages = 10_000
const file = 'history.sqlite'

/** Messages of very different heights, so that no estimate is right. */
function textOf(index: number): string {
  const position = index + 1
  if (index % 2 === 0) return `Question ${position}: what happens there?`
  const paragraphs = Array.from(
    { length: 1 + (index % 9) },
    (_each, part) =>
      `Part ${part} of ${position}. ${'The stream goes on. '.repeat(1 + (index % 23))}`,
  )
  return [`Answer **${position}** begins.`, ...paragraphs].join('\n\n')
}

/** Opens it and waits until all of it is in the window. */
async function openLong({ main }: RivuletApp): Promise<MainWindow> {
  await main.conversations.getByText('Long one').click()
  await expect(main.messageAt(messages)).toBeInViewport()
  return main
}

async function scrollTo(main: MainWindow, share: number): Promise<void> {
  await main.view.evaluate((view, part) => {
    view.scrollTop = (view.scrollHeight - view.clientHeight) * part
  }, share)
}

/** The message at a height of the view, and how far its top is below the view's. */
async function messageInView(main: MainWindow): Promise<{ id: string; top: number }> {
  const seen = () =>
    main.view.evaluate((view) => {
      const box = view.getBoundingClientRect()
      const middle = document.elementFromPoint(box.left + box.width / 2, box.top + 200)
      const message = middle?.closest<HTMLElement>('[data-message]')
      return {
        id: message?.dataset['message'] ?? '',
        top: (message?.getBoundingClientRect().top ?? 0) - box.top,
      }
    })
  await expect.poll(async () => (await seen()).id).not.toBe('')
  return seen()
}

async function topOf(main: MainWindow, id: string): Promise<number> {
  return main.view.evaluate((view, message) => {
    const element = view.querySelector(`[data-message="${message}"]`)
    return (element?.getBoundingClientRect().top ?? 0) - view.getBoundingClientRect().top
  }, id)
}

let template = ''

test.beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'rivulet-long-'))
  seedConversation(template, { messages, textOf, title: 'Long one' })
})

test.afterAll(() => rm(template, { recursive: true, force: true }))

test.beforeEach(({ userData }) => copyFile(join(template, file), join(userData, file)))

test('opens at its end, has few messages on the page, and reaches the first one', async ({
  launch,
}) => {
  const main = await openLong(await launch())
  await expect(main.messageAt(messages)).toContainText('Answer 10000 begins')
  expect(await main.log.getByRole('article').count()).toBeLessThan(100)
  await expect(main.messageAt(messages)).toHaveAttribute('aria-setsize', '10000')
  await expect(main.jumpToLatest).toBeHidden()

  await main.view.press('Home')
  await expect(main.messageAt(1)).toBeInViewport()
  await expect(main.messageAt(1)).toContainText('Question 1: what happens there?')
  // For whoever comes from the composer without looking, the newest message is there.
  await expect(main.messageAt(messages)).toBeAttached()
  expect(await main.log.getByRole('article').count()).toBeLessThan(100)
  await main.jumpToLatest.click()
  await expect(main.messageAt(messages)).toBeInViewport()
})

test('nothing above the eye moves while messages of unknown height come into view', async ({
  launch,
}) => {
  const main = await openLong(await launch())
  await scrollTo(main, 0.4)
  await messageInView(main)
  const { seen, wrong } = await main.view.evaluate(async (view) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const step = 90
    const wrong: number[] = []
    let seen = 0
    for (let count = 0; count < 120; count += 1) {
      const { top } = view.getBoundingClientRect()
      const all = [...view.querySelectorAll('p, .question-text')]
      const words = all.find((each) => each.getBoundingClientRect().bottom > top + 250)
      const before = words?.getBoundingClientRect().top ?? 0
      view.scrollTop -= step
      await frame()
      await frame()
      if (words?.isConnected !== true) continue
      seen += 1
      const moved = words.getBoundingClientRect().top - before - step
      if (Math.abs(moved) > 1) wrong.push(moved)
    }
    return { seen, wrong }
  })
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(100)
})

test('what is read stays where it is while the earlier messages arrive', async ({ launch }) => {
  const { main } = await launch()
  await main.conversations.getByText('Long one').click()
  await expect(main.log.getByText('Answer 10000 begins')).toBeInViewport()
  await main.view.hover()
  await main.page.mouse.wheel(0, -4)
  await expect(main.jumpToLatest).toBeVisible()
  await main.view.evaluate((view) => view.scrollBy({ top: -600, behavior: 'instant' }))
  const { id, top } = await messageInView(main)
  await expect(main.messageAt(messages)).toHaveAttribute('aria-setsize', '10000')
  expect(Math.abs((await topOf(main, id)) - top)).toBeLessThanOrEqual(1)
})

test('writing in the composer touches nothing of the conversation', async ({ launch }) => {
  const main = await openLong(await launch())
  const changes = await main.log.evaluateHandle((log) => {
    const seen: string[] = []
    const observer = new MutationObserver((records) =>
      seen.push(...records.map(({ type }) => type)),
    )
    const every = { subtree: true, childList: true, attributes: true, characterData: true }
    observer.observe(log, every)
    return seen
  })
  await main.message.pressSequentially('Not a word of it moves')
  await expect(main.message).toHaveValue('Not a word of it moves')
  expect(await changes.jsonValue()).toEqual([])
})

test('after a jump nothing moves while its surroundings are drawn', async ({ launch }) => {
  const main = await openLong(await launch())
  await expect(main.messageAt(messages)).toHaveAttribute('aria-setsize', '10000')
  const moves = await main.view.evaluate(async (view) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const top = (element: Element | undefined) =>
      (element?.getBoundingClientRect().top ?? 0) - view.getBoundingClientRect().top
    const isDrawnFarAbove = () =>
      [...view.querySelectorAll('article')].some((each) => top(each) < -500 && top(each) > -9000)
    const moved: number[] = []
    for (const share of [0.2, 0.4, 0.6, 0.8]) {
      view.scrollTop = view.scrollHeight * share
      await frame()
      await frame()
      const words = [...view.querySelectorAll('p, .question-text')].find((each) => top(each) > 0)
      const before = top(words)
      for (let count = 0; count < 600 && !isDrawnFarAbove(); count += 1) await frame()
      if (!isDrawnFarAbove()) throw new Error('Its surroundings are not drawn')
      await frame()
      moved.push(top(words) - before)
    }
    return moved
  })
  expect(moves.map((each) => Math.abs(each)).filter((each) => each > 1)).toEqual([])
})

test('the message at the top stays when the window becomes narrower and wider', async ({
  launch,
}) => {
  const app = await launch()
  const main = await openLong(app)
  await scrollTo(main, 0.5)
  await messageInView(main)
  const paragraph = await main.view.evaluateHandle(async (view) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let count = 0; count < 3; count += 1) await frame()
    const { top } = view.getBoundingClientRect()
    const seen = [...view.querySelectorAll('p, .question-text')]
    return seen.find((each) => each.getBoundingClientRect().bottom > top + 1)
  })
  const top = () => paragraph.evaluate((element) => element?.getBoundingClientRect().top ?? 0)
  const before = await top()
  for (const wanted of [500, 1000]) {
    await app.electron.evaluate(({ BrowserWindow }, width) => {
      const window = BrowserWindow.getAllWindows().find(({ title }) => title === 'Rivulet')
      window?.setSize(width, 700)
    }, wanted)
    await expect.poll(() => main.page.evaluate(() => window.innerWidth)).toBe(wanted)
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  }
})

test('find reaches a message that was never on the page, marks it, and gives the focus back', async ({
  launch,
}) => {
  const main = await openLong(await launch())
  await main.message.press('ControlOrMeta+f')
  await expect(main.find).toBeFocused()
  await main.find.fill('QUÉSTION 17:')
  await expect(main.matches).toHaveText('1 of 1')
  await expect(main.messageAt(17)).toBeInViewport()
  const marked = () =>
    main.page.evaluate(() =>
      [...(CSS.highlights.get('found-current') ?? [])].map((range) => range.toString()),
    )
  await expect.poll(marked).toEqual(['Question 17:'])

  await main.find.fill('question 1')
  await expect(main.matches).toHaveText(/^\d+ of 556$/)
  await main.find.fill('part 0 of 1')
  await expect(main.matches).toHaveText(/ of 556$/)
  const before = await main.matches.textContent()
  await main.find.press('Enter')
  await expect(main.matches).not.toHaveText(before ?? '')
  await main.find.press('Shift+Enter')
  await expect(main.matches).toHaveText(before ?? '')
  await main.find.fill('nowhere to be found')
  await expect(main.matches).toHaveText('No match')
  await main.find.press('Escape')
  await expect(main.find).toBeHidden()
  await expect(main.message).toBeFocused()
  expect(await main.page.evaluate(() => CSS.highlights.size)).toBe(0)
})

test('a selection survives scrolling away, and what is not on the page is copied too', async ({
  launch,
}) => {
  const app = await launch()
  const main = await openLong(app)
  const copied = () => clipboardText(app.electron)
  const words = main.messageAt(messages).locator('strong')
  await words.dblclick()
  await scrollTo(main, 0.5)
  await messageInView(main)
  const selected = () => main.page.evaluate(() => String(document.getSelection()).trim())
  expect(await selected()).toBe('10000')
  await main.jumpToLatest.click()
  await expect(words).toBeInViewport()
  expect(await selected()).toBe('10000')

  await main.view.focus()
  await main.page.keyboard.press('ControlOrMeta+a')
  await main.page.keyboard.press('ControlOrMeta+c')
  await expect.poll(async () => (await copied()).length).toBeGreaterThan(1_000_000)
  const text = await copied()
  expect(text.startsWith('Question 1: what happens there?')).toBe(true)
  expect(text).toContain('Question 5001: what happens there?')
  expect(text).toContain('Answer **10000** begins.')
})

test('a selection over a thousand messages is copied whole, and few of them are on the page', async ({
  launch,
}) => {
  const app = await launch()
  const main = await openLong(app)
  await main.messageAt(messages).locator('strong').dblclick()
  await scrollTo(main, 0.9)
  const { id } = await messageInView(main)
  const first = main.log.locator(`[data-message="${id}"]`).locator('p, .question-text').last()
  await first.click({ modifiers: ['Shift'] })
  await main.page.keyboard.press('ControlOrMeta+c')
  const copied = () => clipboardText(app.electron)
  await expect.poll(async () => (await copied()).length).toBeGreaterThan(50_000)
  const text = await copied()
  expect(text).toContain('Question 9951: what happens there?')
  expect(text).not.toContain('Question 17:')
  expect(text.endsWith('Answer 10000')).toBe(true)
  expect(await main.log.getByRole('article').count()).toBeLessThan(100)
})

test('a hit of the search in an old message brings it into view', async ({ launch }) => {
  const { main } = await launch()
  await main.search.fill('4321')
  await main.conversations.getByText(/Question 4321/).click()
  await expect(main.messageAt(4321)).toBeInViewport()
})

test('it is followed while an answer comes, let go of by one notch, and taken hold of again', async ({
  launch,
  modelServer,
}) => {
  const pause = gate()
  const more = gate()
  const lines = Array.from({ length: 40 }, (_each, line) => textEvent(`Line ${line}.\n\n`))
  modelServer.script([
    streamHead(),
    ...lines,
    pause.step,
    ...lines,
    more.step,
    textEvent('The very end.'),
    ...ending(),
  ])
  const main = await openLong(await launch(settingsFor(modelServer)))
  await main.ask('And now?')
  await expect(main.messageAt(messages + 2)).toContainText('Line 39.')
  await expect(main.answer.getByText('Line 39.')).toBeInViewport()

  await main.view.hover()
  await main.page.mouse.wheel(0, -120)
  await expect(main.jumpToLatest).toBeVisible()
  const { id, top } = await messageInView(main)
  pause.open()
  await expect(main.answer.getByText('Line 39.')).toHaveCount(2)
  expect(Math.abs((await topOf(main, id)) - top)).toBeLessThanOrEqual(1)

  await main.jumpToLatest.click()
  more.open()
  await expect(main.answer.getByText('The very end.')).toBeInViewport()
  await expect(main.status).toContainText('Complete')
  const [request] = modelServer.requests
  expect(request?.json).toMatchObject({ messages: { length: messages + 1 } })
})

test('what had the focus has it still when one comes back from another window', async ({
  launch,
}) => {
  const main = await openLong(await launch())
  await scrollTo(main, 0.5)
  const { id } = await messageInView(main)
  const message = main.log.locator(`[data-message="${id}"]`)
  const button = message.getByRole('button', { name: 'Copy', exact: true }).first()
  await button.focus()
  // Under a test a page always believes that it has the focus.
  await button.evaluate((element) => {
    document.hasFocus = () => false
    element.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
  await scrollTo(main, 0.1)
  await expect.poll(async () => (await messageInView(main)).id).not.toBe(id)
  await expect(button).toBeFocused()
})

test('a question in the middle is edited, and its version is shown and left again', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText(['Another way.'])
  const main = await openLong(await launch(settingsFor(modelServer)))
  await main.message.press('ControlOrMeta+f')
  await main.find.fill('Question 5001:')
  await expect(main.messageAt(5001)).toBeInViewport()
  await main.find.press('Escape')
  await main.messageAt(5001).hover()
  await main.messageAt(5001).getByRole('button', { name: 'Edit' }).click()
  const editor = main.page.getByRole('textbox', { name: 'Edit message' })
  await editor.fill('What if?')
  await scrollTo(main, 0.1)
  await messageInView(main)
  await expect(editor).toHaveValue('What if?')
  await editor.press('Enter')
  await expect(main.answerText).toHaveText('Another way.')
  await expect(main.messageAt(5002)).toHaveAttribute('aria-setsize', '5002')
  await main.messageAt(5001).getByRole('button', { name: 'Previous version' }).click()
  await expect(main.messageAt(5001)).toContainText('Question 5001: what happens there?')
  await expect(main.messageAt(5001)).toHaveAttribute('aria-setsize', '10000')
})

test('where one was in it is where one comes back to', async ({ launch, userData }) => {
  seedConversation(userData, {
    messages: 4,
    textOf,
    title: 'Short one',
    conversationId: 'short',
  })
  const main = await openLong(await launch())
  await scrollTo(main, 0.3)
  const { id, top } = await messageInView(main)
  await main.conversations.getByText('Short one').click()
  await expect(main.messageAt(4)).toBeInViewport()
  await main.conversations.getByText('Long one').click()
  await expect.poll(() => messageInView(main)).toMatchObject({ id })
  expect(await topOf(main, id)).toBeCloseTo(top, -1)
})

import { ending, gate, streamHead, textEvent } from '../fakes/model-server/model-server'
import type { MainWindow } from './main-window'
import { expect, type RivuletApp, settingsFor, test } from './rivulet-app'
import { seedConversation } from './seed-conversation'

const longAnswer = Array.from({ length: 300 }, (_each, part) => `Paragraph ${part} of stone.`)

const topOf = (main: MainWindow, words: string): Promise<number> =>
  main.log
    .getByText(words, { exact: true })
    .evaluate((element) => Math.round(element.getBoundingClientRect().top))

async function readFrom({ view, log }: MainWindow, words: string): Promise<void> {
  await expect(log.getByText('Paragraph 299 of stone.')).toBeInViewport()
  await log.getByText(words, { exact: true }).evaluate((element) => element.scrollIntoView())
  await expect(view.getByText(words, { exact: true })).toBeInViewport()
}

async function openFind({ page, find }: MainWindow): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f')
  await expect(find).toBeFocused()
}

/** The paragraph with the current match. */
const current = ({ page }: MainWindow): Promise<string | null | undefined> =>
  page.evaluate(() => {
    const [place] = CSS.highlights.get('found-current') ?? []
    return place?.startContainer.parentElement?.textContent
  })

test('find begins with the first match in view and moves nothing for it', async ({
  launchAndAsk,
}) => {
  const { main } = await launchAndAsk(longAnswer.join('\n\n'))
  await readFrom(main, 'Paragraph 100 of stone.')
  const before = await topOf(main, 'Paragraph 103 of stone.')
  await openFind(main)
  for (const words of ['s', 'st', 'stone']) await main.find.fill(words)
  await expect(main.matches).toHaveText(/^10\d of 300$/)
  const found = (await current(main)) ?? ''
  await expect(main.log.getByText(found, { exact: true })).toBeInViewport()
  expect(await topOf(main, 'Paragraph 103 of stone.')).toBe(before)
  await main.find.press('Escape')
  await expect(main.find).toBeHidden()
  expect(await topOf(main, 'Paragraph 103 of stone.')).toBe(before)
})

test('find goes to the next match below what is in view, and round where none follows', async ({
  launchAndAsk,
}) => {
  const { main } = await launchAndAsk(longAnswer.join('\n\n'))
  await readFrom(main, 'Paragraph 100 of stone.')
  await openFind(main)
  await main.find.fill('graph 20')
  await expect(main.matches).toHaveText('2 of 11')
  await main.find.fill('graph 5')
  await expect(main.matches).toHaveText('1 of 11')
  await expect(main.log.getByText('Paragraph 5 of stone.', { exact: true })).toBeInViewport()
})

async function isUnderBar({ page }: MainWindow): Promise<boolean> {
  return await page.evaluate(() => {
    const [place] = CSS.highlights.get('found-current') ?? []
    const bar = document.querySelector('[role="search"] input')?.parentElement
    if (place === undefined || !bar) throw new Error('Nothing is found')
    const match = document.createRange()
    match.setStart(place.startContainer, place.startOffset)
    match.setEnd(place.endContainer, place.endOffset)
    return match.getBoundingClientRect().top < bar.getBoundingClientRect().bottom
  })
}

const resize = ({ electron }: RivuletApp, wide: number): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, width) => {
    const window = BrowserWindow.getAllWindows().find(({ title }) => title === 'Rivulet')
    window?.setContentSize(width, 700)
  }, wide)

for (const wide of [500, 1400]) {
  test(`what is found is never under the find bar, ${wide} pixels wide`, async ({
    launch,
    userData,
  }) => {
    const text = ['The zebrafish lives.', ...longAnswer, 'The zebrafish lives.'].join('\n\n')
    seedConversation(userData, {
      messages: 4,
      textOf: (index) => (index % 2 ? text : 'Zebrafish?'),
    })
    const app = await launch()
    const { main } = app
    await main.conversations.getByText('Seeded').click()
    await expect(main.answer).toBeVisible()
    await resize(app, wide)
    await expect.poll(() => main.page.evaluate(() => window.innerWidth)).toBe(wide)
    await openFind(main)
    await main.find.fill('zebrafish')
    for (let match = 0; match < 6; match += 1) {
      const before = (await main.matches.textContent()) ?? ''
      await main.find.press('Enter')
      await expect(main.matches).not.toHaveText(before)
      await expect.poll(() => isUnderBar(main)).toBe(false)
    }
  })
}

test('a find that is closed brings nothing back into view', async ({ launch, modelServer }) => {
  const more = gate()
  modelServer.script([
    streamHead(),
    textEvent(`The zebrafish lives.\n\n${longAnswer.join('\n\n')}`),
    more.step,
    textEvent('\n\nAnd so on.'),
    ...ending(),
  ])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Where?')
  await expect(main.log.getByText('Paragraph 299 of stone.')).toBeInViewport()
  await openFind(main)
  await main.find.fill('zebrafish')
  await expect(main.log.getByText('The zebrafish lives.')).toBeInViewport()
  // As assistive technology clicks: neither a key nor a pointer tells that the reader moved.
  await main.page.getByRole('search').getByRole('button', { name: 'Close' }).dispatchEvent('click')
  await expect(main.find).toBeHidden()
  await main.view.evaluate((view) => view.scrollTo(0, view.scrollHeight))
  await expect(main.log.getByText('Paragraph 299 of stone.')).toBeInViewport()
  more.open()
  await expect(main.status).toContainText('Complete')
  await expect(main.log.getByText('And so on.')).toBeInViewport()
})

test('a match is no longer looked for when the reader has moved', async ({ launchAndAsk }) => {
  const { main } = await launchAndAsk(longAnswer.join('\n\n'))
  await readFrom(main, 'Paragraph 100 of stone.')
  const observers = await main.page.evaluateHandle(() => {
    const live = new Set<MutationObserver>()
    const { observe, disconnect } = MutationObserver.prototype
    MutationObserver.prototype.observe = function (...given) {
      live.add(this)
      observe.apply(this, given)
    }
    MutationObserver.prototype.disconnect = function () {
      live.delete(this)
      disconnect.apply(this)
    }
    return live
  })
  const watching = () => observers.evaluate(({ size }) => size)
  await openFind(main)
  await main.find.fill('stone')
  // One marks the matches, one keeps the current one in view.
  await expect.poll(watching).toBe(2)
  await main.view.hover()
  await main.page.mouse.wheel(0, 400)
  await expect.poll(watching).toBe(1)
  await main.find.press('Escape')
  await expect.poll(watching).toBe(0)
})

for (const name of ['The long one', 'Another']) {
  test(`one comes back to the place where one was, find open in ${name}`, async ({
    launch,
    userData,
  }) => {
    const long = { conversationId: 'long', title: 'The long one', messages: 2 }
    const textOf = (index: number) => (index % 2 ? longAnswer.join('\n\n') : 'Go on')
    seedConversation(userData, { ...long, textOf })
    seedConversation(userData, { messages: 2, textOf: () => 'Short.', title: 'Another' })
    const { main } = await launch()
    const open = (title: string) => main.conversations.getByText(title).click()
    await open('The long one')
    await readFrom(main, 'Paragraph 100 of stone.')
    await expect(main.jumpToLatest).toBeVisible()
    const before = await topOf(main, 'Paragraph 103 of stone.')
    if (name === 'The long one') await openFind(main)
    await open('Another')
    await expect(main.answerText).toHaveText('Short.')
    if (name === 'Another') await openFind(main)
    await open('The long one')
    await expect.poll(() => topOf(main, 'Paragraph 103 of stone.')).toBe(before)
  })
}

import type { MainWindow } from './main-window'
import { expect, settingsFor, test } from './rivulet-app'
import { seedConversation } from './seed-conversation'

const partsWith = (words: string): string =>
  Array.from(
    { length: 300 },
    (_each, part) => `## Part ${part}\n\nA paragraph${part === 250 ? ` ${words}` : ''}.`,
  ).join('\n\n')

async function openHit({ search, conversations }: MainWindow, words: string): Promise<void> {
  await search.fill(words)
  await conversations.getByRole('list', { name: 'Search results' }).getByRole('button').click()
}

const marked = ({ page }: MainWindow): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('found-hit') ?? [])].map(
      ({ startContainer, startOffset, endOffset }) =>
        startContainer.textContent?.slice(startOffset, endOffset) ?? '',
    ),
  )

/** Resolves when the view has stood still for a while. */
const atRest = ({ view }: MainWindow): Promise<void> =>
  view.evaluate(async (view) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let still = 0, before = ''; still < 40; ) {
      await frame()
      const now = `${view.scrollTop} ${view.scrollHeight}`
      still = now === before ? still + 1 : 0
      before = now
    }
  })

/** Resolves when the words have stood still in view for a while. */
async function expectAtRestInView(main: MainWindow, words: string): Promise<void> {
  const place = main.log.getByText(words).last()
  await expect(place).toBeInViewport()
  await atRest(main)
  await expect(place).toBeInViewport()
}

test('a hit deep in a long answer is brought into view and marked until one clicks', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  modelServer.respondWithText([partsWith('where the **zebra**fish lives')])
  await main.ask('A long one')
  await expect(main.status).toContainText('Complete')
  await main.newConversation.click()
  await openHit(main, 'lives zeb')
  await expectAtRestInView(main, 'where the')
  expect(await marked(main)).toEqual(['zeb', 'lives'])
  await main.view.hover()
  await main.page.mouse.wheel(0, 400)
  await expect(main.log.getByText('where the')).not.toBeInViewport()
  expect(await marked(main)).toEqual(['zeb', 'lives'])
  await main.view.click()
  expect(await marked(main)).toEqual([])
})

const ends: Readonly<Record<string, (main: MainWindow) => Promise<void>>> = {
  'one types': ({ message }) => message.press('a'),
  'one presses Esc': ({ page }) => page.keyboard.press('Escape'),
  'another conversation is opened': ({ page }) => page.keyboard.press('ControlOrMeta+n'),
}
for (const [name, end] of Object.entries(ends)) {
  test(`a hit is marked until ${name}`, async ({ launch, userData }) => {
    seedConversation(userData, { messages: 2, textOf: () => 'The zebrafish lives.' })
    const { main } = await launch()
    await openHit(main, 'zebrafish')
    await expect.poll(() => marked(main)).toEqual(['zebrafish'])
    await end(main)
    await expect.poll(() => marked(main)).toEqual([])
  })
}

test('a hit deep in a long question is brought into view', async ({ launch, userData }) => {
  seedConversation(userData, {
    messages: 4,
    textOf: (index) => (index === 0 ? partsWith('where the zebrafish lives') : 'Short.'),
  })
  const { main } = await launch()
  await openHit(main, 'zebrafish')
  await expect.poll(() => marked(main)).toEqual(['zebrafish'])
  const isInView = await main.view.evaluate((view) => {
    const [place] = CSS.highlights.get('found-hit') ?? []
    const range = document.createRange()
    if (place !== undefined) range.setStart(place.startContainer, place.startOffset)
    const { top, bottom } = range.getBoundingClientRect()
    const box = view.getBoundingClientRect()
    return top > box.top && bottom < box.bottom
  })
  expect(isInView).toBe(true)
})

test('a hit in another version of an answer shows that version and the words in it', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  modelServer.respondWithText([partsWith('where the zebrafish lives')])
  await main.ask('A long one')
  await expect(main.status).toContainText('Complete')
  modelServer.respondWithText(['Nothing of it.'])
  await main.answer.getByRole('button', { name: 'Regenerate' }).click()
  await expect(main.answerText).toHaveText('Nothing of it.')
  await openHit(main, 'zebrafish')
  await expectAtRestInView(main, 'where the zebrafish')
  expect(await marked(main)).toEqual(['zebrafish'])
})

test('whoever goes on from a hit is not brought back to it', async ({ launch, userData }) => {
  seedConversation(userData, {
    messages: 400,
    textOf: (index) =>
      index === 200 ? 'Where the zebrafish lives.' : `Message ${index}.\n\nMore of it.`,
  })
  const { main } = await launch()
  await openHit(main, 'zebrafish')
  await expectAtRestInView(main, 'Where the zebrafish')
  await main.view.hover()
  await main.page.mouse.wheel(0, 6000)
  await expect(main.log.getByText('Where the zebrafish')).not.toBeInViewport()
  await atRest(main)
  await expect(main.log.getByText('Where the zebrafish')).not.toBeInViewport()
})

test('a hit in an old message of a long conversation stands still where its words are', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, {
    messages: 10_000,
    textOf: (index) =>
      index === 4321 ? partsWith('where the zebrafish lives') : `Message ${index}.\n\nMore of it.`,
  })
  const { main } = await launch()
  await openHit(main, 'zebrafish')
  await expectAtRestInView(main, 'where the zebrafish')
  expect(await marked(main)).toEqual(['zebrafish'])
})

for (const [name, text] of [
  [
    'many blocks',
    Array.from({ length: 6000 }, (_each, part) => `Part ${part} of *it*.`).join('\n\n'),
  ],
  ['one paragraph', 'So it goes on and on. '.repeat(9000)],
] as const) {
  test(`a hit far behind in ${name}, drawn over many frames, comes into view`, async ({
    launch,
    userData,
  }) => {
    seedConversation(userData, {
      messages: 2,
      textOf: (index) => (index === 0 ? 'Go on' : `${text} The zebrafish lives. ${text}`),
    })
    const { main } = await launch()
    await openHit(main, 'zebrafish')
    await expect.poll(() => marked(main), { timeout: 20_000 }).toEqual(['zebrafish'])
    await expectAtRestInView(main, 'The zebrafish lives.')
  })
}

test('of a hit that is not on the page as it was written the message is shown', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, {
    messages: 40,
    textOf: (index) =>
      index === 3 ? 'See [there](https://zebrafish.example).' : `Message ${index}.\n\nMore of it.`,
  })
  const { main } = await launch()
  await openHit(main, 'zebrafish.example')
  await expect(main.log.getByText('See there.')).toBeInViewport()
  expect(await marked(main)).toEqual([])
})

import { cut, ending, hold, streamHead, textEvent } from '../fakes/model-server/model-server'
import { seedConstructs } from './constructs/seed-constructs'
import { constructs, diagram, growing, unfinished } from './constructs/texts'
import { comparePictures, setWindowWidth } from './pictures'
import { expect, settingsFor, test } from './rivulet-app'

const wideWindow = 1100

test.describe('pictures', () => {
  test.skip(process.platform !== 'linux', 'Only on Linux are the fonts the same on every machine.')

  test('each construct looks as it should', async ({ launch, modelServer, userData }) => {
    seedConstructs(userData, 'Show it')
    const app = await launch({ ...settingsFor(modelServer), theme: 'light' })
    for (const { name, windowWidth = wideWindow } of constructs) {
      // A narrow window has no list of conversations.
      await setWindowWidth(app, wideWindow)
      await app.main.conversations.getByText(name, { exact: true }).click()
      await setWindowWidth(app, windowWidth)
      await expect(app.main.answerText.locator('.formula-source:not([title])')).toHaveCount(0)
      if (name === 'broken-diagram') {
        await expect(app.main.answerText).toContainText('cannot read this diagram')
      }
      if (name === 'wrapped-code') {
        await app.main.answerText.getByRole('button', { name: 'Wrap lines' }).click()
      }
      await comparePictures(app, name)
    }
  })

  test('so does an answer that grows, with its caret', async ({ launch, modelServer }) => {
    const app = await launch({ ...settingsFor(modelServer), theme: 'light' })
    await setWindowWidth(app, wideWindow)
    for (const { name, text } of growing) {
      modelServer.script([streamHead(), textEvent(text), hold()])
      await app.main.newConversation.click()
      await app.main.ask(name)
      await expect(app.main.answerText).toContainText(/(?:not a li|The sec|two = on|1)\s*$/)
      await expect(app.main.answerText.locator('.growing')).toHaveCount(1)
      await comparePictures(app, name)
    }
  })

  test('so does an answer that was interrupted', async ({ launch, modelServer }) => {
    modelServer.script([
      streamHead(),
      textEvent('The first paragraph.\n\nThe second is cut '),
      cut(),
    ])
    modelServer.script([streamHead(), textEvent('in two.\n\n```ts\nconst one = 1\n'), cut()])
    modelServer.script([streamHead(), textEvent('const two = 2\n```\n\n'), cut()])
    modelServer.script([streamHead(), textEvent('The last.'), ...ending()])
    const app = await launch({ ...settingsFor(modelServer), theme: 'light' })
    await setWindowWidth(app, wideWindow)
    await app.main.ask('Break')
    await expect(app.main.status).toContainText('Complete', { timeout: 30_000 })
    await expect(app.main.answerText).toContainText('The last.')
    await comparePictures(app, 'seams')
  })
})

test('a diagram stands in the middle of the column', async ({ launch, modelServer }) => {
  modelServer.respondWithText([diagram])
  const app = await launch(settingsFor(modelServer))
  const { main } = app
  await setWindowWidth(app, wideWindow)
  await main.ask('Draw')
  const picture = main.answerText.getByRole('img', { name: /^Diagram/ })
  await expect(picture).toBeVisible()
  const place = await picture.evaluate((image) => {
    const column = image.closest('.markdown')?.getBoundingClientRect()
    const { left, right } = image.getBoundingClientRect()
    return { left: left - (column?.left ?? 0), right: (column?.right ?? 0) - right }
  })
  expect(Math.abs(place.left - place.right)).toBeLessThanOrEqual(1)
  expect(place.left).toBeGreaterThan(16)
  await test.info().attach('diagram', {
    body: await main.answerText.screenshot(),
    contentType: 'image/png',
  })
})

test('a list in a list in a list, however deep, has room for its words', async ({
  launch,
  modelServer,
}) => {
  const lists = Array.from({ length: 45 }, (_, depth) => `${'  '.repeat(depth)}- Item ${depth}`)
  modelServer.respondWithText([lists.join('\n')])
  const app = await launch(settingsFor(modelServer))
  await setWindowWidth(app, wideWindow)
  await app.main.ask('Nest')
  const deepest = app.main.answerText.getByRole('listitem').last()
  await expect(deepest).toHaveText('Item 44')
  expect((await deepest.boundingBox())?.width).toBeGreaterThan(400)
})

test('a mark that is not yet whole is never shown as it is written', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  // Then all that has come is shown in the same frame, the beginning together with the end.
  await main.page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [end, shown] of unfinished) {
    modelServer.script([streamHead(), textEvent(`Before.\n\n${end}`), hold()])
    await main.newConversation.click()
    await main.ask(`Unfinished ${end}`)
    await expect(main.answerText, end).toHaveText(new RegExp(`^Before\\.\\s*${shown}\\s*$`))
  }
})

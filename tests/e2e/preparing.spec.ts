import { gate, hold, streamHead, textEvent } from '../fakes/model-server/model-server'
import { expect, settingsFor, test } from './rivulet-app'

test('the first code has its colours and the first formula is drawn as soon as they are shown', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText(['```python\nreturn 1\n```\n\nAnd $x^2$ it is.'])
  const { main } = await launch(settingsFor(modelServer))
  const lastLanguage = main.page.waitForEvent('requestfinished', (request) =>
    /\/sql-[^/]*\.js$/.test(request.url()),
  )
  await main.page.reload()
  await lastLanguage
  await expect
    .poll(() =>
      main.page.evaluate(() =>
        [...document.fonts]
          .filter(({ family, status }) => family.startsWith('KaTeX') && status === 'loaded')
          .map(({ family }) => family),
      ),
    )
    .toContain('KaTeX_Main')
  await main.page.evaluate(() => {
    const bare: string[] = []
    Reflect.set(globalThis, 'bareForTest', bare)
    new MutationObserver(() => {
      for (const code of document.querySelectorAll('.code-block code')) {
        const isWhole = code.textContent?.startsWith('return 1')
        if (isWhole && code.querySelector('.tok-key') === null) bare.push('code')
      }
      if (document.querySelector('.formula-source') !== null) bare.push('formula')
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await main.ask('Colour')
  await expect(main.answerText.locator('.tok-key')).toHaveText('return')
  await expect(main.answerText.locator('.katex')).toHaveCount(1)
  expect(await main.page.evaluate(() => Reflect.get(globalThis, 'bareForTest'))).toEqual([])
})

test('what draws diagrams gets ready while the first is still being written', async ({
  launch,
  modelServer,
}) => {
  const rest = gate()
  modelServer.script([
    streamHead(),
    textEvent('Before.\n\n'),
    rest.step,
    textEvent('```mermaid\nflowchart TD\n'),
    hold(),
  ])
  const { main } = await launch(settingsFor(modelServer))
  const frames = () => main.page.frames().filter((frame) => frame.url().endsWith('/diagram.html'))
  await main.ask('Draw')
  await expect(main.answerText).toContainText('Before.')
  expect(frames()).toEqual([])
  rest.open()
  await expect.poll(() => frames().length).toBe(1)
})

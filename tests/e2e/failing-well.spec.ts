import {
  cut,
  document,
  reset,
  type ScriptedReply,
  startModelServer,
  streamHead,
  textEvent,
} from '../fakes/model-server/model-server'
import { expect, settingsFor, test } from './rivulet-app'

const portal = '<!doctype html><html><title>Hotel</title><form>Room number</form></html>'

/** Each is what one request after the other meets until Rivulet gives up by itself. */
const failures: readonly {
  readonly name: string
  readonly replies: readonly ScriptedReply[]
  readonly sentence: RegExp
  readonly kept?: string
}[] = [
  {
    name: 'an unknown model',
    replies: [document(404, { error: { code: 'model_not_found', message: 'No such model' } })],
    sentence: /model/i,
  },
  {
    name: 'a captive portal',
    replies: [document(200, portal, { 'content-type': 'text/html' })],
    sentence: /sign in|web page/i,
  },
  {
    name: 'a used-up quota',
    replies: [document(429, { error: { code: 'insufficient_quota', message: 'Pay first' } })],
    sentence: /quota|credit|billing|used up/i,
  },
  {
    name: 'an error of the server that stays',
    replies: Array(3).fill(document(500, { error: { message: 'Oops' } })),
    sentence: /error|trouble|problem/i,
  },
  {
    name: 'a connection that is cut before the word of completion and stays useless',
    replies: [
      [streamHead(), textEvent('Kept so far'), cut()],
      ...Array(3).fill([streamHead(), cut()]),
    ],
    sentence: /cut|broke|ended|lost|before|nothing/i,
    kept: 'Kept so far',
  },
  {
    name: 'a connection that is reset in mid-answer and stays useless',
    replies: [[streamHead(), textEvent('Kept so far'), reset()], ...Array(3).fill([reset()])],
    sentence: /connection/i,
    kept: 'Kept so far',
  },
]

for (const { name, replies, sentence, kept } of failures) {
  test(`${name} shows its own sentence, keeps the text, and Retry works`, async ({
    launch,
    modelServer,
  }) => {
    for (const reply of replies) modelServer.script(reply)
    modelServer.respondWithText(['All is well.'])
    const { main } = await launch(settingsFor(modelServer))
    await main.ask('Does it work?')
    await expect(main.alert).toContainText(sentence, { timeout: 15_000 })
    await expect(main.status).not.toContainText('Complete')
    if (kept !== undefined) await expect(main.answerText).toHaveText(kept)
    await main.alert.getByRole('button', { name: 'Retry' }).click()
    await expect(main.answerText).toHaveText('All is well.')
    await expect(main.status).toContainText('Complete')
    if (kept !== undefined) {
      await main.answer.hover()
      await main.answer.getByRole('button', { name: 'Previous version' }).click()
      await expect(main.answerText).toHaveText(kept)
    }
  })
}

test('no network shows its own sentence; when the server is back Retry works', async ({
  launch,
}) => {
  const gone = await startModelServer()
  const settings = settingsFor(gone)
  await gone.close()
  const { main } = await launch(settings)
  await main.ask('Is anybody there?')
  await expect(main.alert).toContainText('Nothing answers at 127.0.0.1', { timeout: 15_000 })
  const back = await startModelServer(Number(new URL(gone.origin).port))
  back.respondWithText(['Here again.'])
  await main.alert.getByRole('button', { name: 'Retry' }).click()
  await expect(main.answerText).toHaveText('Here again.')
  await back.close()
})

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

const failures: readonly {
  readonly name: string
  readonly reply: ScriptedReply
  readonly sentence: RegExp
  readonly kept?: string
}[] = [
  {
    name: 'an unknown model',
    reply: document(404, { error: { code: 'model_not_found', message: 'No such model' } }),
    sentence: /model/i,
  },
  {
    name: 'a captive portal',
    reply: document(200, portal, { 'content-type': 'text/html' }),
    sentence: /sign in|web page/i,
  },
  {
    name: 'a rate limit',
    reply: document(429, { error: { message: 'Slow down' } }, { 'retry-after': '20' }),
    sentence: /too many|rate|limit|wait/i,
  },
  {
    name: 'an error of the server',
    reply: document(500, { error: { message: 'Oops' } }),
    sentence: /error|trouble|problem/i,
  },
  {
    name: 'a connection cut before the word of completion',
    reply: [streamHead(), textEvent('Kept so far'), cut()],
    sentence: /cut|broke|ended|lost|before/i,
    kept: 'Kept so far',
  },
  {
    name: 'a connection reset in mid-answer',
    reply: [streamHead(), textEvent('Kept so far'), reset()],
    sentence: /connection/i,
    kept: 'Kept so far',
  },
]

for (const { name, reply, sentence, kept } of failures) {
  test(`${name} shows its own sentence, keeps the text, and Retry works`, async ({
    launch,
    modelServer,
  }) => {
    modelServer.script(reply)
    modelServer.respondWithText(['All is well.'])
    const { main } = await launch(settingsFor(modelServer))
    await main.ask('Does it work?')
    await expect(main.alert).toContainText(sentence)
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
  await expect(main.alert).toContainText('Nothing answers at 127.0.0.1')
  const back = await startModelServer(Number(new URL(gone.origin).port))
  back.respondWithText(['Here again.'])
  await main.alert.getByRole('button', { name: 'Retry' }).click()
  await expect(main.answerText).toHaveText('Here again.')
  await back.close()
})

import { hold, streamHead, textEvent } from '../fakes/model-server/model-server'
import { expect, settingsFor, test } from './rivulet-app'

test('after a restart without network everything is there and opens', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText(['# Kept\n\n', 'Word for *word*.'])
  const first = await launch(settingsFor(modelServer))
  await first.main.ask('What stays?')
  await expect(first.main.status).toContainText('Complete')
  await first.quit()
  await modelServer.close()

  const { main } = await launch()
  await main.conversations.getByText('What stays?').click()
  await expect(main.questions).toHaveText(/What stays\?/)
  await expect(main.answer.getByRole('heading', { name: 'Kept' })).toBeVisible()
  await expect(main.answer.locator('em')).toHaveText('word')
  await expect(main.status).toContainText('Complete')
})

test('an answer that was running when the app ended is interrupted, its text there', async ({
  launch,
  modelServer,
}) => {
  modelServer.script([streamHead(), textEvent('As far as I got'), hold()])
  const first = await launch(settingsFor(modelServer))
  await first.main.ask('Long story')
  await expect(first.main.answerText).toHaveText('As far as I got')
  await first.quit()
  const { main } = await launch()
  await main.conversations.getByText('Long story').click()
  await expect(main.answerText).toHaveText('As far as I got')
  await expect(main.status).toContainText('Interrupted')
})

test('a conversation is renamed, deleted, brought back by Undo, and found by its words', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText(['The quick brown fox.'])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Which animal?')
  await expect(main.status).toContainText('Complete')

  await main.search.fill('brow')
  await expect(main.conversations.getByText(/quick brown fox/)).toBeVisible()
  await main.search.fill('nothing like this')
  await expect(main.conversations.getByText(/quick brown fox/)).toHaveCount(0)
  await main.search.fill('')

  await main.conversationMenu('Rename')
  const title = main.page.getByRole('textbox', { name: /title/i })
  await title.fill('Animals')
  await title.press('Enter')
  await expect(main.conversations.getByText('Animals')).toBeVisible()

  await main.conversationMenu('Delete')
  await expect(main.conversations.getByText('Animals')).toHaveCount(0)
  await main.page.getByRole('button', { name: 'Undo' }).click()
  await main.conversations.getByText('Animals').click()
  await expect(main.answerText).toHaveText('The quick brown fox.')
})

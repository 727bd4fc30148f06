import { expect, test } from './rivulet-app'

test('first run to first answer with the Handbook @packaged', async ({ launch }) => {
  const { main } = await launch()
  await expect(main.page).toHaveTitle('Rivulet')
  await main.tryTheHandbook()
  await main.ask('How do I search my history?')
  await expect(main.questions).toHaveText(/How do I search my history\?/)
  await expect(main.status).toContainText(/Connecting|Streaming/)
  await expect(main.status).toContainText('Complete')
  await expect(main.answer).toContainText('Search conversations')
  await expect(main.conversations.getByText('How do I search my history?')).toBeVisible()
})

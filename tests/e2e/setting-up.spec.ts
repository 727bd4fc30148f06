import { textReply } from '../fakes/model-server/model-server'
import { expect, settingsFor, test } from './rivulet-app'

test('Enter in the search box opens the first hit and writes nothing into the message box', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  modelServer.respondWithText(['zebrafish'])
  await main.ask('Animals')
  await expect(main.status).toContainText('Complete')
  await main.newConversation.click()
  await main.search.fill('zebrafish')
  await expect(main.conversations.getByRole('list', { name: 'Search results' })).toBeVisible()
  await main.search.press('Enter')
  await expect(main.answer).toContainText('zebrafish')
  await expect(main.message).toHaveValue('')
})

test('a provider that was added, given a key and tested answers the next question', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch()
  modelServer.offerModels(['fake-1'])
  modelServer.always(textReply(['From the fake.']))
  await main.page.getByRole('button', { name: 'Enter an API key' }).click()
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Add provider' }).click()
  await settings.getByLabel('Kind').selectOption('Another server')
  await settings.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await settings.getByRole('textbox', { name: 'Base URL' }).fill(modelServer.baseUrl)
  await settings.getByRole('button', { name: 'Add this provider' }).click()
  await settings.getByRole('textbox', { name: 'API key' }).fill('sk-1')
  await settings.getByRole('button', { name: 'Save key' }).click()
  await settings.getByRole('button', { name: 'Test connection' }).click()
  await expect(settings.getByText(/It works/)).toBeVisible()
  await main.page.getByRole('button', { name: 'Close settings' }).click()
  await expect(main.model).toHaveValue(/fake-1$/)
})

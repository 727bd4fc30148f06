import { document, gate, modelsRoute, textReply } from '../fakes/model-server/model-server'
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

test('a connection that is being tested is not tested a second time', async ({
  launch,
  modelServer,
}) => {
  const answered = gate()
  const models = document(200, { object: 'list', data: [{ id: 'fake-1', object: 'model' }] })
  modelServer.script([answered.step, ...models], modelsRoute)
  const { main } = await launch(settingsFor(modelServer))
  await main.openSettings('Providers')
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  const testConnection = settings.getByRole('button', { name: 'Test connection' })
  await testConnection.click()
  await modelServer.nextRequest()
  await testConnection.press('Enter')
  answered.open()
  await expect(settings.getByText(/It works/)).toBeVisible()
  expect(modelServer.requests).toHaveLength(1)
})

test('where the key lies is told for the address that stands there, and an address put back has its key', async ({
  launch,
  modelServer,
}) => {
  const fake = settingsFor(modelServer)
  const { main } = await launch({
    ...fake,
    providers: fake.providers.map((each) => ({ ...each, id: 'moved' })),
  })
  await main.openSettings('Providers')
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  const place = settings.getByRole('status', { name: 'Where the key lies' })
  const address = settings.getByRole('textbox', { name: 'Base URL' })
  await settings.getByRole('textbox', { name: 'API key' }).fill('sk-1')
  await settings.getByRole('button', { name: 'Save key' }).click()
  await expect(place).toHaveText('In the system keychain')
  await address.fill('https://other.example/v1')
  await address.press('Tab')
  await expect(place).toContainText(`belongs to ${new URL(modelServer.baseUrl).origin}`)
  await expect(settings.getByRole('listitem').first()).toContainText('No key')
  await expect(settings.getByRole('button', { name: 'Remove key' })).toBeHidden()
  await address.fill(modelServer.baseUrl)
  await address.press('Tab')
  await expect(place).toHaveText('In the system keychain')
})

test('a provider that was removed comes back by Undo, with its key and as the default', async ({
  launch,
  modelServer,
}) => {
  const fake = settingsFor(modelServer)
  const { main } = await launch({
    ...fake,
    providers: fake.providers.map((each) => ({ ...each, id: 'removed' })),
    defaultModel: { providerId: 'removed', modelId: 'fake-1' },
  })
  await main.openSettings('Providers')
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('textbox', { name: 'API key' }).fill('sk-removed')
  await settings.getByRole('button', { name: 'Save key' }).click()
  await expect(settings.getByText('In the system keychain')).toBeVisible()
  await settings.getByRole('button', { name: 'Remove provider' }).click()
  await expect(settings.getByRole('listitem')).toHaveText(['HandbookBuilt in'])
  await settings.getByRole('button', { name: 'Undo' }).click()
  await expect(settings.getByText('In the system keychain')).toBeVisible()
  await main.page.getByRole('button', { name: 'Close settings' }).click()
  modelServer.respondWithText(['Back again.'])
  await main.ask('Are you back?')
  await expect(main.answerText).toHaveText('Back again.')
  expect(modelServer.requests.at(-1)?.headers).toMatchObject({ authorization: 'Bearer sk-removed' })
})

test('a provider that was removed comes back by Undo after the settings were closed', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  await main.openSettings('Providers')
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Remove provider' }).click()
  await expect(settings.getByRole('button', { name: 'Undo' })).toBeVisible()
  await main.page.getByRole('button', { name: 'Close settings' }).click()
  await main.page.getByRole('button', { name: 'Undo' }).click()
  await main.openSettings('Providers')
  await expect(settings.getByRole('listitem')).toContainText(['Fake', 'Handbook'])
})

test('a double click removes one provider, not the one that moves up as well', async ({
  launch,
  modelServer,
}) => {
  const fake = settingsFor(modelServer)
  const other = { id: 'other', name: 'Other', baseUrl: 'https://other.example/v1', models: [] }
  const { main } = await launch({ ...fake, providers: [...fake.providers, other] })
  await main.openSettings('Providers')
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  const remove = settings.getByRole('button', { name: 'Remove provider' })
  await remove.click()
  await expect(settings.getByRole('region', { name: 'Other' })).toBeVisible()
  await expect(settings.getByRole('listitem')).toHaveCount(2)
  await remove.hover()
  await main.page.mouse.down({ clickCount: 2 })
  await main.page.mouse.up({ clickCount: 2 })
  await settings.getByRole('button', { name: 'Undo' }).click()
  await expect(settings.getByRole('listitem')).toContainText(['Other', 'Fake', 'Handbook'])
})

test('a model chosen for one conversation leaves the next one to the default', async ({
  launch,
  modelServer,
}) => {
  const fake = settingsFor(modelServer)
  modelServer.always(textReply(['Yes.']))
  const { main } = await launch({
    ...fake,
    providers: fake.providers.map((each) => ({ ...each, models: ['fake-1', 'fake-2'] })),
  })
  await main.model.selectOption('fake-2')
  await main.ask('Before the first question?')
  await expect(main.status).toContainText('Complete')
  expect(modelServer.requests.at(-1)?.json).toMatchObject({ model: 'fake-2' })
  await main.newConversation.click()
  await expect(main.model).toHaveValue(/fake-1$/)
  await main.conversations.getByText('Before the first question?').click()
  await expect(main.model).toHaveValue(/fake-2$/)
})

test('a server of the environment that does not answer is told of, and used once it does', async ({
  launch,
  modelServer,
}) => {
  modelServer.script(document(503, { error: { message: 'Starting' } }), modelsRoute)
  const { main } = await launch(undefined, { OPENAI_BASE_URL: modelServer.baseUrl })
  const notice = main.page.getByRole('status').filter({ hasText: 'OPENAI_BASE_URL' })
  await expect(notice).toContainText('Environment is overloaded')
  await expect(main.page.getByText('is ready in the list of models')).toBeHidden()
  modelServer.offerModels([])
  await main.openSettings('Providers')
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: /^Environment/ }).click()
  await settings.getByRole('button', { name: 'Test connection' }).click()
  await expect(settings.getByText('Load one there, or set OPENAI_MODEL and start')).toBeVisible()
  await expect(notice).toContainText('offers no models')
  modelServer.offerModels(['env-1'])
  await settings.getByRole('button', { name: 'Test connection' }).click()
  await expect(settings.getByText(/It works/)).toBeVisible()
  await main.page.getByRole('button', { name: 'Close settings' }).click()
  await expect(main.model).toHaveValue('environment/env-1')
  await expect(notice).toBeHidden()
})

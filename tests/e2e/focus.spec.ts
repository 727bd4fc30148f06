import type { Locator } from '@playwright/test'
import type { MainWindow } from './main-window'
import { setWindowWidth } from './pictures'
import { expect, settingsFor, test } from './rivulet-app'

async function openProviders(main: MainWindow): Promise<Locator> {
  await main.openSettings('Providers')
  return main.page.getByRole('dialog', { name: 'Settings' })
}

async function press(button: Locator): Promise<void> {
  await button.focus()
  await button.press('Enter')
}

test('adding a provider leads from the button to its form and to its key, and Cancel back', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  const settings = await openProviders(main)
  const add = settings.getByRole('button', { name: 'Add provider' })
  await press(add)
  await expect(settings.getByLabel('Kind')).toBeFocused()
  await press(settings.getByRole('button', { name: 'Cancel' }))
  await expect(add).toBeFocused()
  await press(add)
  await press(settings.getByRole('button', { name: 'Add this provider' }))
  await expect(settings.getByRole('region', { name: 'OpenAI' })).toBeVisible()
  await expect(settings.getByRole('textbox', { name: 'API key' })).toBeFocused()
})

test('the buttons of a provider keep the focus, or hand it to what is next', async ({
  launch,
  modelServer,
}) => {
  const fake = settingsFor(modelServer)
  const providers = fake.providers.map((each) => ({ ...each, id: 'focus' }))
  modelServer.offerModels(['fake-1', 'fake-2'])
  const { main } = await launch({ ...fake, providers })
  const settings = await openProviders(main)
  const key = settings.getByRole('textbox', { name: 'API key' })
  const testConnection = settings.getByRole('button', { name: 'Test connection' })
  await key.fill('sk-1')
  await press(settings.getByRole('button', { name: 'Save key' }))
  await expect(settings.getByRole('button', { name: 'Remove key' })).toBeVisible()
  await expect(key).toBeFocused()
  await press(settings.getByRole('button', { name: 'Remove key' }))
  await expect(settings.getByRole('button', { name: 'Remove key' })).toBeHidden()
  await expect(key).toBeFocused()
  await press(testConnection)
  await expect(settings.getByText(/It works/)).toBeVisible()
  await expect(testConnection).toBeFocused()
  await press(settings.getByRole('button', { name: 'Use these models' }))
  await expect(settings.getByRole('textbox', { name: 'Models' })).toHaveValue('fake-1, fake-2')
  await expect(testConnection).toBeFocused()
})

test('a provider that is removed hands the focus to its neighbour, and Undo to the one that is back', async ({
  launch,
  modelServer,
}) => {
  const fake = settingsFor(modelServer)
  const other = { id: 'other', name: 'Other', baseUrl: 'https://other.example/v1', models: [] }
  const { main } = await launch({ ...fake, providers: [...fake.providers, other] })
  const settings = await openProviders(main)
  await press(settings.getByRole('button', { name: 'Remove provider' }))
  await expect(settings.getByRole('button', { name: /^Other/ })).toBeFocused()
  await expect(settings.getByRole('button', { name: /^Fake/ })).toBeHidden()
  await expect(settings.getByRole('button', { name: /^Other/ })).toBeFocused()
  await press(settings.getByRole('button', { name: 'Undo' }))
  await expect(settings.getByRole('button', { name: /^Fake/ })).toBeFocused()
})

test('Esc out of the settings leads back to where they were opened from', async ({ launch }) => {
  const { main } = await launch()
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  await press(main.conversations.getByRole('button', { name: 'Settings' }))
  await main.page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await expect(main.conversations.getByRole('button', { name: 'Settings' })).toBeFocused()
  await main.message.focus()
  await main.page.keyboard.press('ControlOrMeta+,')
  await main.page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await expect(main.message).toBeFocused()
})

test('Esc out of the settings leads to the message box where they ended the welcome', async ({
  launch,
}) => {
  const { main } = await launch()
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  await press(main.page.getByRole('button', { name: 'Enter an API key' }))
  await settings.getByRole('textbox', { name: 'API key' }).fill('sk-1')
  await settings.getByRole('button', { name: 'Save key' }).click()
  await expect(settings.getByRole('button', { name: 'Remove key' })).toBeVisible()
  await main.page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await expect(main.message).toBeFocused()
})

test('a deleted conversation hands the focus to the next one in the list', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  for (const title of ['First', 'Second', 'Third']) {
    modelServer.respondWithText(['Yes.'])
    await main.newConversation.click()
    await main.ask(title)
    await expect(main.status).toContainText('Complete')
  }
  const item = (title: string) =>
    main.conversations.getByRole('button', { name: title, exact: true })
  await item('Second').focus()
  await item('Second').press('Delete')
  await expect(item('Second')).toBeHidden()
  await expect(item('First')).toBeFocused()
  await press(main.conversations.getByRole('button', { name: 'Menu of First' }))
  await main.page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  await expect(item('First')).toBeHidden()
  await expect(item('Third')).toBeFocused()
})

test.describe('in a narrow window', () => {
  for (const [way, open] of [
    ['its shortcut', ({ message }: MainWindow) => message.press('ControlOrMeta+Shift+f')],
    [
      'the button of the list',
      ({ page }: MainWindow) => press(page.getByRole('button', { name: 'Show conversations' })),
    ],
  ] as const) {
    test(`what is typed after ${way} is searched, and sent to nobody`, async ({
      launch,
      modelServer,
    }) => {
      const app = await launch(settingsFor(modelServer))
      const { main } = app
      await setWindowWidth(app, 500)
      await main.message.fill('A draft')
      await open(main)
      await expect(main.search).toBeFocused()
      await main.page.keyboard.type('kumquat')
      await main.page.keyboard.press('Enter')
      await expect(main.search).toHaveValue('kumquat')
      await expect(main.message).toHaveValue('A draft')
    })
  }

  test('the list over the conversation goes when the focus leaves it', async ({
    launch,
    modelServer,
  }) => {
    const app = await launch(settingsFor(modelServer))
    const { main } = app
    await setWindowWidth(app, 500)
    await main.message.press('ControlOrMeta+Shift+f')
    await expect(main.search).toBeFocused()
    await main.conversations.getByRole('button', { name: 'Settings' }).press('Tab')
    await expect(main.conversations).toBeHidden()
    await main.message.press('ControlOrMeta+Shift+f')
    await main.search.press('Escape')
    await expect(main.conversations).toBeHidden()
    await expect(main.message).toBeFocused()
  })
})

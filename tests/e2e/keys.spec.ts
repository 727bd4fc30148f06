import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MainWindow } from './main-window'
import { expect, type RivuletApp, settingsFor, test } from './rivulet-app'
import { countInMemory, filesHolding } from './traces'

const canary = 'sk-canary-9f27c1d4e8b35a60'

async function saveKey(main: MainWindow, key: string): Promise<void> {
  await main.openSettings('Providers')
  const settings = main.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('textbox', { name: 'API key' }).fill(key)
  await settings.getByRole('button', { name: 'Save key' }).click()
}

async function closeSettings(main: MainWindow): Promise<void> {
  await main.page.getByRole('button', { name: 'Close settings' }).click()
}

function rendererProcesses({ electron }: RivuletApp): Promise<readonly number[]> {
  return electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  )
}

async function countInRenderers(app: RivuletApp, word: string): Promise<number> {
  let count = 0
  for (const processId of await rendererProcesses(app))
    count += await countInMemory(processId, word)
  return count
}

/** Each test has its own provider, so that keys of one never meet another in the keychain. */
const provider = (id: string, settings: ReturnType<typeof settingsFor>) => ({
  ...settings,
  providers: settings.providers.map((each) => ({ ...each, id })),
  defaultModel: { providerId: id, modelId: 'fake-1' },
})

test('a key goes to the keychain, opens the provider, and outlives a restart', async ({
  launch,
  modelServer,
}) => {
  const settings = provider('saved-key', settingsFor(modelServer))
  const first = await launch(settings)
  await saveKey(first.main, canary)
  await expect(first.main.page.getByText('In the system keychain')).toBeVisible()
  await expect(first.main.page.getByRole('textbox', { name: 'API key' })).toHaveValue('')
  await closeSettings(first.main)
  modelServer.respondWithText(['Welcome in.'])
  await first.main.ask('Am I in?')
  await expect(first.main.answerText).toHaveText('Welcome in.')
  expect(modelServer.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${canary}` })
  await first.quit()

  modelServer.respondWithText(['Welcome back.'])
  const { main } = await launch()
  await main.ask('Still in?')
  await expect(main.answerText).toHaveText('Welcome back.')
  expect(modelServer.requests[1]?.headers).toMatchObject({ authorization: `Bearer ${canary}` })
})

test('a wrong key is told, with the way to the place where it is entered, and Retry works', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithStatus(401, { error: { message: `Incorrect API key: ${canary}` } })
  const { main } = await launch(provider('wrong-key', settingsFor(modelServer)))
  await saveKey(main, canary)
  await closeSettings(main)
  await main.ask('Let me in')
  await expect(main.alert).toContainText(/key/i)
  await expect(main.alert).not.toContainText(canary)
  await expect(main.alert.getByRole('button', { name: /settings/i })).toBeVisible()
  modelServer.respondWithText(['Now you are in.'])
  await main.alert.getByRole('button', { name: 'Retry' }).click()
  await expect(main.answerText).toHaveText('Now you are in.')
})

test('with no keychain the reason is shown, the key serves the session, history is untouched', async ({
  launch,
  modelServer,
}) => {
  const settings = provider('no-keychain', settingsFor(modelServer))
  const noSecretService = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/at/all' }
  modelServer.respondWithText(['For now.'])
  const first = await launch(settings, noSecretService)
  await saveKey(first.main, canary)
  await expect(first.main.page.getByText('For this session only')).toBeVisible()
  await closeSettings(first.main)
  await first.main.ask('Does it serve?')
  await expect(first.main.answerText).toHaveText('For now.')
  expect(modelServer.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${canary}` })
  await first.quit()

  modelServer.respondWithText(['Without.'])
  const { main } = await launch(undefined, noSecretService)
  await main.conversations.getByText('Does it serve?').click()
  await expect(main.answerText).toHaveText('For now.')
  await main.ask('And now?')
  await expect(main.answerText).toHaveText('Without.')
  expect(modelServer.requests[1]?.headers).not.toHaveProperty('authorization')
})

test('the key is in no file, no log and not in the memory of the renderer', async ({
  launch,
  modelServer,
  userData,
}) => {
  modelServer.respondWithText(['Fine.'])
  const settings = provider('canary', settingsFor(modelServer))
  const first = await launch(settings)
  await saveKey(first.main, canary)
  await expect(first.main.page.getByText('In the system keychain')).toBeVisible()
  await closeSettings(first.main)
  // What was typed is garbage now; collected, nothing that lives may still hold it.
  const protocol = await first.main.page.context().newCDPSession(first.main.page)
  await protocol.send('HeapProfiler.collectGarbage')
  const chunks: string[] = []
  protocol.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await protocol.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  expect(chunks.join('')).not.toContain(canary)
  await first.quit()

  const app = await launch()
  await app.main.ask('All well?')
  await expect(app.main.answerText).toHaveText('Fine.')
  expect(modelServer.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${canary}` })
  expect(await countInRenderers(app, canary)).toBe(0)
  expect(await filesHolding(userData, canary)).toEqual([])

  // The same search finds what is planted.
  const planted = 'sk-planted-4b1e77f0c2d9'
  await app.main.message.fill(planted)
  expect(await countInRenderers(app, planted)).toBeGreaterThan(0)
  await writeFile(join(userData, 'planted.txt'), `a ${planted} b`)
  expect(await filesHolding(userData, planted)).toContain(join(userData, 'planted.txt'))
})

test('the key of the environment opens its provider and is stored nowhere', async ({
  launch,
  modelServer,
  userData,
}) => {
  const key = 'sk-environment-51c0a7e2'
  modelServer.offerModels(['env-1'])
  modelServer.respondWithText(['From the environment.'])
  const { main } = await launch(undefined, {
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: modelServer.baseUrl,
  })
  await expect(main.model).toContainText('env-1')
  await main.ask('Who are you?')
  await expect(main.answerText).toHaveText('From the environment.')
  const asked = modelServer.requests.find(({ method }) => method === 'POST')
  expect(asked?.headers).toMatchObject({ authorization: `Bearer ${key}` })
  expect(asked?.json).toMatchObject({ model: 'env-1' })
  expect(await filesHolding(userData, key)).toEqual([])
})

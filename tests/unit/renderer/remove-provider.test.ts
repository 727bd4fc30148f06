import { expect, test } from 'vitest'
import { createClient } from '../../../src/renderer/bridge/client'
import { removeProvider } from '../../../src/renderer/settings/remove-provider'
import type { ModelReference, ProviderView } from '../../../src/shared/providers/provider'
import { failed, succeeded } from '../../../src/shared/result'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings'
import { fakeBridge } from './fake-bridge'

const provider: ProviderView = {
  id: 'mine',
  name: 'Mine',
  kind: 'openai-compatible',
  baseUrl: 'https://a.example/v1',
  models: ['m'],
  key: { location: 'keychain' },
}
const own = { providerId: 'mine', modelId: 'm' }
const other = { providerId: 'other', modelId: 'm' }

async function setUp(defaultModel: ModelReference | null) {
  const saved: unknown[] = []
  let settings: Settings = { ...defaultSettings, defaultModel }
  const { bridge, push } = fakeBridge({
    conversations: { list: async () => succeeded([]) },
    settings: {
      read: async () => succeeded(settings),
      update: async (change) => {
        settings = { ...settings, ...(change as Partial<Settings>) }
        return succeeded(settings)
      },
    },
    desktop: {
      status: async () => failed({ code: 'internal', message: 'Not asked.', retryable: false }),
    },
    providers: {
      list: async () => succeeded([provider]),
      remove: async () => {
        // As main does: a default of that provider goes with it.
        const isDefault = settings.defaultModel?.providerId === 'mine'
        settings = { ...settings, defaultModel: isDefault ? null : settings.defaultModel }
        push('settings.changed', settings)
        return succeeded(null)
      },
      save: async (configuration) => {
        saved.push(configuration)
        return succeeded(null)
      },
    },
  })
  const client = createClient(bridge)
  await client.surroundings.ready
  const removed = await removeProvider(client, provider)
  if (!removed.ok) throw new Error(removed.failure.message)
  return { client, undo: removed.value, saved, read: () => settings }
}

test('a provider comes back as it was, and as the default where it was that', async () => {
  const { undo, saved, read } = await setUp(own)
  expect(read().defaultModel).toBeNull()
  await undo()
  expect(saved).toEqual([
    { id: 'mine', name: 'Mine', baseUrl: 'https://a.example/v1', models: ['m'] },
  ])
  expect(read().defaultModel).toEqual(own)
})

test('a default that was never this provider, or was chosen since, stays', async () => {
  const never = await setUp(other)
  await never.undo()
  expect(never.read().defaultModel).toEqual(other)
  const since = await setUp(own)
  await since.client.surroundings.update({ defaultModel: other })
  await since.undo()
  expect(since.read().defaultModel).toEqual(other)
})

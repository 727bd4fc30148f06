import { expect, test, vi } from 'vitest'
import { createLimiterRegistry } from '../../../src/main/answers/limits/limiter-registry'
import { settingsHandlers } from '../../../src/main/ipc/handlers/settings'
import { createKeyStore } from '../../../src/main/keys/key-store'
import { createRetrievableKeys } from '../../../src/main/keys/retrievable-keys'
import { createProviderDirectory } from '../../../src/main/providers/provider-directory'
import { waitWith } from '../../../src/main/providers/surroundings'
import { createManualClock } from '../../fakes/manual-clock'
import { fakeKeychain } from '../keys/fake-keychain'
import { fakeSettingsFile } from '../settings/fake-settings-file'

// Importing `electron` outside Electron fetches its binary, unless it is told where one is.
vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere')
const { createSettingsStore } = await import('../../../src/main/settings/settings-store')

const mine = { id: 'mine', name: 'Mine', baseUrl: 'https://a.example/v1', models: ['m'] }
const typo = { ...mine, baseUrl: 'https://aa.example/v1' }
const account = 'mine https://a.example'

function setUp() {
  const clock = createManualClock()
  const keychain = fakeKeychain([[account, 'sk-1']])
  const keys = createRetrievableKeys(createKeyStore(keychain, clock.schedule))
  const file = fakeSettingsFile({ providers: [mine] })
  const settings = createSettingsStore(file)
  const directory = createProviderDirectory(
    { configurations: () => settings.read().providers, environment: {}, keyFor: keys.keyFor },
    keys.status,
    () => {},
    createLimiterRegistry(clock),
    {
      fetch: () => Promise.reject(new Error('no network in this test')),
      wait: waitWith(clock.schedule),
      now: clock.now,
      version: '0',
    },
  )
  let changes = 0
  const handlers = settingsHandlers(settings, keys, directory, () => {
    changes += 1
  })
  const call = {
    save: (provider: typeof mine) => handlers['providers.save'](provider, null as never),
    remove: () => handlers['providers.remove']({ providerId: 'mine' }, null as never),
    status: () => handlers['keys.status']({ providerId: 'mine' }, null as never),
  }
  return { call, keychain, file, settings, changes: () => changes }
}

test('a slip in the address that is corrected does not cost the key', async () => {
  const { call, keychain, changes } = setUp()
  await call.save(typo)
  expect(keychain.kept.size).toBe(0)
  expect(await call.status()).toMatchObject({
    location: 'none',
    problem: expect.stringContaining('https://a.example'),
  })
  await call.save(mine)
  expect(keychain.kept.get(account)).toBe('sk-1')
  expect(await call.status()).toEqual({ location: 'keychain' })
  expect(changes()).toBe(2)
})

test('another path on the same host leaves the key where it is', async () => {
  const { call, keychain } = setUp()
  await call.save({ ...mine, baseUrl: 'https://a.example/v2' })
  expect(keychain.asked).toEqual([])
})

test('a provider that was removed and is saved again has its key again', async () => {
  const { call, keychain, settings } = setUp()
  await call.remove()
  expect(settings.read().providers).toEqual([])
  expect(keychain.kept.size).toBe(0)
  await call.save(mine)
  expect(settings.read().providers).toEqual([mine])
  expect(keychain.kept.get(account)).toBe('sk-1')
})

test('a provider that cannot be removed keeps its key', async () => {
  const { call, keychain, file } = setUp()
  file.refusal = new Error('The disk is full.')
  await expect(call.remove()).rejects.toThrow('The disk is full.')
  expect(keychain.kept.get(account)).toBe('sk-1')
})

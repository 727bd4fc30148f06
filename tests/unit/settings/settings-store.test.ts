import { expect, test, vi } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings/settings'
import { fakeSettingsFile } from './fake-settings-file'

// Importing `electron` outside Electron fetches its binary, unless it is told where one is.
vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere')
const { createSettingsStore } = await import('../../../src/main/settings/settings-store')

const local = { id: 'local', name: 'Local', baseUrl: 'http://localhost:11434/v1', models: ['a'] }

test('a change is in the file, and listeners hear of it with what was before', () => {
  const file = fakeSettingsFile({})
  const store = createSettingsStore(file)
  const heard: [string, string][] = []
  const stop = store.subscribe((settings, previous) => heard.push([settings.theme, previous.theme]))
  expect(store.update({ theme: 'dark', hotkey: undefined })).toEqual({
    ...defaultSettings,
    theme: 'dark',
  })
  expect(file.fields).toMatchObject({ theme: 'dark' })
  expect(store.read().theme).toBe('dark')
  stop()
  store.update({ theme: 'light' })
  expect(heard).toEqual([['dark', 'system']])
})

test('a value that is not allowed is refused in words, and nothing changes', () => {
  const file = fakeSettingsFile({})
  const store = createSettingsStore(file)
  expect(() => store.update({ temperature: 5 })).toThrow()
  expect(() => store.saveProvider({ ...local, baseUrl: 'ftp://x' })).toThrow(
    'The address must start with https:// or http://',
  )
  expect(store.read()).toEqual(defaultSettings)
  expect(file.writes).toBe(0)
})

test.each([
  ['no scheme', { baseUrl: 'localhost:11434/v1' }, 'must start with https:// or http://'],
  ['no address', { baseUrl: '' }, 'must start with https:// or http://'],
  ['a space in its address', { baseUrl: 'https://my server/v1' }, 'Look for spaces in it'],
  ['a password', { baseUrl: 'https://me:secret@host/v1' }, 'must not hold a user name or'],
  ['a long address', { baseUrl: `https://host/${'a'.repeat(2000)}` }, 'The address is too long.'],
  ['no name', { name: ' ' }, 'A provider needs a name.'],
  ['a long model', { models: ['a'.repeat(501)] }, 'has 500 characters at most.'],
  ['many models', { models: Array<string>(2001).fill('m') }, 'has 2,000 models at most.'],
])('a provider with %s is refused in words', (_name, change, sentence) => {
  const store = createSettingsStore(fakeSettingsFile({}))
  expect(() => store.saveProvider({ ...local, ...change })).toThrow(sentence)
})

test('a system prompt that is too long is refused in words', () => {
  const store = createSettingsStore(fakeSettingsFile({}))
  expect(() => store.update({ systemPrompt: 'a'.repeat(100_001) })).toThrow(
    'The system prompt has 100,000 characters at most.',
  )
})

test('a disk that refuses leaves the settings as they were, and nobody is told of a change', () => {
  const file = fakeSettingsFile({})
  const store = createSettingsStore(file)
  const listener = vi.fn()
  store.subscribe(listener)
  file.refusal = new Error('The settings could not be saved, because the disk is full.')
  expect(() => store.update({ theme: 'dark' })).toThrow('the disk is full')
  expect(store.read()).toEqual(defaultSettings)
  expect(listener).not.toHaveBeenCalled()
  file.refusal = null
  expect(store.update({ theme: 'dark' }).theme).toBe('dark')
})

test('providers are added, replaced and removed, the default model with them', () => {
  const store = createSettingsStore(fakeSettingsFile({}))
  store.saveProvider(local)
  store.saveProvider({ ...local, name: 'Mine' })
  expect(store.read().providers.map(({ name }) => name)).toEqual(['OpenAI', 'Mine'])
  store.update({ defaultModel: { providerId: 'local', modelId: 'a' } })
  store.removeProvider('openai')
  expect(store.read().defaultModel?.providerId).toBe('local')
  store.removeProvider('local')
  expect(store.read()).toMatchObject({ providers: [], defaultModel: null })
  store.removeProvider('nobody')
})

test('what a newer version has put into the file stays there', () => {
  const file = fakeSettingsFile({ theme: 'dark', 'newer.field': { deep: true } })
  const store = createSettingsStore(file)
  expect(store.notices).toEqual([])
  store.update({ welcomed: true })
  expect(file.fields).toMatchObject({
    theme: 'dark',
    welcomed: true,
    'newer.field': { deep: true },
  })
})

test('a file that does not parse is moved aside, with a notice', () => {
  const file = fakeSettingsFile(null)
  const store = createSettingsStore(file)
  expect(store.read()).toEqual(defaultSettings)
  expect(file.kept).toEqual(['move'])
  expect(store.notices).toEqual([
    'The settings file could not be read. It was kept as "kept.json", and Rivulet runs with its default settings. Set again in Settings what you had changed.',
  ])
})

test('a file of which a part cannot be used is copied aside and repaired once', () => {
  const file = fakeSettingsFile({ theme: 'purple', firstByteSeconds: -1, welcomed: true })
  const store = createSettingsStore(file)
  expect(store.read()).toEqual({ ...defaultSettings, welcomed: true })
  expect(store.notices).toEqual([
    'Some settings could not be used and have their defaults: Theme, Seconds to wait for the first word. Set them again in Settings. The file as it was is kept as "kept.json".',
  ])
  expect(createSettingsStore(file).notices).toEqual([])
  expect(file.kept).toEqual(['copy'])
})

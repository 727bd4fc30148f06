import { expect, test } from 'vitest'
import { parseSettings } from '../../../src/main/settings/parse-settings'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings'

const own: Settings = {
  theme: 'dark',
  sendKey: 'modified-enter',
  hotkey: 'Alt+Space',
  providers: [{ id: 'local', name: 'Local', baseUrl: 'http://localhost:11434/v1', models: ['a'] }],
  defaultModel: { providerId: 'local', modelId: 'a' },
  systemPrompt: 'Be brief.',
  temperature: 0.5,
  fallbackModels: [{ providerId: 'handbook', modelId: 'handbook' }],
  hedgeAfterSeconds: 8,
  streaming: false,
  automaticResume: 'always',
  firstByteSeconds: 30,
  betweenBytesSeconds: 20,
  welcomed: true,
}

test('what is sound stays', () => {
  expect(parseSettings(own)).toEqual({ settings: own, unusable: [] })
})

test('an empty file has the defaults, and nothing is wrong with it', () => {
  expect(parseSettings({})).toEqual({ settings: defaultSettings, unusable: [] })
})

test.each(Object.keys(own) as (keyof Settings)[])(
  'without %s, as in a file of an older version, only that field has its default',
  (name) => {
    const { [name]: _left, ...rest } = own
    expect(parseSettings(rest)).toEqual({
      settings: { ...own, [name]: defaultSettings[name] },
      unusable: [],
    })
  },
)

test.each([
  ['theme', 'purple'],
  ['sendKey', 1],
  ['hotkey', ''],
  ['providers', 'none'],
  ['defaultModel', {}],
  ['systemPrompt', null],
  ['temperature', 3],
  ['temperature', 'warm'],
  ['welcomed', 'yes'],
] as const)('with a damaged %s, only that field has its default', (name, value) => {
  expect(parseSettings({ ...own, [name]: value })).toEqual({
    settings: { ...own, [name]: defaultSettings[name] },
    unusable: [name],
  })
})

test('a damaged provider does not take the others with it, and of two with one name the first counts', () => {
  const [local] = own.providers
  const providers = [
    { id: 'bad', name: 'Bad', baseUrl: 'ftp://example.org', models: [] },
    { id: 'leaky', name: 'Leaky', baseUrl: 'https://user:password@example.org', models: [] },
    local,
    { ...local, name: 'Twin' },
    null,
  ]
  expect(parseSettings({ ...own, providers })).toEqual({ settings: own, unusable: ['providers'] })
})

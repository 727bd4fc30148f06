import { describe, expect, test } from 'vitest'
import {
  environmentKey,
  environmentProvider,
} from '../../../src/main/providers/environment-provider'
import {
  canBeSent,
  hostOf,
  isLoopback,
  needsKey,
  tidyBaseUrl,
} from '../../../src/main/providers/model-server'
import type { Provider } from '../../../src/main/providers/provider'
import {
  type ProviderSources,
  resolveProvider,
  resolveServer,
} from '../../../src/main/providers/resolve-provider'
import type { Surroundings } from '../../../src/main/providers/surroundings'
import { handbookModel, openAiBaseUrl } from '../../../src/shared/providers/provider'

const ollama = { id: 'ollama', name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', models: [] }
const openAi = { id: 'openai', name: 'OpenAI', baseUrl: openAiBaseUrl, models: [] }
const asked: string[] = []

function sources(changes: Partial<ProviderSources> = {}): ProviderSources {
  return {
    configurations: () => [openAi, ollama],
    environment: {},
    keyFor: async (providerId, baseUrl) => {
      asked.push(`${providerId} ${baseUrl}`)
      return null
    },
    ...changes,
  }
}

describe('The environment', () => {
  test.each([
    [{}, null],
    [{ OPENAI_MODEL: 'x' }, null],
    [{ OPENAI_API_KEY: ' ', OPENAI_BASE_URL: '' }, null],
    [
      { OPENAI_BASE_URL: ' http://127.0.0.1:1234/v1 ' },
      { baseUrl: 'http://127.0.0.1:1234/v1', models: [] },
    ],
    [
      { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://a.example/v1', OPENAI_MODEL: 'm' },
      { baseUrl: 'https://a.example/v1', models: ['m'] },
    ],
    [
      { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' },
      { baseUrl: openAiBaseUrl, models: ['m'] },
    ],
  ])('%j', (environment, expected) => {
    const provider = environmentProvider(environment)
    if (expected === null) expect(provider).toBeNull()
    else expect(provider).toEqual({ id: 'environment', name: 'Environment', ...expected })
  })

  test('with a key alone offers the usual models', () => {
    expect(environmentProvider({ OPENAI_API_KEY: 'k' })?.models).not.toEqual([])
    expect(environmentKey({ OPENAI_API_KEY: ' k ' })).toBe('k')
  })
})

const handbook: Provider = {
  keepsAnswers: false,
  stream: () => {
    throw new Error('not to be asked')
  },
}
const surroundings: Surroundings = {
  fetch: () => Promise.reject(new Error('not to be asked')),
  wait: async () => {},
  now: () => 0,
  version: '0',
}

describe('A provider', () => {
  test('with its stored key', async () => {
    const server = await resolveServer('openai', sources({ keyFor: async () => 'k' }))
    expect(server).toEqual({
      ok: true,
      value: { name: 'OpenAI', baseUrl: openAiBaseUrl, key: 'k' },
    })
  })

  test('of OpenAI without a key asks for one', async () => {
    expect(await resolveServer('openai', sources())).toEqual({
      ok: false,
      failure: {
        code: 'key-missing',
        message: 'OpenAI needs a key. Enter it in Settings, Providers.',
        retryable: false,
        action: 'enter-key',
      },
    })
    expect(asked.at(-1)).toBe(`openai ${openAiBaseUrl}`)
  })

  test('on this computer needs none', async () => {
    expect(await resolveServer('ollama', sources())).toMatchObject({
      ok: true,
      value: { key: null },
    })
  })

  test('that is gone is said to be gone', async () => {
    const gone = { ok: false, failure: { code: 'model-unknown', action: 'choose-model' } }
    expect(await resolveServer('other', sources())).toMatchObject(gone)
    expect(await resolveServer('environment', sources())).toMatchObject(gone)
  })

  test("of the environment has the environment's key, and no stored one", async () => {
    const environment = { OPENAI_API_KEY: 'env', OPENAI_BASE_URL: 'https://a.example/v1' }
    const keyFor = () => Promise.reject(new Error('not to be asked'))
    expect(await resolveServer('environment', sources({ environment, keyFor }))).toEqual({
      ok: true,
      value: {
        name: 'Environment',
        baseUrl: 'https://a.example/v1',
        key: 'env',
        fromEnvironment: true,
      },
    })
  })

  test('of the environment that needs a key says where the key has to be put', async () => {
    const environment = { OPENAI_BASE_URL: openAiBaseUrl }
    const missing = await resolveServer('environment', sources({ environment }))
    expect(missing).toMatchObject({
      failure: { code: 'key-missing', message: expect.stringContaining('OPENAI_API_KEY') },
    })
  })

  test('for a model: the handbook, an adapter, or why not', async () => {
    const resolve = (providerId: string) =>
      resolveProvider({ providerId, modelId: 'm' }, sources(), handbook, surroundings)
    expect(await resolve(handbookModel.providerId)).toEqual({ provider: handbook, server: null })
    expect(await resolve('ollama')).toHaveProperty('provider.stream')
    expect(await resolve('openai')).toHaveProperty('code', 'key-missing')
    expect(await resolve('other')).toHaveProperty('code', 'model-unknown')
  })

  test.each([
    [undefined, undefined, false],
    ['chat', true, false],
    ['responses', undefined, false],
    ['responses', false, false],
    ['responses', true, true],
  ] as const)('that speaks %s, in the background %s, keeps answers: %s', async (...row) => {
    const [api, background, keepsAnswers] = row
    const resolved = await resolveProvider(
      { providerId: 'ollama', modelId: 'm' },
      sources({ configurations: () => [{ ...ollama, api, background }] }),
      handbook,
      surroundings,
    )
    expect(resolved).toHaveProperty('provider.keepsAnswers', keepsAnswers)
  })
})

describe('A base URL', () => {
  test.each([
    ['https://a.example/v1', 'https://a.example/v1'],
    [' https://a.example/v1/ ', 'https://a.example/v1'],
    ['https://a.example/v1//', 'https://a.example/v1'],
    ['https://a.example', 'https://a.example'],
    ['https://a.example/v1/chat/completions/', 'https://a.example/v1'],
    ['https://a.example/v1/responses', 'https://a.example/v1'],
    ['https://a.example/v1/?api-version=1#x', 'https://a.example/v1?api-version=1'],
  ])('%s is tidied to %s', (baseUrl, expected) => {
    expect(tidyBaseUrl(baseUrl)).toBe(expected)
  })

  test.each([
    ['http://127.0.0.1:1/v1', true],
    ['http://127.8.9.1/v1', true],
    ['http://localhost:1/v1', true],
    ['http://[::1]:1/v1', true],
    ['http://127.0.0.1.example/v1', false],
    ['http://192.168.0.1/v1', false],
    ['nonsense', false],
  ])('%s is on this computer: %s', (baseUrl, expected) => {
    expect(isLoopback(baseUrl)).toBe(expected)
  })

  test('needs a key only at OpenAI', () => {
    expect(needsKey(openAiBaseUrl)).toBe(true)
    expect(needsKey('https://eu.api.openai.com/v1')).toBe(true)
    expect(needsKey('https://api.openai.com.example/v1')).toBe(false)
    expect(hostOf('http://127.0.0.1:8080/v1')).toBe('127.0.0.1:8080')
  })

  test('and a key that cannot stand in a header', () => {
    expect(canBeSent('sk-abc')).toBe(true)
    for (const key of ['a b', 'a\n', 'schlüssel', '']) expect(canBeSent(key)).toBe(false)
  })
})

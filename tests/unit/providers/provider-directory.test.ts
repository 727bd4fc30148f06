import { expect, test } from 'vitest'
import { createLimiterRegistry } from '../../../src/main/answers/limits/limiter-registry'
import { createProviderDirectory } from '../../../src/main/providers/provider-directory'
import { waitWith } from '../../../src/main/providers/surroundings'
import type { KeyStatus } from '../../../src/shared/providers/provider'
import { createManualClock } from '../../fakes/manual-clock'

const fake = { id: 'fake', name: 'Fake', baseUrl: 'https://models.example/v1', models: ['fake-1'] }
const settled = () => new Promise(setImmediate)

const noNetwork: typeof fetch = () => Promise.reject(new Error('no network in this test'))

function listing(environment: Readonly<Record<string, string>> = {}, fetch = noNetwork) {
  const clock = createManualClock()
  const keychain: ((status: KeyStatus) => void)[] = []
  const changes: number[] = []
  const directory = createProviderDirectory(
    { configurations: () => [fake], environment, keyFor: async () => null },
    () => new Promise((resolve) => keychain.push(resolve)),
    () => changes.push(clock.now()),
    createLimiterRegistry(clock),
    {
      fetch,
      wait: waitWith(clock.schedule),
      now: clock.now,
      version: '0',
    },
  )
  return { clock, keychain, changes, directory }
}

test('the Handbook is always there, and the provider of the environment comes first', async () => {
  const { directory, keychain } = listing({ OPENAI_API_KEY: 'sk-x' })
  const list = directory.list()
  keychain[0]?.({ location: 'keychain' })
  expect((await list).map(({ id, kind, key }) => [id, kind, key.location])).toEqual([
    ['environment', 'environment', 'environment'],
    ['fake', 'openai-compatible', 'keychain'],
    ['handbook', 'handbook', 'none'],
  ])
  expect(directory.modelWithoutChoice().providerId).toBe('environment')
  expect(listing().directory.modelWithoutChoice().providerId).toBe('handbook')
})

test('a keychain that is slow does not hold up the list; its answer is told once', async () => {
  const { directory, keychain, changes, clock } = listing()
  const list = directory.list()
  clock.advance(300)
  expect((await list)[0]?.key.problem).toContain('has not answered')
  keychain[0]?.({ location: 'keychain' })
  await settled()
  expect(changes).toHaveLength(1)

  const again = directory.list()
  clock.advance(300)
  expect((await again)[0]?.key).toEqual({ location: 'keychain' })
  keychain[1]?.({ location: 'keychain' })
  await settled()
  expect(changes).toHaveLength(1)
})

test('a keychain that answers in time leaves no timer', async () => {
  const { directory, keychain, clock } = listing()
  const list = directory.list()
  keychain[0]?.({ location: 'none' })
  await list
  expect(clock.pendingTimers).toBe(0)
})

test('an address that is none is told by asking there, not by a mistake of ours', async () => {
  const { directory } = listing({ OPENAI_BASE_URL: 'no address', OPENAI_MODEL: 'm' })
  const ready = await directory.providerFor({ providerId: 'environment', modelId: 'm' })
  expect(ready).toMatchObject({ limiter: null, origin: null })
})

test('a server of the environment that cannot be reached is told of, until it offers a model', async () => {
  let running = false
  const { directory, changes } = listing({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, async () => {
    if (running) return Response.json({ data: [{ id: 'env-1' }] })
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    throw new TypeError('fetch failed', { cause })
  })
  expect(directory.notices()).toEqual([])
  await directory.learnEnvironmentModels()
  expect(directory.notices()).toEqual([expect.stringContaining('Nothing answers at 127.0.0.1:9.')])
  expect(directory.modelWithoutChoice().providerId).toBe('handbook')
  running = true
  await directory.models('environment')
  expect(directory.notices()).toEqual([])
  expect(directory.modelWithoutChoice()).toEqual({ providerId: 'environment', modelId: 'env-1' })
  expect(changes).toHaveLength(2)
})

test('a server of the environment that offers no models is told of', async () => {
  const { directory } = listing({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, async () =>
    Response.json({ data: [] }),
  )
  await directory.learnEnvironmentModels()
  expect(directory.notices()).toEqual([expect.stringContaining('It answers, but offers no models')])
})

test('what another server offers, or what is offered besides the model that was named, changes nothing', async () => {
  const offer = async () => Response.json({ data: [{ id: 'other-1' }] })
  const unnamed = listing({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, offer)
  await unnamed.directory.models('fake')
  expect(unnamed.directory.modelWithoutChoice().providerId).toBe('handbook')
  const named = listing({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm' }, offer)
  await named.directory.models('environment')
  expect(named.directory.modelWithoutChoice().modelId).toBe('m')
  expect([...unnamed.changes, ...named.changes]).toEqual([])
})

test.each([
  {},
  { OPENAI_API_KEY: 'sk-x' },
  { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm' },
])('with %j nothing has to be learned', async (environment) => {
  const { directory, changes } = listing(environment)
  await directory.learnEnvironmentModels()
  expect(directory.notices()).toEqual([])
  expect(changes).toEqual([])
})

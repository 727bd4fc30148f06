import { expect, test } from 'vitest'
import { createLimiterRegistry } from '../../../src/main/answers/limits/limiter-registry'
import { createProviderDirectory } from '../../../src/main/providers/provider-directory'
import { waitWith } from '../../../src/main/providers/surroundings'
import type { KeyStatus } from '../../../src/shared/providers/provider'
import { createManualClock } from '../../fakes/manual-clock'

const fake = { id: 'fake', name: 'Fake', baseUrl: 'https://models.example/v1', models: ['fake-1'] }
const settled = () => new Promise(setImmediate)

function listing(environment: Readonly<Record<string, string>> = {}) {
  const clock = createManualClock()
  const keychain: ((status: KeyStatus) => void)[] = []
  const changes: number[] = []
  const directory = createProviderDirectory(
    { configurations: () => [fake], environment, keyFor: async () => null },
    () => new Promise((resolve) => keychain.push(resolve)),
    () => changes.push(clock.now()),
    createLimiterRegistry(clock),
    {
      fetch: () => Promise.reject(new Error('no network in this test')),
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

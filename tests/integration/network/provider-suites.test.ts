/** What the providers promise holds over our own fetch as it does over Node's. */
import { afterAll, beforeAll } from 'vitest'
import { systemClock } from '../../../src/main/answers/clock'
import { createNetworkFetch } from '../../../src/main/network/network-fetch'

const network = createNetworkFetch({
  environment: {},
  resolveProxy: async () => 'DIRECT',
  addedCertificates: () => [],
  now: systemClock.now,
  schedule: systemClock.schedule,
})

// Those tests take `fetch` as they find it; each file of tests has a global of its own.
beforeAll(() => {
  globalThis.fetch = network.fetch
})
afterAll(network.close)

await import('../providers/events.test')
await import('../providers/model-list.test')
await import('../providers/network.test')
await import('../providers/on-the-wire.test')
await import('../providers/refusals.test')
await import('../providers/stopping.test')
await import('../providers/terminal-rule.test')

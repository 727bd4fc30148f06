import { afterEach } from 'vitest'
import { systemClock } from '../../../src/main/answers/clock'
import {
  createNetworkFetch,
  type NetworkFetch,
  type NetworkOptions,
} from '../../../src/main/network/network-fetch'

const networks: NetworkFetch[] = []

/** A network with no proxy anywhere, unless the test says so; the end of the test closes it. */
export function networkForTest(changes: Partial<NetworkOptions> = {}): NetworkFetch {
  const network = createNetworkFetch({
    environment: {},
    resolveProxy: async () => 'DIRECT',
    addedCertificates: () => [],
    now: systemClock.now,
    schedule: systemClock.schedule,
    ...changes,
  })
  networks.push(network)
  return network
}

afterEach(async () => {
  for (const network of networks.splice(0)) await network.close()
})

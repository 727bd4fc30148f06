import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ReadyProvider } from '../../src/main/answers/answer-plan'
import { type AnswerRegistry, createAnswerRegistry } from '../../src/main/answers/answer-registry'
import { type Asking, createAsking } from '../../src/main/answers/ask'
import type { Clock } from '../../src/main/answers/clock'
import { createLimiterRegistry } from '../../src/main/answers/limits/limiter-registry'
import type { History } from '../../src/main/history/history'
import { openHistoryWorker } from '../../src/main/history/open-history-worker'
import { createNetworkFetch } from '../../src/main/network/network-fetch'
import type { Provider } from '../../src/main/providers/provider'
import { createProviderDirectory } from '../../src/main/providers/provider-directory'
import { waitWith } from '../../src/main/providers/surroundings'
import type { ModelReference, ProviderConfiguration } from '../../src/shared/providers/provider'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings'
import type { Failure } from '../../src/shared/stream/failure'

/** The engine of main, whole, without Electron: real sockets, the real history thread, a real file. */
export interface Engine {
  readonly asking: Asking
  readonly registry: AnswerRegistry
  readonly history: History
  close(): Promise<void>
}

export interface EngineOptions {
  readonly file: string
  readonly clock: Clock
  readonly providers: readonly ProviderConfiguration[]
  readonly settings?: Partial<Settings>
  /** What stands between the answers and the disk. */
  readonly throughHistory?: (history: History) => History
  /** What stands between the answers and the network. */
  readonly throughProvider?: (provider: Provider) => Provider
  /** Between 0 and 1; the system's when left out. */
  readonly random?: () => number
}

export async function openEngine({
  file,
  clock,
  providers,
  settings = {},
  throughHistory = (history) => history,
  throughProvider = (provider) => provider,
  random = Math.random,
}: EngineOptions): Promise<Engine> {
  const opened = await openHistoryWorker(join(import.meta.dirname, 'history-worker.js'), file)
  const history = throughHistory(opened.history)
  const network = createNetworkFetch({
    environment: {},
    resolveProxy: async () => 'DIRECT',
    addedCertificates: () => [],
    now: clock.now,
    schedule: clock.schedule,
  })
  const directory = createProviderDirectory(
    { configurations: () => providers, environment: {}, keyFor: async () => null },
    async () => ({ location: 'none' }),
    () => {},
    createLimiterRegistry(clock),
    {
      fetch: network.fetch,
      wait: waitWith(clock.schedule),
      now: clock.now,
      version: '0.0.0',
    },
  )
  const providerFor = async (model: ModelReference): Promise<ReadyProvider | Failure> => {
    const found = await directory.providerFor(model)
    return 'provider' in found ? { ...found, provider: throughProvider(found.provider) } : found
  }
  const registry = createAnswerRegistry({
    surroundings: {
      clock,
      random,
      providerFor,
      isOnline: () => true,
      whenNetworkBack: async () => {},
    },
    storage: history,
    newId: randomUUID,
    changed: () => {},
    report: (error) => console.error(error),
  })
  const asking = createAsking({
    clock,
    history,
    registry,
    settings: () => ({ ...defaultSettings, ...settings }),
  })
  return {
    asking,
    registry,
    history,
    async close() {
      await registry.interruptAll()
      await network.close()
      await history.close()
    },
  }
}

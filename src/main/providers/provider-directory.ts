import {
  environmentProviderId,
  handbookModel,
  handbookProviderId,
  type KeyStatus,
  type LocalServer,
  type ModelReference,
  type ProviderConfiguration,
  type ProviderView,
} from '../../shared/providers/provider'
import type { Result } from '../../shared/result'
import type { Failure } from '../../shared/stream/failure'
import type { ReadyProvider } from '../answers/answer-plan'
import type { LimiterRegistry } from '../answers/limits/limiter-registry'
import { environmentKey, environmentProvider } from './environment-provider'
import { findLocalServers } from './find-local-servers'
import { answerFromManual } from './handbook/manual'
import { createHandbookProvider } from './handbook-provider'
import { listModels } from './model-list'
import { type ProviderSources, resolveProvider, resolveServer } from './resolve-provider'
import type { Surroundings } from './surroundings'

export interface ProviderDirectory {
  /** All that can be chosen: the environment's, the user's own, the Handbook. */
  list(): Promise<readonly ProviderView[]>
  /** One that the user set up. Throws an Error that a user can read when it is not there. */
  stored(providerId: string): ProviderConfiguration
  /** What is needed to ask a model; or why it cannot be asked. */
  providerFor(model: ModelReference): Promise<ReadyProvider | Failure>
  /** The models that the provider's server offers. */
  models(providerId: string): Promise<Result<readonly string[]>>
  findLocal(): Promise<readonly LocalServer[]>
  /** Asks the environment's server for its models where the environment names none. Never rejects. */
  learnEnvironmentModels(): Promise<void>
  /** What the user should know, such as that the environment's server does not answer. */
  notices(): readonly string[]
  /** The model of somebody who has chosen none: the environment's first, else the Handbook. */
  modelWithoutChoice(): ModelReference
}

/** How long the list waits for the keychain, in milliseconds: a window must not be empty meanwhile. */
const patience = 300

/** @param changed is called when the list would be different now */
export function createProviderDirectory(
  sources: ProviderSources,
  keyStatus: (providerId: string, baseUrl: string) => Promise<KeyStatus>,
  changed: () => void,
  limiters: LimiterRegistry,
  surroundings: Surroundings,
): ProviderDirectory {
  const handbook = createHandbookProvider(answerFromManual, surroundings.wait)
  const named = environmentProvider(sources.environment)
  let environment = named
  let notices: readonly string[] = []

  const environmentView = (configuration: ProviderConfiguration): ProviderView => ({
    ...configuration,
    kind: 'environment',
    key: { location: environmentKey(sources.environment) === null ? 'none' : 'environment' },
  })
  const told = new Map<string, KeyStatus>()
  const promptKeyStatus = async ({ id, baseUrl }: ProviderConfiguration): Promise<KeyStatus> => {
    const account = `${id} ${baseUrl}`
    const answered = new AbortController()
    const status = keyStatus(id, baseUrl)
    const late = surroundings.wait(patience, answered.signal).then(() => null)
    const inTime = await Promise.race([status, late])
    answered.abort()
    if (inTime !== null) return inTime
    void status.then((found) => {
      const before = told.get(account)
      told.set(account, found)
      if (before?.location !== found.location || before.problem !== found.problem) changed()
    })
    return told.get(account) ?? keychainSilent
  }
  const models = async (providerId: string): Promise<Result<readonly string[]>> => {
    const server = await resolveServer(providerId, sources)
    const offered = server.ok ? await listModels(server.value, surroundings) : server
    if (providerId === environmentProviderId) learn(offered)
    return offered
  }
  const learn = (offered: Result<readonly string[]>): void => {
    if (environment === null || named === null || named.models.length > 0) return
    if (offered.ok) environment = { ...environment, models: offered.value }
    notices = environment.models.length > 0 ? [] : [noticeOf(environment, offered)]
    changed()
  }

  return {
    async list() {
      const own = await Promise.all(
        sources.configurations().map(
          async (configuration): Promise<ProviderView> => ({
            ...configuration,
            kind: 'openai-compatible',
            key: await promptKeyStatus(configuration),
          }),
        ),
      )
      return [...(environment === null ? [] : [environmentView(environment)]), ...own, handbookView]
    },
    stored(providerId) {
      const configuration = sources.configurations().find(({ id }) => id === providerId)
      if (configuration === undefined) throw new Error('This provider is not set up any more.')
      return configuration
    },
    async providerFor(model) {
      const resolved = await resolveProvider(model, sources, handbook, surroundings)
      if (!('provider' in resolved)) return resolved
      const { provider, server } = resolved
      // An address that is none is the adapter's to tell.
      if (server === null || !URL.canParse(server.baseUrl)) {
        return { provider, limiter: null, origin: null }
      }
      const { origin } = new URL(server.baseUrl)
      const limiter = limiters.limiterFor(model.providerId, origin, server.key)
      return { provider, limiter, origin }
    },
    models,
    findLocal: () => findLocalServers(surroundings),
    async learnEnvironmentModels() {
      if (environment?.models.length === 0) await models(environmentProviderId)
    },
    notices: () => notices,
    modelWithoutChoice() {
      const modelId = environment?.models[0]
      return modelId === undefined ? handbookModel : { providerId: environmentProviderId, modelId }
    },
  }
}

function noticeOf({ name }: ProviderConfiguration, offered: Result<readonly string[]>): string {
  const reason = offered.ok
    ? 'It answers, but offers no models: load one there, or set OPENAI_MODEL.'
    : offered.failure.message
  return `The provider “${name}” of OPENAI_BASE_URL cannot be asked yet, so another model answers. ${reason} To ask again, click Test connection in Settings, Providers.`
}

const keychainSilent: KeyStatus = {
  location: 'none',
  problem: 'The keychain has not answered yet.',
}

const handbookView: ProviderView = {
  id: handbookProviderId,
  name: 'Handbook',
  kind: 'handbook',
  baseUrl: '',
  models: [handbookModel.modelId],
  key: { location: 'none' },
}

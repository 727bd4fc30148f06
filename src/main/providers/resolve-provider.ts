import {
  environmentProviderId,
  handbookProviderId,
  type ModelReference,
  type ProviderConfiguration,
} from '../../shared/providers/provider'
import { failed, type Result, succeeded } from '../../shared/result'
import type { Failure } from '../../shared/stream/failure'
import { type Environment, environmentKey, environmentProvider } from './environment-provider'
import { failureFor } from './failure-sentences'
import { type ModelServer, needsKey } from './model-server'
import { createOpenAiChat } from './openai-chat'
import { createOpenAiResponses } from './openai-responses'
import type { Provider } from './provider'
import type { Surroundings } from './surroundings'

export interface ProviderSources {
  readonly configurations: () => readonly ProviderConfiguration[]
  readonly environment: Environment
  /** The stored key; null when there is none. The base URL is part of the question: a key belongs to it. */
  readonly keyFor: (providerId: string, baseUrl: string) => Promise<string | null>
}

/** The server behind a provider, with its key; or why it cannot be asked. */
export async function resolveServer(
  providerId: string,
  sources: ProviderSources,
): Promise<Result<ModelServer>> {
  const configuration = configurationOf(providerId, sources)
  return configuration === null ? failed(providerGone) : serverOf(configuration, sources)
}

function configurationOf(
  providerId: string,
  { configurations, environment }: ProviderSources,
): ProviderConfiguration | null {
  return providerId === environmentProviderId
    ? environmentProvider(environment)
    : (configurations().find(({ id }) => id === providerId) ?? null)
}

async function serverOf(
  { id, name, baseUrl }: ProviderConfiguration,
  { environment, keyFor }: ProviderSources,
): Promise<Result<ModelServer>> {
  const server =
    id === environmentProviderId
      ? { name, baseUrl, key: environmentKey(environment), fromEnvironment: true }
      : { name, baseUrl, key: await keyFor(id, baseUrl) }
  return server.key === null && needsKey(baseUrl)
    ? failed(failureFor('key-missing', { ...server, modelId: null }))
    : succeeded(server)
}

export interface ResolvedProvider {
  readonly provider: Provider
  /** Null for the Handbook, which has none. */
  readonly server: ModelServer | null
}

/** The provider that answers for a model, with its server; or why there is none. */
export async function resolveProvider(
  { providerId }: ModelReference,
  sources: ProviderSources,
  handbook: Provider,
  surroundings: Surroundings,
): Promise<ResolvedProvider | Failure> {
  if (providerId === handbookProviderId) return { provider: handbook, server: null }
  const configuration = configurationOf(providerId, sources)
  if (configuration === null) return providerGone
  const server = await serverOf(configuration, sources)
  if (!server.ok) return server.failure
  const { api = 'chat', background = false } = configuration
  const provider =
    api === 'responses'
      ? createOpenAiResponses(server.value, surroundings, { background })
      : createOpenAiChat(server.value, surroundings)
  return { provider, server: server.value }
}

const providerGone: Failure = {
  code: 'model-unknown',
  message: 'The provider of this model is not set up any more. Choose another model.',
  retryable: false,
  action: 'choose-model',
}

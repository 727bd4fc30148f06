import {
  environmentProviderId,
  openAiBaseUrl,
  type ProviderConfiguration,
} from '../../shared/providers/provider'
import { defaultSettings } from '../../shared/settings/settings'

/** Such as `process.env`. */
export type Environment = { readonly [name: string]: string | undefined }

/**
 * The provider made of `OPENAI_API_KEY` or `OPENAI_BASE_URL`, and `OPENAI_MODEL`; null when neither is
 * set. An address that is none is kept as it is: asking there then says so, instead of the key going to
 * a server that was not meant.
 */
export function environmentProvider(environment: Environment): ProviderConfiguration | null {
  const baseUrl = setting(environment, 'OPENAI_BASE_URL')
  if (baseUrl === null && environmentKey(environment) === null) return null
  const model = setting(environment, 'OPENAI_MODEL')
  return {
    id: environmentProviderId,
    name: 'Environment',
    baseUrl: baseUrl ?? openAiBaseUrl,
    models: model === null ? (baseUrl === null ? usualOpenAiModels() : []) : [model],
  }
}

/** The key that goes with {@link environmentProvider}, and to no other address. */
export function environmentKey(environment: Environment): string | null {
  return setting(environment, 'OPENAI_API_KEY')
}

function usualOpenAiModels(): readonly string[] {
  return defaultSettings.providers.find(({ baseUrl }) => baseUrl === openAiBaseUrl)?.models ?? []
}

function setting(environment: Environment, name: string): string | null {
  return environment[name]?.trim() || null
}

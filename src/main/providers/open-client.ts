import OpenAI from 'openai'
import { guardedFetch } from './guarded-fetch'
import { type ModelServer, tidyBaseUrl } from './model-server'
import type { Surroundings } from './surroundings'

/** Every option that the package would otherwise read from the environment is given. */
const notFromTheEnvironment = {
  adminAPIKey: null,
  organization: null,
  project: null,
  webhookSecret: null,
  logLevel: 'off',
} as const

/**
 * A client of the `openai` package that neither retries, logs, nor knows the key:
 * {@link guardedFetch} adds that. The package insists on some key, so it gets a word that is never sent.
 */
export function openClient(server: ModelServer, surroundings: Surroundings): OpenAI {
  return new OpenAI({
    ...notFromTheEnvironment,
    apiKey: 'never-sent',
    baseURL: tidyBaseUrl(server.baseUrl),
    maxRetries: 0,
    fetch: guardedFetch(server, surroundings),
  })
}

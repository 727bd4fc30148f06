import OpenAI from 'openai'
import { guardedFetch } from './guarded-fetch'
import { type ModelServer, tidyBaseUrl } from './model-server'
import type { Surroundings } from './surroundings'

/**
 * A client of the `openai` package that neither retries, logs, nor knows the key:
 * {@link guardedFetch} adds that, and drops what `OPENAI_*` variables make the package add. The package
 * insists on some key, so it gets a word that is never sent.
 */
export function openClient(server: ModelServer, surroundings: Surroundings): OpenAI {
  return new OpenAI({
    apiKey: 'never-sent',
    baseURL: tidyBaseUrl(server.baseUrl),
    maxRetries: 0,
    logLevel: 'off',
    fetch: guardedFetch(server, surroundings),
  })
}

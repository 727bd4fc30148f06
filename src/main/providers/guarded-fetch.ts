import { type ModelServer, tidyBaseUrl } from './model-server'
import { RefusedResponse } from './refused-response'
import type { Surroundings } from './surroundings'

const mostRedirects = 5
const longestErrorBody = 64 * 1024
const patienceForErrorBody = 2000

/**
 * The `fetch` given to the `openai` package. The headers of the wire are decided here, whatever the
 * package or `OPENAI_*` variables of the environment add: no telemetry leaves, and the key goes to the
 * origin that the user set up and to no other. A response that is no success becomes a thrown
 * {@link RefusedResponse}, with a bounded part of its body.
 */
export function guardedFetch(server: ModelServer, surroundings: Surroundings): typeof fetch {
  const home = new URL(tidyBaseUrl(server.baseUrl)).origin
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input)
    let method = init?.method ?? 'GET'
    let body = init?.body ?? null
    const signal = init?.signal ?? null
    for (let redirects = 0; ; redirects += 1) {
      const headers = new Headers({
        accept: 'application/json, text/event-stream',
        'user-agent': `Rivulet/${surroundings.version}`,
      })
      if (body !== null) headers.set('content-type', 'application/json')
      if (server.key !== null && url.origin === home)
        headers.set('authorization', `Bearer ${server.key}`)
      const response = await surroundings.fetch(url, {
        method,
        headers,
        body,
        signal,
        redirect: 'manual',
      })
      if (response.ok) return response
      const next = redirects < mostRedirects ? redirectOf(response, url) : null
      if (next === null) throw await refused(response, surroundings)
      await response.body?.cancel()
      if (response.status === 303 || (response.status < 303 && method === 'POST')) {
        method = 'GET'
        body = null
      }
      url = next
    }
  }
}

/** Where to go on; null for a response that is no redirect, or one that would give up encryption. */
function redirectOf(response: Response, from: URL): URL | null {
  const location = response.headers.get('location')
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return null
  if (!URL.canParse(location, from.href)) return null
  const to = new URL(location, from)
  const isSafe = to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:')
  return isSafe ? to : null
}

async function refused(response: Response, { wait }: Surroundings): Promise<RefusedResponse> {
  const enough = new AbortController()
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let body = ''
  const late = wait(patienceForErrorBody, enough.signal).then(() => 'late' as const)
  try {
    while (reader !== undefined && body.length < longestErrorBody) {
      const read = await Promise.race([reader.read(), late])
      if (read === 'late' || read.done) break
      body += decoder.decode(read.value, { stream: true })
    }
  } catch {
    // The status says enough when the body is cut.
  } finally {
    enough.abort()
    reader?.cancel().catch(() => {})
  }
  return new RefusedResponse(response.status, response.headers, body.slice(0, longestErrorBody))
}

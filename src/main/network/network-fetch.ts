import { errors, fetch as fetchOverLane } from 'undici'
import { createConnectHost } from './connect-host'
import type { Environment } from './environment-proxy'
import { openFirstHop } from './first-hop'
import { createLane, type Lane } from './lane'
import type { Route } from './route'
import { createRouteChooser, type ResolveProxy } from './route-chooser'
import { trusting } from './trusted-certificates'

export interface NetworkOptions {
  /** Read for each request: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`. */
  readonly environment: Environment
  /** The system's settings; asked where the environment says nothing. */
  readonly resolveProxy: ResolveProxy
  /** Certificates (PEM) to trust beside the built-in ones; asked once, at the first encrypted connection. */
  readonly addedCertificates: () => readonly string[]
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls back once after so many milliseconds, unless the returned function is called first. */
  readonly schedule: (delay: number, callback: () => void) => () => void
}

export interface NetworkFetch {
  /**
   * As the global one, with a `redirect` of `manual` or `error`: a redirect is for the caller to follow.
   * Knows no time limit but for the making of a connection (10 s, by a proxy 30 s).
   */
  readonly fetch: typeof globalThis.fetch
  /**
   * Whether a connection can be opened to the host, or to the proxy that leads there; false after 5 s.
   * Nothing is sent. Never rejects.
   */
  readonly canReach: (origin: string) => Promise<boolean>
  /** Ends all connections; requests under way fail. Afterwards every request is refused. */
  readonly close: () => Promise<void>
}

const patienceForReaching = 5000

export function createNetworkFetch(options: NetworkOptions): NetworkFetch {
  const { environment, resolveProxy, addedCertificates, now, schedule } = options
  const routes = createRouteChooser(environment, resolveProxy, now)
  const connectHost = createConnectHost({
    trusted: once(() => {
      const added = addedCertificates()
      return added.length === 0 ? undefined : trusting(added)
    }),
    schedule,
  })
  const lanes = new Map<string, Lane>()
  let isClosed = false

  const laneTo = (origin: string, route: Route): Lane => {
    const key = JSON.stringify([origin, route])
    const lane =
      lanes.get(key) ?? createLane(origin, route, connectHost, () => routes.avoid(origin, route))
    lanes.set(key, lane)
    return lane
  }

  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (input instanceof Request) throw new TypeError('Give an address, not a Request')
    const url = URL.canParse(String(input)) ? new URL(input) : null
    // What is no address of the web goes no way; `fetch` itself says so.
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return ask(input, init, null)
    const route = await orAbort(routes.routeTo(url), init?.signal)
    if (isClosed) throw new TypeError('fetch failed: the network was closed')
    const lane = laneTo(url.origin, route)
    const done = lane.wait()
    try {
      return await ask(input, init, lane)
    } finally {
      done()
    }
  }

  const canReach = async (origin: string): Promise<boolean> => {
    const url = new URL(origin)
    const route = await routes.routeTo(url)
    return new Promise((resolve) => {
      const socket = openFirstHop(url, route)
      const settle = (isReached: boolean): void => {
        calmDown()
        socket.destroy()
        resolve(isReached)
      }
      const calmDown = schedule(patienceForReaching, () => settle(false))
      socket.once('connect', () => settle(true))
      socket.on('error', () => settle(false))
    })
  }

  return {
    fetch,
    canReach: (origin) => canReach(origin).catch(() => false),
    async close() {
      isClosed = true
      await Promise.all([...lanes.values()].map((lane) => lane.close()))
      lanes.clear()
    },
  }
}

/** The same `fetch` as Node's own, typed by another version of the same package. */
async function ask(
  input: string | URL,
  init: RequestInit | undefined,
  lane: Lane | null,
): Promise<Response> {
  const options = { ...init, ...(lane && { dispatcher: lane.dispatcher }) }
  try {
    const response = await fetchOverLane(input, options as Parameters<typeof fetchOverLane>[1])
    return response as unknown as Response
  } catch (error) {
    throw withParserCode(error)
  }
}

/** What does not speak HTTP has a code in Node's `fetch`; undici 7 has lost it on the way. */
function withParserCode(error: unknown): unknown {
  if (error instanceof Error && error.cause instanceof errors.HTTPParserError)
    error.cause.code ||= 'HPE_INVALID'
  return error
}

/** Rejects as soon as the signal is aborted; leaves no listener behind. */
function orAbort<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | null | undefined,
): Promise<Value> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

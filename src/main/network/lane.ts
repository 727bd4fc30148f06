import { type buildConnector, type Dispatcher, Pool } from 'undici'
import type { ConnectHost } from './connect-host'
import { originOf, type Route } from './route'

/** The connections to one host by one route, kept alive between requests. */
export interface Lane {
  readonly dispatcher: Dispatcher
  /**
   * A request begins to wait for its response; what is returned is to be called once, when it has it or
   * gave up. Connections that are being made when nobody waits any more are closed at once.
   */
  wait(): () => void
  /** Ends everything at once; requests under way fail. */
  close(): Promise<void>
}

/**
 * undici's own time limits are off: whether an answer stalls is for those to say who know what is to
 * come. An idle connection is kept 4 s (undici's default): many model servers close theirs after 5 s
 * and a question sent at that moment would be lost.
 */
const limits = { headersTimeout: 0, bodyTimeout: 0 } as const

/**
 * Behind a proxy an unencrypted host is asked by asking the proxy itself; all else takes a tunnel.
 * `unreachable` is called when there is no way to the proxy, or without one to the host.
 */
export function createLane(
  origin: string,
  route: Route,
  connectHost: ConnectHost,
  unreachable: () => void,
): Lane {
  const asksProxy = route !== null && origin.startsWith('http:')
  const end = new URL(asksProxy ? originOf(route) : origin)
  const attempts = new Set<() => void>()
  let waiting = 0
  const connect: buildConnector.connector = (_, callback) => {
    const giveUp = connectHost(
      { url: end, route: asksProxy ? null : route, unreachable },
      (...outcome) => {
        attempts.delete(giveUp)
        callback(...outcome)
      },
    )
    attempts.add(giveUp)
  }
  const pool = new Pool(end.origin, { ...limits, connect })
  const giveUpAll = (): void => {
    for (const giveUp of [...attempts]) giveUp()
  }
  return {
    dispatcher: pool.compose((dispatch) => (options, handler) => {
      // A pool would send the request, and what is secret in it, to its own host.
      if (options.origin !== origin) throw new TypeError('A redirect is for the caller to follow')
      if (!asksProxy) return dispatch(options, handler)
      const headers = {
        ...options.headers,
        host: new URL(origin).host,
        ...(route.authorization === null ? {} : { 'proxy-authorization': route.authorization }),
      }
      return dispatch({ ...options, path: `${origin}${options.path}`, headers }, handler)
    }),
    wait() {
      waiting += 1
      return () => {
        waiting -= 1
        if (waiting === 0) giveUpAll()
      }
    },
    async close() {
      giveUpAll()
      await pool.destroy()
    },
  }
}

import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import { buildConnector, errors } from 'undici'
import { openFirstHop } from './first-hop'
import { portOf, type Route } from './route'
import { encryptToProxy, openTunnel } from './tunnel'

export interface Connecting {
  /** Undefined: what is built in. Asked once a connection is to be encrypted. */
  readonly trusted: () => SecureContext | undefined
  /** Calls back once after so many milliseconds, unless the returned function is called first. */
  readonly schedule: (delay: number, callback: () => void) => () => void
}

export interface Wanted {
  readonly url: URL
  readonly route: Route
  /** Nothing could be opened to the proxy, or without one to the host. */
  readonly unreachable: () => void
}

/**
 * Calls back exactly once, with a socket ready for HTTP or with an error: Node's own, or a
 * `ProxyProblem`. The returned function gives up and closes what is open.
 */
export type ConnectHost = (wanted: Wanted, callback: buildConnector.Callback) => () => void

/** Milliseconds until there must be a connection; a proxy has to make one itself first. */
const patience = { direct: 10_000, proxy: 30_000 } as const

/** Makes connections to hosts: TCP, a tunnel where a proxy is in between, and TLS. */
export function createConnectHost({ trusted, schedule }: Connecting): ConnectHost {
  let toHost: buildConnector.connector | null = null
  const encryptToHost = (): buildConnector.connector => {
    const secureContext = trusted()
    // Without a time limit of its own: there is one for all steps together.
    toHost ??= buildConnector({ timeout: 0, ...(secureContext && { secureContext }) })
    return toHost
  }
  return ({ url, route, unreachable }, callback) => {
    const first = openFirstHop(url, route)
    let isOpen = false
    let isSettled = false
    const settle: buildConnector.Callback = (...outcome) => {
      if (isSettled) return
      isSettled = true
      calmDown()
      if (outcome[0] !== null) first.destroy()
      callback(...outcome)
    }
    const fail = (error: Error): void => {
      if (!isOpen && !isSettled) unreachable()
      settle(error, null)
    }
    const calmDown = schedule(patience[route === null ? 'direct' : 'proxy'], () =>
      fail(new errors.ConnectTimeoutError('No connection in time')),
    )
    const connected = (socket: Socket): void => {
      if (isSettled) return
      if (url.protocol === 'https:') encryptToHost()(describe(url, socket), settle)
      else settle(null, socket)
    }
    first.on('error', fail)
    first.once('connect', () => {
      isOpen = true
      if (route === null) connected(first)
      else if (route.protocol === 'http:') openTunnel(first, url, route, connected, fail)
      else
        encryptToProxy(
          first,
          route,
          trusted(),
          (socket) => openTunnel(socket, url, route, connected, fail),
          fail,
        )
    })
    return () => settle(new errors.RequestAbortedError('Nobody waits for this connection'), null)
  }
}

function describe(url: URL, httpSocket: Socket): buildConnector.Options {
  const { host, protocol } = url
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  return { host, hostname, protocol, port: String(portOf(url)), httpSocket }
}

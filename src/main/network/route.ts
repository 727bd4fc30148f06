import { ProxyProblem } from './proxy-problem'

export interface ProxyServer {
  /** `https:` where the way to the proxy itself is encrypted. */
  readonly protocol: 'http:' | 'https:'
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string
  readonly port: number
  /** For the header `proxy-authorization`. */
  readonly authorization: string | null
}

/** How a host is reached; null: directly. */
export type Route = ProxyServer | null

/**
 * A proxy as the environment gives it: `http://user:password@host:port`, the scheme may be missing.
 * Throws a {@link ProxyProblem} for what cannot be used: going past a proxy in silence could show the
 * user to whom the proxy is to hide them from.
 */
export function parseProxy(address: string): ProxyServer {
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null
  if (url === null || url.hostname === '')
    throw new ProxyProblem('ERR_PROXY_UNSUPPORTED', 'The address of the proxy cannot be read')
  const { protocol, username, password } = url
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new ProxyProblem('ERR_PROXY_UNSUPPORTED', 'This kind of proxy is not supported')
  const credentials = `${decoded(username)}:${decoded(password)}`
  return {
    protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: portOf(url),
    authorization:
      username === '' ? null : `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}`,
  }
}

/** The address of the proxy without credentials. */
export function originOf({ protocol, hostname, port }: ProxyServer): string {
  return new URL(`${protocol}//${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`)
    .origin
}

/** The port that is asked, named or not. */
export function portOf({ protocol, port }: URL): number {
  if (port !== '') return Number(port)
  return protocol === 'https:' ? 443 : 80
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

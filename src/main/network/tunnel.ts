import { request } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { connect, type SecureContext } from 'node:tls'
import { ProxyProblem } from './proxy-problem'
import { type ProxyServer, portOf } from './route'

/** Asks the proxy at the other end of the socket for a way to the host (`CONNECT`). */
export function openTunnel(
  socket: Socket,
  url: URL,
  { authorization }: ProxyServer,
  opened: (tunnel: Socket) => void,
  failed: (error: Error) => void,
): void {
  const target = `${url.hostname}:${portOf(url)}`
  const asking = request({
    createConnection: () => socket,
    method: 'CONNECT',
    path: target,
    headers: {
      host: target,
      ...(authorization === null ? {} : { 'proxy-authorization': authorization }),
    },
  })
  asking.on('error', failed)
  asking.once('connect', ({ statusCode = 0 }, _, head) => {
    const problem = problemOf(statusCode)
    if (problem !== null) {
      failed(problem)
      return
    }
    if (head.length > 0) socket.unshift(head)
    opened(socket)
  })
  asking.end()
}

/** The way to the proxy itself, encrypted. Its certificate is not to be taken for the host's. */
export function encryptToProxy(
  socket: Socket,
  { hostname }: ProxyServer,
  secureContext: SecureContext | undefined,
  encrypted: (socket: Socket) => void,
  failed: (error: Error) => void,
): void {
  const secure = connect({
    socket,
    host: hostname,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    ...(secureContext && { secureContext }),
  })
  secure.on('error', (error: NodeJS.ErrnoException) => {
    const isOfSystem = /^E[A-Z]+$/.test(error.code ?? '') && error.code !== 'EPROTO'
    failed(
      isOfSystem
        ? error
        : new ProxyProblem('ERR_PROXY_CERTIFICATE', 'The proxy cannot be spoken to encrypted'),
    )
  })
  secure.once('secureConnect', () => encrypted(secure))
}

function problemOf(status: number): ProxyProblem | null {
  if (status >= 200 && status < 300) return null
  return [502, 503, 504].includes(status)
    ? new ProxyProblem('EHOSTUNREACH', `The proxy cannot reach the host: status ${status}`)
    : new ProxyProblem('ERR_PROXY_REFUSED', `The proxy refused: status ${status}`)
}

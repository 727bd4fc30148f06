/**
 * A proxy for tests on 127.0.0.1: it leads every host to one port of this computer, so that a test can
 * ask `http://models.test` or `https://models.test` and reach its own server.
 *
 *     const proxy = await startProxyServer({ leadsTo: portOf(server) })
 *     // ask http://models.test/v1 with HTTP_PROXY=proxy.address
 *     proxy.requests[0]                          // { method: 'POST', target: 'http://models.test/v1/…' }
 *     await proxy.close()
 */
import { createServer, request } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface ProxyOptions {
  /** A port of 127.0.0.1. */
  readonly leadsTo: number
  /** Answers everything with this status. */
  readonly refusesWith?: number
  /** Takes requests for a tunnel and never answers them. */
  readonly isSilent?: boolean
  /** The way to the proxy itself is encrypted. */
  readonly certificate?: { readonly key: string; readonly cert: string }
}

export interface ProxyRequest {
  readonly method: string
  /** `host:port` for a tunnel, else the whole address. */
  readonly target: string
  readonly host: string | null
  /** What the header `proxy-authorization` says. */
  readonly authorization: string | null
  /** Settles when the client's connection is closed. */
  readonly closed: Promise<void>
}

export interface ProxyServer {
  /** Such as `http://127.0.0.1:40000`. */
  readonly address: string
  readonly port: number
  readonly requests: readonly ProxyRequest[]
  /** The next request that arrives. */
  nextRequest(): Promise<ProxyRequest>
  close(): Promise<void>
}

export async function startProxyServer(options: ProxyOptions): Promise<ProxyServer> {
  const { leadsTo, refusesWith, isSilent = false, certificate } = options
  const requests: ProxyRequest[] = []
  const waiting: ((request: ProxyRequest) => void)[] = []
  const sockets = new Set<Socket>()
  const refusal = { 'proxy-authenticate': 'Basic realm="proxy"', 'content-length': '0' }

  const server = certificate === undefined ? createServer() : createSecureServer({ ...certificate })
  server.on(certificate === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  })
  const record = (
    method: string | undefined,
    target: string | undefined,
    headers: NodeJS.Dict<string | string[]>,
    socket: Socket,
  ): void => {
    const arrived: ProxyRequest = {
      method: method ?? '',
      target: target ?? '',
      host: headers['host']?.toString() ?? null,
      authorization: headers['proxy-authorization']?.toString() ?? null,
      closed: new Promise((resolve) => socket.once('close', () => resolve())),
    }
    requests.push(arrived)
    waiting.shift()?.(arrived)
  }

  server.on('request', (incoming, response) => {
    const { method, url = '', headers, socket } = incoming
    record(method, url, headers, socket)
    if (refusesWith !== undefined || !URL.canParse(url)) {
      incoming.resume()
      response.writeHead(refusesWith ?? 400, refusal).end()
      return
    }
    const { pathname, search } = new URL(url)
    const onward = request(
      { host: '127.0.0.1', port: leadsTo, method, path: pathname + search, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => socket.destroy())
    socket.once('close', () => onward.destroy())
    incoming.pipe(onward)
  })

  server.on('connect', (incoming, client: Socket, head) => {
    record(incoming.method, incoming.url, incoming.headers, client)
    if (isSilent) {
      client.resume().once('end', () => client.destroy())
      return
    }
    if (refusesWith !== undefined) {
      client.end(`HTTP/1.1 ${refusesWith} No\r\nproxy-authenticate: Basic\r\n\r\n`)
      return
    }
    const onward = connect(leadsTo, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.write(head)
      client.pipe(onward).pipe(client)
    })
    onward.on('error', () => client.destroy())
    onward.once('close', () => client.destroy())
    client.once('close', () => onward.destroy())
  })

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    nextRequest: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

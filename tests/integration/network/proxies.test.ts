import { type AddressInfo, connect } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkOptions } from '../../../src/main/network/network-fetch'
import { hold, type ModelServer } from '../../fakes/model-server/model-server'
import { type ProxyOptions, type ProxyServer, startProxyServer } from '../../fakes/proxy-server'
import { ask, canaryKey, endOf, failureOf, serverForTest, textOf } from '../providers/asking'
import { authority, signedCertificate } from './certificates'
import { networkForTest } from './network-for-test'

const proxies: ProxyServer[] = []
const encrypted: Server[] = []

afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close()
  for (const server of encrypted.splice(0)) await new Promise((resolve) => server.close(resolve))
})

function portOf({ origin }: ModelServer): number {
  return Number(new URL(origin).port)
}

async function proxyTo(port: number, options: Partial<ProxyOptions> = {}): Promise<ProxyServer> {
  const proxy = await startProxyServer({ leadsTo: port, ...options })
  proxies.push(proxy)
  return proxy
}

/** Puts TLS before a server; gives the port. */
async function encryptedPort(server: ModelServer): Promise<number> {
  const front = createServer(signedCertificate, (socket) => {
    const onward = connect(portOf(server), '127.0.0.1')
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      from.on('error', () => to.destroy())
      from.once('close', () => to.destroy())
      from.pipe(to)
    }
  })
  encrypted.push(front)
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  return (front.address() as AddressInfo).port
}

function askWith(options: Partial<NetworkOptions>, baseUrl: string, signal?: AbortSignal) {
  const { fetch } = networkForTest(options)
  return ask(baseUrl, { surroundings: { fetch }, ...(signal && { signal }) })
}

const trustingTheAuthority = { addedCertificates: () => [authority] }

describe('A host behind a proxy', () => {
  test('without encryption the proxy is asked for the whole address', async () => {
    const server = await serverForTest()
    server.respondWithText(['Hel', 'lo'])
    const proxy = await proxyTo(portOf(server))
    const events = await askWith(
      { environment: { HTTP_PROXY: proxy.address } },
      'http://models.test/v1',
    )
    expect(textOf(events)).toBe('Hello')
    expect(proxy.requests).toMatchObject([
      { method: 'POST', target: 'http://models.test/v1/chat/completions', host: 'models.test' },
    ])
    expect(server.requests[0]?.headers['authorization']).toBe(`Bearer ${canaryKey}`)
  })

  test('with encryption it is asked for a tunnel and sees nothing else', async () => {
    const server = await serverForTest()
    server.respondWithText(['Hel', 'lo'])
    server.respondWithText(['again'])
    const proxy = await proxyTo(await encryptedPort(server))
    const { fetch } = networkForTest({
      environment: { https_proxy: proxy.address },
      ...trustingTheAuthority,
    })
    const baseUrl = 'https://models.test/v1'
    expect(textOf(await ask(baseUrl, { surroundings: { fetch } }))).toBe('Hello')
    expect(textOf(await ask(baseUrl, { surroundings: { fetch } }))).toBe('again')
    expect(proxy.requests[0]).toMatchObject({ method: 'CONNECT', target: 'models.test:443' })
    expect(server.requests[0]?.headers['proxy-authorization']).toBeUndefined()
  })

  test('a proxy that is itself spoken to encrypted', async () => {
    const server = await serverForTest()
    server.respondWithText(['tunnel'])
    server.respondWithText(['plain'])
    const baseUrls = ['https://models.test/v1', 'http://models.test/v1']
    const answers = ['tunnel', 'plain']
    const ports = [await encryptedPort(server), portOf(server)]
    for (const [index, baseUrl] of baseUrls.entries()) {
      const proxy = await proxyTo(ports[index] ?? 0, { certificate: signedCertificate })
      const options = { environment: { ALL_PROXY: proxy.address }, ...trustingTheAuthority }
      expect(textOf(await askWith(options, baseUrl))).toBe(answers[index])
      expect(proxy.requests).toHaveLength(1)
    }
  })

  test('the system is asked where the environment says nothing, once for many requests', async () => {
    const server = await serverForTest()
    server.respondWithText(['one'])
    server.respondWithText(['two'])
    const proxy = await proxyTo(portOf(server))
    const asked: string[] = []
    const { fetch } = networkForTest({
      resolveProxy: async (url) => {
        asked.push(url)
        return `PROXY 127.0.0.1:${proxy.port}; DIRECT`
      },
    })
    await ask('http://models.test/v1', { surroundings: { fetch } })
    await ask('http://models.test/v1', { surroundings: { fetch } })
    expect(proxy.requests).toHaveLength(2)
    expect(asked).toEqual(['http://models.test/'])
  })

  test('a system proxy that is gone makes way for the next one', async () => {
    const server = await serverForTest()
    server.respondWithText(['Hello'])
    const gone = await proxyTo(1)
    await gone.close()
    const proxy = await proxyTo(portOf(server))
    const { fetch } = networkForTest({
      resolveProxy: async () => `PROXY 127.0.0.1:${gone.port}; PROXY 127.0.0.1:${proxy.port}`,
    })
    const first = await ask('http://models.test/v1', { surroundings: { fetch } })
    expect(endOf(first)).toBe('failed network-unreachable')
    const second = await ask('http://models.test/v1', { surroundings: { fetch } })
    expect(textOf(second)).toBe('Hello')
  })
})

test('this computer and what NO_PROXY names are asked directly', async () => {
  const server = await serverForTest()
  server.respondWithText(['Hello'])
  const proxy = await proxyTo(portOf(server))
  const loopback = await askWith({ environment: { ALL_PROXY: proxy.address } }, server.baseUrl)
  expect(textOf(loopback)).toBe('Hello')
  const exempt = await askWith(
    { environment: { ALL_PROXY: proxy.address, NO_PROXY: 'models.invalid' } },
    'http://models.invalid/v1',
  )
  expect(endOf(exempt)).toBe('failed network-unreachable')
  expect(proxy.requests).toHaveLength(0)
})

describe('A proxy that does not let it pass', () => {
  test.each([
    ['https://models.test/v1', 407, 'failed proxy-refused'],
    ['http://models.test/v1', 407, 'failed proxy-refused'],
    ['https://models.test/v1', 403, 'failed proxy-refused'],
    ['https://models.test/v1', 502, 'failed network-unreachable'],
  ])('%s, status %d: %s', async (baseUrl, refusesWith, end) => {
    const proxy = await proxyTo(1, { refusesWith })
    expect(endOf(await askWith({ environment: { ALL_PROXY: proxy.address } }, baseUrl))).toBe(end)
    expect(proxy.requests).toHaveLength(1)
  })

  test('credentials go to the proxy and into no error', async () => {
    for (const baseUrl of ['https://models.test/v1', 'http://models.test/v1']) {
      const proxy = await proxyTo(1, { refusesWith: 407 })
      const address = `http://me:${canaryKey}%21@127.0.0.1:${proxy.port}`
      const { fetch } = networkForTest({ environment: { ALL_PROXY: address } })
      const error = await fetch(baseUrl).catch((reason: unknown) => reason)
      expect(everythingIn(error)).not.toContain(canaryKey)
      const credentials = proxy.requests[0]?.authorization?.replace('Basic ', '') ?? ''
      expect(Buffer.from(credentials, 'base64').toString()).toBe(`me:${canaryKey}!`)
    }
  })

  test.each([`socks5://me:${canaryKey}@127.0.0.1:1`, `http://me:${canaryKey}@:1`])(
    '%s cannot be used, and is not gone past',
    async (address) => {
      const { fetch } = networkForTest({ environment: { ALL_PROXY: address } })
      const events = await ask('http://models.test/v1', { surroundings: { fetch } })
      expect(failureOf(events).code).toBe('proxy-refused')
      const error = await fetch('http://models.test').catch((reason: unknown) => reason)
      expect(everythingIn(error)).not.toContain(canaryKey)
    },
  )

  test('nobody listens there', async () => {
    const proxy = await proxyTo(1)
    await proxy.close()
    const events = await askWith(
      { environment: { ALL_PROXY: proxy.address } },
      'https://models.test/v1',
    )
    expect(endOf(events)).toBe('failed network-unreachable')
  })

  test('its own certificate is not trusted', async () => {
    const proxy = await proxyTo(1, { certificate: signedCertificate })
    for (const baseUrl of ['https://models.test/v1']) {
      const events = await askWith({ environment: { ALL_PROXY: proxy.address } }, baseUrl)
      expect(endOf(events)).toBe('failed proxy-refused')
    }
    expect(proxy.requests).toHaveLength(0)
  })
})

describe('Stop', () => {
  test('closes a tunnel that is still being asked for', async () => {
    const proxy = await proxyTo(1, { isSilent: true })
    const abort = new AbortController()
    const arrived = proxy.nextRequest()
    const asked = askWith(
      { environment: { ALL_PROXY: proxy.address } },
      'https://models.test/v1',
      abort.signal,
    )
    const { closed } = await arrived
    abort.abort()
    expect(await asked).toEqual([{ type: 'aborted' }])
    await closed
  })

  test('closes the connection to the host behind a tunnel', async () => {
    const server = await serverForTest()
    server.script([hold()])
    const proxy = await proxyTo(await encryptedPort(server))
    const abort = new AbortController()
    const asked = askWith(
      { environment: { ALL_PROXY: proxy.address }, ...trustingTheAuthority },
      'https://models.test/v1',
      abort.signal,
    )
    const request = await server.nextRequest()
    abort.abort()
    expect(await asked).toEqual([{ type: 'aborted' }])
    expect(await request.closed).toBe('client')
  })

  test('does not wait for the system to name a proxy', async () => {
    const abort = new AbortController()
    const asked = askWith(
      {
        resolveProxy: () => {
          queueMicrotask(() => abort.abort())
          return new Promise(() => {})
        },
      },
      'http://models.test/v1',
      abort.signal,
    )
    expect(await asked).toEqual([{ type: 'aborted' }])
  })
})

/** Texts and codes of an error and all its causes, and its other fields. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error)
  const { message, stack, cause, ...others } = error
  return `${message} ${stack} ${JSON.stringify(others)} ${cause === undefined ? '' : everythingIn(cause)}`
}

import { createServer } from 'node:https'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock'
import { document, hold, streamHead, textEvent } from '../../fakes/model-server/model-server'
import { selfSignedCertificate } from '../../fakes/model-server/self-signed-certificate'
import { ask, endOf, serverForTest } from '../providers/asking'
import { networkForTest } from './network-for-test'

const servers: Server[] = []

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return address.port
}

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

describe('A certificate that is signed by itself', () => {
  const answerWith = (cert: typeof selfSignedCertificate) =>
    createServer(cert, (_, response) => response.end('{"data":[]}'))

  test('is not trusted by itself', async () => {
    const port = await listening(answerWith(selfSignedCertificate))
    const { fetch } = networkForTest()
    const events = await ask(`https://127.0.0.1:${port}/v1`, { surroundings: { fetch } })
    expect(endOf(events)).toBe('failed tls-untrusted')
  })

  test('is trusted once the system trusts it, whatever else lies in its store', async () => {
    const port = await listening(answerWith(selfSignedCertificate))
    let asked = 0
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
    const network = networkForTest({
      addedCertificates: () => {
        asked += 1
        return [broken, selfSignedCertificate.cert]
      },
    })
    for (let count = 0; count < 3; count += 1) {
      const response = await network.fetch(`https://127.0.0.1:${port}/v1/models`)
      expect(await response.json()).toEqual({ data: [] })
    }
    expect(asked).toBe(1)
    await network.close()
  })
})

describe('Connections', () => {
  test('are kept between requests and closed by close()', async () => {
    const server = await serverForTest()
    server.always(document(200, {}), 'GET /v1/models')
    const network = networkForTest()
    for (let count = 0; count < 20; count += 1)
      await (await network.fetch(`${server.baseUrl}/models`)).text()
    expect(server.requests.at(-1)?.connection).toBeLessThan(4)
    await network.close()
    await server.requests.at(-1)?.closed
    await expect(network.fetch(`${server.baseUrl}/models`)).rejects.toThrow('closed')
  })

  test('close() ends what is under way', async () => {
    const server = await serverForTest()
    server.script([streamHead(), textEvent('Hel'), hold()])
    const network = networkForTest()
    const asked = ask(server.baseUrl, { surroundings: { fetch: network.fetch } })
    const request = await server.nextRequest()
    await network.close()
    expect(endOf(await asked)).toBe('failed connection-lost')
    expect(await request.closed).toBe('client')
  })

  test('a handshake that does not come is given up by Stop, and leaves no socket and no timer', async () => {
    const clock = createManualClock()
    let arrived: (socket: Socket) => void = () => {}
    const connected = new Promise<Socket>((resolve) => {
      arrived = resolve
    })
    const port = await listening(createTcpServer((socket) => arrived(socket.resume())))
    const abort = new AbortController()
    const { fetch } = networkForTest({ schedule: clock.schedule })
    const asked = fetch(`https://127.0.0.1:${port}`, { signal: abort.signal })
    const socket = await connected
    const closed = new Promise((resolve) => socket.once('close', resolve))
    abort.abort()
    await expect(asked).rejects.toThrow('aborted')
    await closed
    expect(clock.pendingTimers).toBe(0)
  })

  test('a handshake that does not come is given up after ten seconds', async () => {
    const clock = createManualClock()
    let arrived: () => void = () => {}
    const connected = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const port = await listening(
      createTcpServer((socket) => {
        socket.resume()
        arrived()
      }),
    )
    const { fetch } = networkForTest({ schedule: clock.schedule })
    const asked = ask(`https://127.0.0.1:${port}/v1`, { surroundings: { fetch } })
    await connected
    clock.advance(10_000)
    expect(endOf(await asked)).toBe('failed timed-out')
  })

  test('a redirect is never followed by itself', async () => {
    const server = await serverForTest()
    const other = await serverForTest()
    const redirect = document(302, '', { location: `${other.baseUrl}/models` })
    server.always(redirect, 'GET /v1/models')
    const { fetch } = networkForTest()
    const manual = await fetch(`${server.baseUrl}/models`, { redirect: 'manual' })
    expect(manual.status).toBe(302)
    expect(manual.headers.get('location')).toBe(`${other.baseUrl}/models`)
    await expect(fetch(`${server.baseUrl}/models`)).rejects.toThrow()
    expect(other.requests).toHaveLength(0)
  })
})

describe('Whether a host can be reached', () => {
  test('is asked by opening a connection and sending nothing', async () => {
    const server = await serverForTest()
    const clock = createManualClock()
    const { canReach } = networkForTest({ schedule: clock.schedule })
    expect(await canReach(server.origin)).toBe(true)
    expect(server.requests).toHaveLength(0)
    await server.close()
    expect(await canReach(server.origin)).toBe(false)
    expect(await canReach('no address')).toBe(false)
    expect(clock.pendingTimers).toBe(0)
  })

  test('is asked of the proxy where there is one', async () => {
    const proxy = await serverForTest()
    const { canReach } = networkForTest({ environment: { ALL_PROXY: proxy.origin } })
    expect(await canReach('https://models.invalid')).toBe(true)
  })
})

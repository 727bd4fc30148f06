import { createServer as createTcpServer, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { selfSignedCertificate } from '../../fakes/model-server/self-signed-certificate'
import { ask, canaryKey, endOf, failureOf, serverForTest } from './asking'

const servers: Server[] = []

async function portOf(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return address.port
}

/** A port at which nobody listens: one that was just given up. */
async function closedPort(): Promise<number> {
  const server = createTcpServer()
  const port = await portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Says this to whoever connects, whatever they want, and hangs up. */
function serverThatSays(words: string): Server {
  return createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.resume().end(words)
  })
}

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

describe('A server that cannot be asked', () => {
  test.each(['127.0.0.1', 'localhost'])('nobody listens at %s', async (host) => {
    const port = await closedPort()
    const failure = failureOf(await ask(`http://${host}:${port}/v1`, { name: 'Ollama' }))
    expect(failure).toEqual({
      code: 'network-unreachable',
      message: `Nothing answers at ${host}:${port}. Start the server of Ollama, or correct its address, then retry.`,
      retryable: true,
    })
  })

  test('a certificate that is signed by itself: nothing is sent', async () => {
    let received = 0
    const server = createTlsServer(selfSignedCertificate, (socket) => {
      socket.on('data', ({ length }) => {
        received += length
      })
    })
    const failure = failureOf(await ask(`https://127.0.0.1:${await portOf(server)}/v1`))
    expect(failure.code).toBe('tls-untrusted')
    expect(failure.retryable).toBe(false)
    expect(received).toBe(0)
  })

  test('https to a server that speaks http', async () => {
    const port = await portOf(serverThatSays('HTTP/1.1 400 Bad\r\n\r\n'))
    expect(endOf(await ask(`https://127.0.0.1:${port}/v1`))).toBe('failed not-a-model-server')
  })

  test('something that does not speak http', async () => {
    const port = await portOf(serverThatSays('220 mail ready\r\n'))
    expect(endOf(await ask(`http://127.0.0.1:${port}/v1`))).toBe('failed not-a-model-server')
  })

  test.each([
    'not an address',
    'ftp://127.0.0.1/v1',
    `http://user:${canaryKey}@127.0.0.1/v1`,
    'http://127.0.0.1:6000/v1',
    '',
  ])('the address “%s”', async (address) => {
    const failure = failureOf(await ask(address))
    expect(failure.code).toBe('not-a-model-server')
    expect(failure.message).not.toContain('canary')
  })

  test('a fetch that breaks in a way that nobody foresaw is our mistake, without its words', async () => {
    const server = await serverForTest()
    const broken = () => Promise.reject(new RangeError(`secret ${canaryKey}`))
    const failure = failureOf(await ask(server.baseUrl, { surroundings: { fetch: broken } }))
    expect(failure).toEqual({
      code: 'internal',
      message:
        'Rivulet made a mistake while asking Fake. Retry; if it happens again, report it with Copy diagnostics.',
      retryable: false,
    })
  })
})

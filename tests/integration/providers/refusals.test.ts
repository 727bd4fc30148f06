import { describe, expect, test } from 'vitest'
import { document, head, hold, send } from '../../fakes/model-server/model-server'
import { ask, canaryKey, failureOf, question, serverForTest } from './asking'
import { refusalRows } from './refusal-rows'

describe('A request that is refused', () => {
  test.each(refusalRows)('$status $body: $code', async ({ status, body, headers, ...expected }) => {
    const server = await serverForTest()
    server.respondWithStatus(status, body, headers)
    const events = await ask(server.baseUrl)
    expect(events).toHaveLength(1)
    const { message, ...failure } = failureOf(events)
    expect(failure).toEqual(expected)
    expect(message).not.toContain('Blocked')
    expect(server.requests).toHaveLength(1)
  })

  test('a long explanation, and one that never ends, are not waited for', async () => {
    const server = await serverForTest()
    const kilobyte = 'x'.repeat(1024)
    server.script([head(500), ...Array.from({ length: 100 }, () => send(kilobyte)), hold()])
    expect(failureOf(await ask(server.baseUrl)).code).toBe('server-error')
    expect(await server.requests[0]?.closed).toBe('client')

    server.script([head(503), send('{"error":'), hold()])
    const givesUp = { wait: () => Promise.resolve() }
    expect(failureOf(await ask(server.baseUrl, { surroundings: givesUp })).code).toBe('overloaded')
    expect(await server.requests[1]?.closed).toBe('client')
  })

  test('the sentence names the provider and what to do', async () => {
    const server = await serverForTest()
    server.respondWithStatus(401, '')
    const { message } = failureOf(await ask(server.baseUrl, { name: 'OpenAI' }))
    expect(message).toBe('OpenAI did not accept the key. Check it in Settings, Providers.')
  })

  test('without a key, 401 asks for one', async () => {
    const server = await serverForTest()
    server.respondWithStatus(401, { error: { code: 'invalid_api_key' } })
    expect(failureOf(await ask(server.baseUrl, { key: null })).code).toBe('key-missing')
  })

  test("the server's own words follow when they are short and plain", async () => {
    const server = await serverForTest()
    server.respondWithStatus(400, { error: { message: 'temperature must be at most 1' } })
    expect(failureOf(await ask(server.baseUrl)).message).toBe(
      'Fake did not accept the request. Ask in another way, or choose another model. It said: “temperature must be at most 1”',
    )
  })

  test.each([
    ['the key', `Bad request from ${canaryKey}`],
    ['a part of the key', `Bad request from key ending in ${canaryKey.slice(-9)}`],
    ['the key, masked', 'Bad request from sk-ca****N2d'],
    ['an authorization', `Rejected: Bearer ${canaryKey}.`],
    ["another's key", 'Upstream said no to gsk_4f5g6h7j8k9l0q1w2e3r4t5y'],
    ['the question', `Cannot read “${question.messages[0]?.text}”`],
    ['a web page', '<p>Bad request</p>'],
    ['very much', 'bad '.repeat(200)],
  ])('no failure holds %s', async (_, message) => {
    const server = await serverForTest()
    for (const status of [400, 401, 403, 404, 429, 500]) {
      server.respondWithStatus(status, { error: { message } })
      const failure = failureOf(await ask(server.baseUrl))
      expect(failure.message).not.toMatch(/canary|RbN2d|sk-ca|gsk_|rivulet\?|<p>|bad bad/)
      expect(failure.message.length).toBeLessThan(400)
    }
    server.script(document(200, { error: { message } }))
    expect(failureOf(await ask(server.baseUrl)).message).not.toMatch(/canary|RbN2d|sk-ca|gsk_/)
  })

  test('a key with a line break is not sent, and not shown', async () => {
    const server = await serverForTest()
    const failure = failureOf(await ask(server.baseUrl, { key: `${canaryKey}\nx` }))
    expect(failure.code).toBe('key-rejected')
    expect(failure.message).not.toContain('canary')
    expect(server.requests).toHaveLength(0)
  })
})

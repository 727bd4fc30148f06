import { afterEach, describe, expect, test, vi } from 'vitest'
import { document, head, send, textReply } from '../../fakes/model-server/model-server'
import { ask, canaryKey, endOf, failureOf, serverForTest, textOf } from './asking'

describe('What is sent', () => {
  test('method, path, headers and body are these and no others', async () => {
    const server = await serverForTest()
    server.respondWithText(['Hello'])
    await ask(server.baseUrl, {
      request: {
        systemPrompt: 'Be brief.',
        temperature: 0.2,
        messages: [
          { role: 'user', text: 'Hi' },
          { role: 'assistant', text: 'Hello!' },
          { role: 'user', text: 'What is a rivulet? 🌊' },
        ],
      },
    })
    const request = await server.nextRequest()
    expect(`${request.method} ${request.path}`).toBe('POST /v1/chat/completions')
    expect(request.json).toEqual({
      model: 'fake-model',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello!' },
        { role: 'user', content: 'What is a rivulet? 🌊' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.2,
    })
    expect(request.headers).toMatchObject({
      authorization: `Bearer ${canaryKey}`,
      'user-agent': 'Rivulet/0.1.0',
      'content-type': 'application/json',
    })
    // What `fetch` itself needs, and ours. No x-stainless-*, nothing about this computer.
    expect(Object.keys(request.headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ])
  })

  test('no temperature, no system prompt and no key unless they are set', async () => {
    const server = await serverForTest()
    server.respondWithText(['Hello'])
    await ask(server.baseUrl, { key: null })
    const request = await server.nextRequest()
    expect(request.json).toEqual({
      model: 'fake-model',
      messages: [{ role: 'user', content: 'What is a rivulet?' }],
      stream: true,
      stream_options: { include_usage: true },
    })
    expect(request.headers).not.toHaveProperty('authorization')
  })

  test.each([
    ['/v1/', '/v1/chat/completions'],
    ['/v1/chat/completions', '/v1/chat/completions'],
    ['/api?api-version=7', '/api/chat/completions?api-version=7'],
  ])('a base URL that ends in %s asks %s', async (ending, path) => {
    const server = await serverForTest()
    server.always(textReply(['Hello']), 'POST /v1/chat/completions')
    server.always(textReply(['Hello']), 'POST /api/chat/completions')
    expect(endOf(await ask(server.origin + ending))).toBe('completed stop')
    expect(server.requests[0]?.path).toBe(path)
  })
})

describe('The environment', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('is not picked up by the package', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-environment')
    vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-environment')
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/never')
    vi.stubEnv('OPENAI_ORG_ID', 'org-environment')
    vi.stubEnv('OPENAI_PROJECT_ID', 'project-environment')
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-environment: yes')
    vi.stubEnv('OPENAI_LOG', 'debug')
    const written: unknown[] = []
    for (const level of ['debug', 'info', 'warn', 'error', 'log'] as const)
      vi.spyOn(console, level).mockImplementation((...words) => void written.push(words))
    const server = await serverForTest()
    server.respondWithText(['Hello'])
    server.respondWithStatus(500, 'boom')
    await ask(server.baseUrl, { key: null })
    await ask(server.baseUrl, { key: null })
    vi.restoreAllMocks()
    expect(written).toEqual([])
    for (const { headers } of server.requests)
      expect(JSON.stringify(headers)).not.toContain('environment')
  })
})

describe('A redirect', () => {
  test.each([307, 308])(
    '%i to another origin takes the question along, not the key',
    async (status) => {
      const server = await serverForTest()
      const other = await serverForTest()
      const location = `${other.origin}/elsewhere`
      server.respondWithStatus(status, '', { location })
      other.script(textReply(['Hello']), 'POST /elsewhere')
      const events = await ask(server.baseUrl)
      expect(textOf(events)).toBe('Hello')
      expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
      expect(JSON.stringify(other.requests[0])).not.toContain(canaryKey)
      expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${canaryKey}` })
    },
  )

  test('to the same origin keeps the key', async () => {
    const server = await serverForTest()
    server.respondWithStatus(307, '', { location: '/v2/chat' })
    server.script(textReply(['Hello']), 'POST /v2/chat')
    expect(endOf(await ask(server.baseUrl))).toBe('completed stop')
    expect(server.requests[1]?.headers).toMatchObject({ authorization: `Bearer ${canaryKey}` })
  })

  test('back to the own origin by way of another one carries the key only at home', async () => {
    const server = await serverForTest()
    const other = await serverForTest()
    server.respondWithStatus(307, '', { location: `${other.origin}/away` })
    other.script(document(307, '', { location: `${server.origin}/home` }), 'POST /away')
    server.script(textReply(['Hello']), 'POST /home')
    expect(endOf(await ask(server.baseUrl))).toBe('completed stop')
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('to the sign-in page of a network brings its sentence, and the question stays here', async () => {
    const server = await serverForTest()
    const portal = await serverForTest()
    server.respondWithStatus(302, '', { location: `${portal.origin}/login` })
    portal.script(
      [head(200, { 'content-type': 'text/html' }), send('<html>Sign in</html>')],
      'GET /login',
    )
    const failure = failureOf(await ask(server.baseUrl))
    expect(failure.code).toBe('not-a-model-server')
    expect(failure.message).toContain('If this network wants you to sign in')
    expect(portal.requests[0]?.body).toBe('')
  })

  test('in a circle ends', async () => {
    const server = await serverForTest()
    server.always(document(307, '', { location: '/v1/chat/completions' }))
    expect(failureOf(await ask(server.baseUrl)).code).toBe('not-a-model-server')
    expect(server.requests).toHaveLength(6)
  })

  test.each(['ftp://127.0.0.1/x', 'file:///etc/passwd', 'http://['])(
    'to %s is not followed',
    async (location) => {
      const server = await serverForTest()
      server.respondWithStatus(307, '', { location })
      expect(failureOf(await ask(server.baseUrl)).code).toBe('not-a-model-server')
    },
  )
})

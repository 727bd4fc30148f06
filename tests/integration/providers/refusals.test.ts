import { describe, expect, test } from 'vitest'
import { document, head, hold, send } from '../../fakes/model-server/model-server'
import { ask, canaryKey, failureOf, question, serverForTest } from './asking'

const page = '<html><body>Blocked</body></html>'

/** Status, body, headers; then what it is, and whether the same request may succeed later. */
const rows: readonly {
  readonly status: number
  readonly body: unknown
  readonly headers?: { readonly [name: string]: string }
  readonly code: string
  readonly retryable: boolean
  readonly retryAfterMs?: number
  readonly action?: string
}[] = [
  {
    status: 400,
    body: { error: { message: 'Bad temperature' } },
    code: 'request-invalid',
    retryable: false,
  },
  {
    status: 400,
    body: { error: { message: 'Too long', code: 'context_length_exceeded' } },
    code: 'context-too-long',
    retryable: false,
    action: 'choose-model',
  },
  {
    status: 400,
    body: {
      object: 'error',
      message: "This model's maximum context length is 4096 tokens.",
      code: 400,
    },
    code: 'context-too-long',
    retryable: false,
    action: 'choose-model',
  },
  {
    status: 400,
    body: { error: { code: 'content_filter', message: 'Filtered' } },
    code: 'content-filtered',
    retryable: false,
  },
  {
    status: 400,
    body: [{ error: { code: 400, message: 'API key not valid.', status: 'INVALID_ARGUMENT' } }],
    code: 'key-rejected',
    retryable: false,
    action: 'enter-key',
  },
  {
    status: 401,
    body: {
      error: { message: `Incorrect API key provided: ${canaryKey}`, code: 'invalid_api_key' },
    },
    code: 'key-rejected',
    retryable: false,
    action: 'enter-key',
  },
  {
    status: 402,
    body: { error: 'Insufficient balance' },
    code: 'quota-exhausted',
    retryable: false,
    action: 'choose-model',
  },
  { status: 403, body: page, code: 'forbidden', retryable: false, action: 'check-provider' },
  {
    status: 404,
    body: { error: { message: "model 'fake-model' not found, try pulling it first" } },
    code: 'model-unknown',
    retryable: false,
    action: 'choose-model',
  },
  {
    status: 404,
    body: { error: { message: 'The model does not exist', code: 'model_not_found' } },
    code: 'model-unknown',
    retryable: false,
    action: 'choose-model',
  },
  {
    status: 404,
    body: { detail: 'Not Found' },
    code: 'not-a-model-server',
    retryable: false,
    action: 'check-provider',
  },
  {
    status: 404,
    body: page,
    code: 'not-a-model-server',
    retryable: false,
    action: 'check-provider',
  },
  { status: 405, body: '', code: 'not-a-model-server', retryable: false, action: 'check-provider' },
  { status: 407, body: page, code: 'proxy-refused', retryable: false, action: 'check-provider' },
  { status: 408, body: '', code: 'timed-out', retryable: true },
  { status: 409, body: '', code: 'overloaded', retryable: true },
  { status: 413, body: page, code: 'too-large', retryable: false },
  {
    status: 422,
    body: { detail: [{ loc: ['body', 'messages'], msg: 'Field required', type: 'missing' }] },
    code: 'request-invalid',
    retryable: false,
  },
  { status: 425, body: '', code: 'overloaded', retryable: true },
  {
    status: 429,
    body: { error: { code: 'rate_limit_exceeded' } },
    code: 'rate-limited',
    retryable: true,
  },
  {
    status: 429,
    body: '',
    headers: { 'retry-after': '120' },
    code: 'rate-limited',
    retryable: true,
    retryAfterMs: 120_000,
  },
  {
    status: 429,
    body: '',
    headers: { 'retry-after': '9', 'retry-after-ms': '1500' },
    code: 'rate-limited',
    retryable: true,
    retryAfterMs: 1500,
  },
  {
    status: 429,
    body: {
      error: { code: 'insufficient_quota', type: 'insufficient_quota', message: 'No credit' },
    },
    headers: { 'retry-after': '5' },
    code: 'quota-exhausted',
    retryable: false,
    action: 'choose-model',
  },
  { status: 500, body: 'Internal Server Error', code: 'server-error', retryable: true },
  { status: 502, body: page, code: 'server-error', retryable: true },
  {
    status: 503,
    body: '',
    headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:07 GMT' },
    code: 'overloaded',
    retryable: true,
    retryAfterMs: 7000,
  },
  { status: 504, body: page, code: 'timed-out', retryable: true },
  {
    status: 511,
    body: page,
    code: 'not-a-model-server',
    retryable: false,
    action: 'check-provider',
  },
  {
    status: 529,
    body: { error: { type: 'overloaded_error' } },
    code: 'overloaded',
    retryable: true,
  },
  { status: 304, body: '', code: 'not-a-model-server', retryable: false, action: 'check-provider' },
]

describe('A request that is refused', () => {
  test.each(rows)('$status $body: $code', async ({ status, body, headers, ...expected }) => {
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
      'Fake did not accept the request. It said: “temperature must be at most 1”',
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

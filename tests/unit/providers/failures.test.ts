import { describe, expect, test } from 'vitest'
import { contextOf, failureOfError } from '../../../src/main/providers/classify-failure'
import { explainErrorBody, isErrorBody } from '../../../src/main/providers/error-explanation'
import { failureFor, specialSentences } from '../../../src/main/providers/failure-sentences'
import { quotedExplanation } from '../../../src/main/providers/quoted-explanation'
import { RefusedResponse } from '../../../src/main/providers/refused-response'
import { retryAfter } from '../../../src/main/providers/retry-after'
import { failureCodes } from '../../../src/shared/stream/failure'

const context = {
  name: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
  modelId: 'gpt-5-mini',
  key: 'sk-canary-Zk7Qv93LmT0pXw5RbN2d',
  texts: [],
  now: () => 0,
}

function thrown(code: string, message = 'fetch failed'): Error {
  return new TypeError(message, { cause: Object.assign(new Error(`it was ${code}`), { code }) })
}

describe('Something thrown', () => {
  test.each([
    ['ECONNREFUSED', 'network-unreachable'],
    ['ENOTFOUND', 'network-unreachable'],
    ['EAI_AGAIN', 'network-unreachable'],
    ['ENETUNREACH', 'network-unreachable'],
    ['EHOSTUNREACH', 'network-unreachable'],
    ['ECONNRESET', 'connection-lost'],
    ['EPIPE', 'connection-lost'],
    ['UND_ERR_SOCKET', 'connection-lost'],
    ['SOMETHING_NEW', 'connection-lost'],
    ['ETIMEDOUT', 'timed-out'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
    ['UND_ERR_BODY_TIMEOUT', 'stalled'],
    ['CERT_HAS_EXPIRED', 'tls-untrusted'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-untrusted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-untrusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls-untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-untrusted'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'not-a-model-server'],
    ['HPE_INVALID_CONSTANT', 'not-a-model-server'],
    ['Z_DATA_ERROR', 'malformed'],
  ])('with the code %s: %s', (code, expected) => {
    expect(failureOfError(thrown(code), context).code).toBe(expected)
  })

  test.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'network-unreachable'],
    ['net::ERR_NAME_NOT_RESOLVED', 'network-unreachable'],
    ['net::ERR_CONNECTION_REFUSED', 'network-unreachable'],
    ['net::ERR_CONNECTION_RESET', 'connection-lost'],
    ['net::ERR_NETWORK_CHANGED', 'connection-lost'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls-untrusted'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy-refused'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy-refused'],
    ['net::ERR_TIMED_OUT', 'timed-out'],
  ])('by Chromium: %s: %s', (message, expected) => {
    expect(failureOfError(new Error(message), context).code).toBe(expected)
  })

  test('with several causes, as when a name has several addresses', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    const error = new TypeError('fetch failed', { cause: new AggregateError([refused, refused]) })
    expect(failureOfError(error, context).code).toBe('network-unreachable')
  })

  test('that is its own cause, or no error at all', () => {
    const circle = new Error('round')
    circle.cause = circle
    expect(failureOfError(circle, context).code).toBe('internal')
    expect(failureOfError('text', context).code).toBe('internal')
    expect(failureOfError(undefined, context).code).toBe('internal')
  })

  test('terminated: connection-lost', () => {
    expect(failureOfError(new TypeError('terminated'), context).code).toBe('connection-lost')
  })

  test('a refusal that the package has wrapped', () => {
    const refusal = new RefusedResponse(429, new Headers({ 'retry-after': '2' }), '')
    const wrapped = new Error('Connection error.', { cause: new Error('x', { cause: refusal }) })
    expect(failureOfError(wrapped, context)).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 2000,
    })
  })
})

describe('The sentences', () => {
  test.each(failureCodes)('%s: whole sentences that name who or what', (code) => {
    const { message } = failureFor(code, context)
    expect(message).toMatch(/^[A-Z“].*[.]$/)
    expect(message).toMatch(/OpenAI|gpt-5-mini|api\.openai\.com/)
    expect(message).toMatch(/\b(retry|check|choose|start a|enter|ask|sign in)\b.*\.$/i)
  })

  const fromEnvironment = { ...context, fromEnvironment: true }
  test.each([
    ['OPENAI_API_KEY', failureFor('key-missing', fromEnvironment).message],
    ['OPENAI_API_KEY', failureFor('key-rejected', fromEnvironment).message],
    ['OPENAI_API_KEY', specialSentences.keyUnusable(fromEnvironment)],
    ['OPENAI_BASE_URL', failureFor('not-a-model-server', fromEnvironment).message],
    ['OPENAI_BASE_URL', specialSentences.webPage(fromEnvironment)],
  ])('of the environment: it is %s that something can be done about: %s', (variable, message) => {
    expect(message).toMatch(new RegExp(` ${variable}, then start Rivulet again\\.$`))
    expect(message).not.toContain('Settings')
  })

  test('of a request to the environment’s server tell it, too', () => {
    const server = { ...context, fromEnvironment: true }
    const request = { modelId: 'm', systemPrompt: '', messages: [], partial: '' }
    const asked = contextOf(
      server,
      { ...request, temperature: null, streaming: true, cursor: null },
      () => 0,
    )
    expect(failureFor('key-rejected', asked).message).toContain('OPENAI_API_KEY')
  })

  test('of a server that is not on this computer and cannot be reached', () => {
    expect(failureFor('network-unreachable', context).message).toBe(
      'OpenAI cannot be reached at api.openai.com. Check that address and your network connection, then retry.',
    )
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')

  test.each([
    [{}, undefined],
    [{ 'retry-after': '1' }, 1000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'retry-after-ms': 'soon', 'retry-after': '9' }, 9000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 12:00:05 GMT' }, 5000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '99999999999' }, 86_400_000],
  ])('%j: %s', (headers, expected) => {
    expect(retryAfter(new Headers(headers as Record<string, string>), now)).toBe(expected)
  })
})

describe('The explanation in an error body', () => {
  test.each([
    [{ error: { message: 'm', type: 'T', code: 'C' } }, { message: 'm', words: ['c', 't'] }],
    [{ error: 'm' }, { message: 'm', words: [] }],
    [
      { object: 'error', message: 'm', type: 't', code: 400 },
      { message: 'm', status: 400 },
    ],
    [{ detail: 'm' }, { message: 'm' }],
    [{ detail: [{ loc: ['body'], msg: 'm', input: 'secret' }] }, { message: 'm' }],
    [{ message: 'm' }, { message: 'm' }],
    [
      [{ error: { code: 429, message: 'm', status: 'RESOURCE_EXHAUSTED' } }],
      { message: 'm', status: 429 },
    ],
    ['m', { message: 'm' }],
    ['<html>m</html>', { message: '' }],
    [null, { message: '', words: [], status: null }],
    [[], { message: '' }],
  ])('%j', (body, expected) => {
    expect(explainErrorBody(body)).toMatchObject(expected)
  })

  test.each([
    [{ error: { message: 'm' } }, true],
    [{ error: 'm' }, true],
    [{ object: 'error' }, true],
    [{ type: 'error' }, true],
    [[{ error: {} }], true],
    [{ error: null, choices: [] }, false],
    [{ error: '', choices: [] }, false],
    [{ error: false }, false],
    [[], false],
    ['error', false],
  ])('%j is an error: %s', (value, expected) => {
    expect(isErrorBody(value)).toBe(expected)
  })
})

describe("The server's own words", () => {
  const secrets = { key: context.key, texts: ['My password is swordfish, what now?', 'hi'] }

  test.each([
    ['The temperature must be at most 1.', 'The temperature must be at most 1.'],
    ['  Two\n lines\u0000 \u202e', 'Two lines'],
    ['Use claude-3-5-sonnet-20241022 instead', 'Use claude-3-5-sonnet-20241022 instead'],
    [`Key ${context.key} is bad`, 'Key [removed] is bad'],
    [`Key "${context.key.slice(3, 14)}" is bad`, 'Key [removed] is bad'],
    ['Key sk-proj-abcdef123456 is bad', 'Key [removed] is bad'],
    ['Key sk-ab****9xyz is bad', 'Key [removed] is bad'],
    ['Token 4f5g6h7j8k9l0q1w2e3r4t5y is bad', 'Token [removed] is bad'],
    ['Authorization: Bearer abc.def', 'Authorization: [removed]'],
    ['Cannot read: My password is swordfish, what', ''],
    ['<b>No</b>', ''],
    ['a'.repeat(241), ''],
    ['', ''],
  ])('%j: %j', (message, expected) => {
    expect(quotedExplanation(message, secrets)).toBe(expected)
  })
})

import { canaryKey } from './ask-a-server'

const page = '<html><body>Blocked</body></html>'

/** Status, body, headers; then what it is, and whether the same request may succeed later. */
export interface RefusalRow {
  readonly status: number
  readonly body: unknown
  readonly headers?: { readonly [name: string]: string }
  readonly code: string
  readonly retryable: boolean
  readonly retryAfterMs?: number
  readonly action?: string
}

export const refusalRows: readonly RefusalRow[] = [
  {
    status: 400,
    body: { error: { message: 'Bad temperature' } },
    code: 'request-invalid',
    retryable: false,
    action: 'choose-model',
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
    action: 'choose-model',
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

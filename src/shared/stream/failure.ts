export const failureCodes = [
  'key-missing',
  'key-rejected',
  'forbidden',
  'model-unknown',
  'request-invalid',
  'context-too-long',
  'rate-limited',
  'quota-exhausted',
  'overloaded',
  'server-error',
  'network-unreachable',
  'connection-lost',
  'tls-untrusted',
  'proxy-refused',
  'timed-out',
  'stalled',
  'truncated',
  'malformed',
  'not-a-model-server',
  'content-filtered',
  'too-large',
  'internal',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** What the user can do beside "Retry". */
export type FailureAction = 'enter-key' | 'choose-model' | 'check-provider'

/** The one shape of a failure, from the wire to the screen. */
export interface Failure {
  readonly code: FailureCode
  /** What happened and what to do, in the user's words. Never holds a key or text of a message. */
  readonly message: string
  /** Whether the same request may succeed when it is sent again. */
  readonly retryable: boolean
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number
  readonly action?: FailureAction
}

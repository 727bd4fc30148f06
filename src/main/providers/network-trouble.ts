import { APIConnectionTimeoutError } from 'openai'
import type { FailureCode } from '../../shared/stream/failure'

/** Node's, undici's and Chromium's names for what goes wrong below HTTP. */
const codesByName: readonly (readonly [RegExp, FailureCode])[] = [
  [
    /^(CERT_|ERR_CERT_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/,
    'tls-untrusted',
  ],
  [/PROXY|TUNNEL/, 'proxy-refused'],
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)/,
    'network-unreachable',
  ],
  [
    /^ERR_(CONNECTION_REFUSED|NAME_|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE)/,
    'network-unreachable',
  ],
  [/^UND_ERR_BODY_TIMEOUT$/, 'stalled'],
  [/TIMEOUT$|TIMED_OUT$|^ETIMEDOUT$/, 'timed-out'],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    'connection-lost',
  ],
  [
    /^ERR_(CONNECTION_|NETWORK_|EMPTY_RESPONSE|INCOMPLETE_|CONTENT_LENGTH_|HTTP2_|QUIC_)/,
    'connection-lost',
  ],
  // TLS spoken to a server that does not, HTTP spoken to one that does not, an address that is none.
  [
    /^(EPROTO|ERR_SSL_|HPE_|ERR_INVALID_URL|ERR_UNSAFE_PORT|ERR_INVALID_HTTP)/,
    'not-a-model-server',
  ],
  [/^(Z_|ERR_CONTENT_DECODING)/, 'malformed'],
]

/**
 * What an error thrown by the network is, from the codes of all its causes. Null: it is not of the
 * network.
 */
export function networkTrouble(error: unknown): FailureCode | null {
  const names = namesIn(error, 0)
  for (const [pattern, code] of codesByName)
    if (names.some((name) => pattern.test(name))) return code
  // Status 407, which undici does not hand out, arrives as a cause without a word.
  if (names.includes('fetch failed') && names.at(-1) === '') return 'proxy-refused'
  if (names.includes('terminated') || names.includes('fetch failed')) return 'connection-lost'
  return null
}

/** What undici says without a code. */
const spokenNames: readonly (readonly [RegExp, string])[] = [
  [/^(bad port|unknown scheme|not implemented|Request cannot be constructed)/, 'ERR_INVALID_URL'],
  [/^proxy authentication required/, 'PROXY_AUTHENTICATION'],
]

/** Codes, and messages that stand for one, of an error and its causes; the depth guards against a circle. */
function namesIn(error: unknown, depth: number): readonly string[] {
  if (!(error instanceof Error) || depth > 8) return []
  const { message, cause } = error
  const causes: readonly unknown[] =
    error instanceof AggregateError ? [cause, ...error.errors] : [cause]
  return [
    ...('code' in error && typeof error.code === 'string' ? [error.code] : []),
    ...(error instanceof APIConnectionTimeoutError ? ['ETIMEDOUT'] : []),
    nameOf(message),
    ...causes.flatMap((each) => namesIn(each, depth + 1)),
  ]
}

/** Chromium's code stands in the message. */
function nameOf(message: string): string {
  const spoken = spokenNames.find(([pattern]) => pattern.test(message))?.[1]
  return spoken ?? /net::(ERR_\w+)/.exec(message)?.[1] ?? message
}

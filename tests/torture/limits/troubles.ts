import { RefusedResponse } from '../../../src/main/providers/refused-response'

export interface Trouble {
  readonly name: string
  readonly error: () => unknown
  /** In all, when nothing else ever comes. */
  readonly requests: 1 | 3
}

const statuses: readonly (readonly [status: number, requests: 1 | 3, body?: string])[] = [
  [408, 3],
  [409, 3],
  [425, 3],
  [429, 3],
  [500, 3],
  [502, 3],
  [503, 3],
  [504, 3],
  [529, 3],
  [400, 1],
  [401, 1],
  [403, 1],
  [404, 1],
  [413, 1],
  [422, 1],
  [429, 1, '{"error":{"message":"m","type":"insufficient_quota","code":"insufficient_quota"}}'],
  [400, 1, '{"error":{"message":"m","code":"content_filter"}}'],
]

const connectionCodes: readonly (readonly [code: string, requests: 1 | 3])[] = [
  ['ECONNREFUSED', 3],
  ['ECONNRESET', 3],
  ['ENOTFOUND', 3],
  ['ETIMEDOUT', 3],
  ['UND_ERR_SOCKET', 3],
  ['CERT_HAS_EXPIRED', 1],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 1],
]

/** What can go wrong with a request, and how often it is made then. */
export const troubles: readonly Trouble[] = [
  ...statuses.map(([status, requests, body = '']) => ({
    name: `status ${status}${body === '' ? '' : ` ${/"code":"(\w+)"/.exec(body)?.[1]}`}`,
    error: () => new RefusedResponse(status, new Headers(), body),
    requests,
  })),
  ...connectionCodes.map(([code, requests]) => ({
    name: code,
    error: () => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }),
    requests,
  })),
]

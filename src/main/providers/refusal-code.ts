import type { FailureCode } from '../../shared/stream/failure'
import type { ErrorExplanation } from './error-explanation'

/** What servers call the cases that a status does not tell; tried in this order. */
const codesByWord: readonly (readonly [FailureCode, RegExp])[] = [
  [
    'quota-exhausted',
    /^(insufficient_quota|insufficient_credits?|billing_|quota_exceeded|credit|exceeded_current_quota)/,
  ],
  ['context-too-long', /^(context_length|context_window|exceed_context)/],
  [
    'content-filtered',
    /^(content_filter|content_policy|responsibleaipolicy|bio_policy|\w+_policy_violation)/,
  ],
  [
    'model-unknown',
    /^(model_not_found|deploymentnotfound|model_not_available|unknown_model|invalid_model)/,
  ],
  ['key-rejected', /^(invalid_api_key|api_key_invalid|authentication_error|unauthenticated)/],
  ['rate-limited', /^(rate_limit|tokens_per|requests_per|too_many_requests)/],
  ['overloaded', /^(overloaded|engine_overloaded|server_overloaded)/],
]

const codesByMessage: readonly (readonly [FailureCode, RegExp])[] = [
  ['quota-exhausted', /credit balance|insufficient (balance|funds|credits)/i],
  [
    'context-too-long',
    /(context (length|window|size)|maximum context|available context|prompt is too long|too many tokens|n_ctx)/i,
  ],
  [
    'model-unknown',
    /\bmodels?\b.{0,120}\b(not found|does not exist|doesn't exist|not exist|unknown|not available)/i,
  ],
  ['model-unknown', /\b(no such|unknown|invalid|unsupported) model\b/i],
  [
    'key-rejected',
    /\bapi[ _-]?key\b.{0,40}\b(not valid|invalid|incorrect|expired)|\b(invalid|incorrect|expired)\b.{0,20}\bapi[ _-]?key\b/i,
  ],
]

/** What the body says clearly enough to overrule the status; null when it does not. */
export function codeOfExplanation({ words, message }: ErrorExplanation): FailureCode | null {
  for (const [code, pattern] of codesByWord)
    if (words.some((word) => pattern.test(word))) return code
  for (const [code, pattern] of codesByMessage) if (pattern.test(message)) return code
  return null
}

/** What an error inside a stream means, where only its body tells. */
export function codeOfStreamedError(explanation: ErrorExplanation): FailureCode {
  const code = codeOfExplanation(explanation)
  if (code !== null) return code
  if (explanation.status !== null) return codeOfStatus(explanation.status)
  const refused = explanation.words.some((word) =>
    /^(invalid_(request|prompt)|badrequest)/.test(word),
  )
  return refused ? 'request-invalid' : 'server-error'
}

/** What a status that is no success means where the body does not say more. */
export function codeOfStatus(status: number): FailureCode {
  switch (status) {
    case 401:
      return 'key-rejected'
    case 402:
      return 'quota-exhausted'
    case 403:
      return 'forbidden'
    case 404:
    case 405:
    case 410:
    case 501:
    case 511:
      return 'not-a-model-server'
    case 407:
      return 'proxy-refused'
    case 408:
    case 504:
      return 'timed-out'
    case 409:
    case 425:
      return 'overloaded'
    case 413:
      return 'too-large'
    case 429:
      return 'rate-limited'
    case 503:
    case 529:
      return 'overloaded'
    default:
      if (status >= 500) return 'server-error'
      return status >= 400 ? 'request-invalid' : 'not-a-model-server'
  }
}

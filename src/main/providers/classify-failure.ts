import type { Failure, FailureCode } from '../../shared/stream/failure'
import type { AnswerProblem } from './answer-body'
import { type ErrorExplanation, explainErrorBody, explainErrorText } from './error-explanation'
import { type Asked, failureFor, specialSentences } from './failure-sentences'
import type { ModelServer } from './model-server'
import { networkTrouble } from './network-trouble'
import type { ChatRequest } from './provider'
import { quotedExplanation, type Secrets } from './quoted-explanation'
import { codeOfExplanation, codeOfStatus, codeOfStreamedError } from './refusal-code'
import { type RefusedResponse, refusalIn } from './refused-response'
import { retryAfter } from './retry-after'

/** Everything that a failure may speak of, and what it must not. */
export interface FailureContext extends Asked, Secrets {
  readonly now: () => number
}

/** The context of one request for an answer. */
export function contextOf(
  server: ModelServer,
  { modelId, systemPrompt, messages, partial }: ChatRequest,
  now: () => number,
): FailureContext {
  const texts = [systemPrompt, ...messages.map(({ text }) => text), partial]
  return { ...server, modelId, texts, now }
}

/** Codes whose own sentence says all; the server's words about a key may hold a part of it. */
const neverQuoted: ReadonlySet<FailureCode> = new Set([
  'key-missing',
  'key-rejected',
  'not-a-model-server',
  'proxy-refused',
])

/** The failure behind anything that was thrown while a server was asked. */
export function failureOfError(error: unknown, context: FailureContext): Failure {
  const refusal = refusalIn(error)
  if (refusal !== null) return failureOfRefusal(refusal, context)
  if (error instanceof SyntaxError) return failureFor('malformed', context)
  return failureFor(networkTrouble(error) ?? 'internal', context)
}

/** The failure behind a status that is no success. */
function failureOfRefusal(refusal: RefusedResponse, context: FailureContext): Failure {
  const { status, headers, body } = refusal
  const explanation = explainErrorText(body)
  const isWebPage = body.trimStart().startsWith('<')
  const code = codeOfExplanation(explanation) ?? codeOfStatus(status)
  if (code === 'key-rejected' && context.key === null) return failureFor('key-missing', context)
  if (code === 'not-a-model-server' && isWebPage)
    return failureFor(code, context, specialSentences.webPage(context))
  if (code === 'too-large')
    return failureFor(code, context, specialSentences.questionTooLarge(context))
  const failure = withQuote(failureFor(code, context), explanation, context)
  const wait = failure.retryable ? retryAfter(headers, context.now()) : undefined
  return wait === undefined ? failure : { ...failure, retryAfterMs: wait }
}

/** The failure behind an answer that came with status 200. */
export function failureOfAnswer(problem: AnswerProblem, context: FailureContext): Failure {
  switch (problem) {
    case 'web-page':
      return failureFor('not-a-model-server', context, specialSentences.webPage(context))
    case 'no-completion':
      return failureFor('not-a-model-server', context)
    case 'answer-differs':
      return failureFor('malformed', context, specialSentences.answerDiffers(context))
    case 'truncated':
    case 'malformed':
    case 'too-large':
    case 'content-filtered':
      return failureFor(problem, context)
    default: {
      const explanation = explainErrorBody(problem.errorBody)
      return withQuote(failureFor(codeOfStreamedError(explanation), context), explanation, context)
    }
  }
}

function withQuote(
  failure: Failure,
  { message }: ErrorExplanation,
  context: FailureContext,
): Failure {
  if (neverQuoted.has(failure.code)) return failure
  const quote = quotedExplanation(message, context)
  return quote === '' ? failure : { ...failure, message: `${failure.message} It said: “${quote}”` }
}

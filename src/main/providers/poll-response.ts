import type { DescribeProblem } from './answer-body'
import { type FailureContext, failureOfAnswer } from './classify-failure'
import { endOfError } from './end-of-error'
import { isErrorBody } from './error-explanation'
import { failureFor, specialSentences } from './failure-sentences'
import type { ProviderEnd, ProviderEvent } from './provider'
import { readJsonBody } from './read-json-body'
import { refusalIn } from './refused-response'
import { readEnding } from './response-ending'
import { type ResponseObject, readResponseObject } from './response-object'
import type { Wait } from './surroundings'

/** In milliseconds; they grow by half each time. */
const firstPause = 1000
const longestPause = 5000

export interface Polling {
  /** Asks for the whole response, as it is now. */
  readonly retrieve: () => Promise<Response>
  /** The text that was received before. */
  readonly known: string
  readonly context: FailureContext
  readonly wait: Wait
  /** Whether an answer that still waits in the queue is to be given up. */
  readonly isOverdue: () => boolean
  /** Tells the server that it is given up. */
  readonly cancel: () => void
  readonly signal: AbortSignal
}

/**
 * Asks for a kept answer again and again until it has ended, then yields what was missing and its end.
 * Text comes at the end only: no cursor would say how much of it has come.
 */
export async function* pollResponse(
  polling: Polling,
): AsyncGenerator<ProviderEvent, void, undefined> {
  const { known, context, wait, isOverdue, cancel, signal } = polling
  const describe: DescribeProblem = (problem) => failureOfAnswer(problem, context)
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const response = await ask(polling)
    if ('type' in response) {
      yield response
      return
    }
    const { events, word } = readEnding(response, { text: known, isResumed: true }, describe)
    if (word !== null) {
      yield* events
      yield word
      return
    }
    if (response.status === 'queued' && isOverdue()) {
      cancel()
      const sentence = specialSentences.neverBegun(context)
      const failure = failureFor('timed-out', context, sentence)
      yield { type: 'failed', failure, cursorLost: true }
      return
    }
    yield { type: 'activity' }
    await wait(pause, signal)
  }
}

async function ask({ retrieve, context, signal }: Polling): Promise<ResponseObject | ProviderEnd> {
  if (signal.aborted) return { type: 'aborted' }
  try {
    const body = await readJsonBody(await retrieve())
    if (signal.aborted) return { type: 'aborted' }
    if (body.kind !== 'json')
      return { type: 'failed', failure: failureOfAnswer(body.kind, context) }
    const response = readResponseObject(body.value)
    if (response !== null) return response
    const problem = isErrorBody(body.value) ? { errorBody: body.value } : 'no-completion'
    return { type: 'failed', failure: failureOfAnswer(problem, context) }
  } catch (error) {
    return endOfKeptAnswer(error, endOfError(error, context, signal, false), context)
  }
}

/** The end of a request for a kept answer: that it is not there is no mistake in the settings. */
export function endOfKeptAnswer(
  error: unknown,
  end: ProviderEnd,
  context: FailureContext,
): ProviderEnd {
  const status = refusalIn(error)?.status
  if (end.type !== 'failed' || (status !== 404 && status !== 410)) return end
  const sentence = specialSentences.answerNotKept(context)
  const failure = failureFor('connection-lost', context, sentence)
  return { ...end, failure, cursorLost: true }
}

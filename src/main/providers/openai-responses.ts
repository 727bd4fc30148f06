import {
  continuationFormOf,
  continuationOf,
  continuesExactly,
} from '../answers/continuation/continuation-form'
import { contextOf, failureOfAnswer } from './classify-failure'
import { receiveKeptAnswer } from './kept-answer'
import type { ModelServer } from './model-server'
import type { Provider } from './provider'
import { receiveAnswer } from './receive-answer'
import { responseCalls } from './response-calls'
import { createResponsesAnswer } from './responses-answer'
import type { Surroundings } from './surroundings'

export interface ResponsesOptions {
  /** Whether the server stores answers and goes on with them by itself, so that they can be resumed. */
  readonly background: boolean
  /** How long an answer may wait in the server's queue, in milliseconds. */
  readonly queuePatience?: number
  readonly continuation?: typeof continuationOf
}

const usualQueuePatience = 5 * 60_000

/** A provider over the Responses API of any server that speaks it. */
export function createOpenAiResponses(
  server: ModelServer,
  surroundings: Surroundings,
  options: ResponsesOptions,
): Provider {
  const { background, queuePatience = usualQueuePatience, continuation = continuationOf } = options
  return {
    continuesExactly: continuesExactly(continuationFormOf(server.baseUrl)),
    keepsAnswers: background,
    stream(request, signal) {
      const { cursor, partial, streaming } = request
      const isKept = background || cursor !== null
      const context = contextOf(server, request, surroundings.now)
      const answer = createResponsesAnswer({
        isKept,
        cursor,
        known: cursor === null ? '' : partial,
        describe: (problem) => failureOfAnswer(problem, context),
      })
      const calls = responseCalls({ server, surroundings, request, background, continuation })
      const { wait } = surroundings
      return isKept
        ? receiveKeptAnswer({ calls, answer, request, context, wait, queuePatience, signal })
        : receiveAnswer({
            send: () => calls.create(signal),
            body: answer.body,
            streaming,
            context,
            wait,
            signal,
          })
    },
  }
}

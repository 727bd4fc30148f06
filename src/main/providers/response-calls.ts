import type OpenAI from 'openai'
import type { ServerCursor } from '../../shared/stream/stream-event'
import type { continuationOf } from '../answers/continuation/continuation-form'
import type { ModelServer } from './model-server'
import { openClient } from './open-client'
import type { ChatRequest } from './provider'
import type { Surroundings } from './surroundings'

/** What can be asked of a server that speaks the Responses API. */
export interface ResponseCalls {
  create(signal: AbortSignal): Promise<Response>
  /** The events after the cursor. */
  follow(cursor: ServerCursor, signal: AbortSignal): Promise<Response>
  /** The whole response as it is now. */
  retrieve(responseId: string, signal: AbortSignal): Promise<Response>
  /** Best effort: ends an answer that the server would go on with by itself. Never rejects. */
  cancel(responseId: string): Promise<void>
}

/** How long a server may take to hear that an answer is to end, in milliseconds. */
const patienceForCancelling = 5000

export function responseCalls(options: {
  readonly server: ModelServer
  readonly surroundings: Surroundings
  readonly request: ChatRequest
  readonly background: boolean
  readonly continuation: typeof continuationOf
}): ResponseCalls {
  const { server, surroundings, request, background, continuation } = options
  const responses = () => openClient(server, surroundings).responses
  return {
    create: (signal) =>
      responses()
        .create(bodyOf(server.baseUrl, request, background, continuation), { signal })
        .asResponse(),
    follow: ({ responseId, sequenceNumber }, signal) =>
      responses()
        .retrieve(responseId, { stream: true, starting_after: sequenceNumber }, { signal })
        .asResponse(),
    retrieve: (responseId, signal) => responses().retrieve(responseId, {}, { signal }).asResponse(),
    async cancel(responseId) {
      const over = new AbortController()
      void surroundings.wait(patienceForCancelling, over.signal).then(() => over.abort())
      try {
        const answer = await responses().cancel(responseId, { signal: over.signal }).asResponse()
        await answer.body?.cancel()
      } catch {
        // It may have ended meanwhile, or the network may be gone: nothing more can be done.
      } finally {
        over.abort()
      }
    },
  }
}

function bodyOf(
  baseUrl: string,
  { modelId, messages, systemPrompt, temperature, streaming, partial }: ChatRequest,
  background: boolean,
  continuation: typeof continuationOf,
): OpenAI.Responses.ResponseCreateParams {
  // The fields of a continuation are those of Chat Completions.
  const goingOn = partial === '' ? [] : continuation(baseUrl, partial).messages
  return {
    model: modelId,
    input: [
      ...messages.map(({ role, text }) => ({ role, content: text })),
      ...goingOn.map(({ role, content }) => ({ role, content })),
    ],
    store: background,
    ...(background ? { background } : {}),
    ...(streaming ? { stream: true } : {}),
    ...(systemPrompt === '' ? {} : { instructions: systemPrompt }),
    ...(temperature === null ? {} : { temperature }),
  }
}

import type OpenAI from 'openai'
import {
  continuationFormOf,
  continuationOf,
  continuesExactly,
} from '../answers/continuation/continuation-form'
import { createChatAnswer } from './chat-answer'
import { contextOf, failureOfAnswer } from './classify-failure'
import type { ModelServer } from './model-server'
import { openClient } from './open-client'
import type { ChatRequest, Provider } from './provider'
import { receiveAnswer } from './receive-answer'
import { refusalIn } from './refused-response'
import { refusedPart } from './stream-refusal'
import type { Surroundings } from './surroundings'

type PlainBody = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming

/** A provider over Chat Completions of any server that speaks them. */
export function createOpenAiChat(
  server: ModelServer,
  surroundings: Surroundings,
  continuation: typeof continuationOf = continuationOf,
): Provider {
  return {
    continuesExactly: continuesExactly(continuationFormOf(server.baseUrl)),
    keepsAnswers: false,
    stream(request, signal) {
      const context = contextOf(server, request, surroundings.now)
      const { streaming } = request
      return receiveAnswer({
        async send() {
          const plain = plainBody(server.baseUrl, request, continuation)
          return sendChat(openClient(server, surroundings), plain, streaming, signal)
        },
        body: createChatAnswer((problem) => failureOfAnswer(problem, context)),
        streaming,
        context,
        wait: surroundings.wait,
        signal,
      })
    },
  }
}

function plainBody(
  baseUrl: string,
  { modelId, messages, systemPrompt, temperature, partial }: ChatRequest,
  continuation: typeof continuationOf,
): PlainBody {
  const goingOn = partial === '' ? { messages: [], fields: {} } : continuation(baseUrl, partial)
  return {
    ...goingOn.fields,
    model: modelId,
    messages: [
      ...(systemPrompt === '' ? [] : [{ role: 'system' as const, content: systemPrompt }]),
      ...messages.map(({ role, text }) => ({ role, content: text })),
      ...goingOn.messages,
    ],
    ...(temperature === null ? {} : { temperature }),
  }
}

/** A server that refuses only the options of a stream is asked again at once, without them. */
async function sendChat(
  client: OpenAI,
  plain: PlainBody,
  streaming: boolean,
  signal: AbortSignal,
): Promise<Response> {
  const completions = client.chat.completions
  if (!streaming) return completions.create(plain, { signal }).asResponse()
  const streamed = { ...plain, stream: true as const }
  try {
    return await completions
      .create({ ...streamed, stream_options: { include_usage: true } }, { signal })
      .asResponse()
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === null || refusedPart(refusal) !== 'stream-options') throw error
    return completions.create(streamed, { signal }).asResponse()
  }
}

import { type ChatAnswer, createChatAnswer } from './chat-answer'
import { type FailureContext, failureOfAnswer, failureOfError } from './classify-failure'
import { failureFor, specialSentences } from './failure-sentences'
import { canBeSent, type ModelServer } from './model-server'
import { openClient } from './open-client'
import type { ChatRequest, Provider, ProviderEvent } from './provider'
import type { Surroundings } from './surroundings'

/** After the word of completion, how long to wait for the usage of a server that keeps the line open. */
const patienceForUsage = 1000
/** After `[DONE]`, how long to wait for the end of the body, so that the connection can be used again. */
const patienceForTheEnd = 100

/** A provider over Chat Completions of any server that speaks them. */
export function createOpenAiChat(server: ModelServer, surroundings: Surroundings): Provider {
  return {
    keepsAnswers: false,
    stream: (request, signal) => streamChat(server, surroundings, request, signal),
  }
}

/**
 * The package makes the request; the body is read here, because the package's own reader fails on
 * empty events, has no limit on size, and does not tell a cut stream from a complete one.
 */
async function* streamChat(
  server: ModelServer,
  surroundings: Surroundings,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ProviderEvent, void, undefined> {
  const context: FailureContext = {
    name: server.name,
    baseUrl: server.baseUrl,
    key: server.key,
    modelId: request.modelId,
    texts: [request.systemPrompt, ...request.messages.map(({ text }) => text)],
    now: surroundings.now,
  }
  const answer = createChatAnswer((problem) => failureOfAnswer(problem, context))
  if (server.key !== null && !canBeSent(server.key)) {
    const sentence = specialSentences.keyUnusable(context)
    yield { type: 'failed', failure: failureFor('key-rejected', context, sentence) }
    return
  }
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  try {
    if (!signal.aborted) {
      const response = await send(server, surroundings, request, signal)
      yield { type: 'opened' }
      reader = response.body?.getReader()
      if (reader !== undefined) yield* readAnswer(reader, answer, surroundings)
    }
    if (answer.phase === 'ended') return
    yield* signal.aborted ? answer.closeWith({ type: 'aborted' }) : answer.close()
  } catch (error) {
    yield* answer.closeWith(
      signal.aborted
        ? { type: 'aborted' }
        : { type: 'failed', failure: failureOfError(error, context) },
    )
  } finally {
    reader?.cancel().catch(() => {})
  }
}

function send(
  server: ModelServer,
  surroundings: Surroundings,
  { modelId, messages, systemPrompt, temperature }: ChatRequest,
  signal: AbortSignal,
): Promise<Response> {
  return openClient(server, surroundings)
    .chat.completions.create(
      {
        model: modelId,
        messages: [
          ...(systemPrompt === '' ? [] : [{ role: 'system' as const, content: systemPrompt }]),
          ...messages.map(({ role, text }) => ({ role, content: text })),
        ],
        stream: true,
        stream_options: { include_usage: true },
        ...(temperature === null ? {} : { temperature }),
      },
      { signal },
    )
    .asResponse()
}

/** Yields until the body ends, fails, or nothing of use can follow. */
async function* readAnswer(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  answer: ChatAnswer,
  { wait }: Surroundings,
): AsyncGenerator<ProviderEvent, void, undefined> {
  const over = new AbortController()
  const late = (milliseconds: number) => wait(milliseconds, over.signal).then(() => null)
  let patience: Promise<null> | null = null
  let phase: ChatAnswer['phase'] = 'open'
  try {
    while (phase !== 'ended') {
      const next = reader.read()
      const read = patience === null ? await next : await Promise.race([next, patience])
      if (read === null || read.done) return
      yield* answer.push(read.value)
      if (answer.phase === phase) continue
      phase = answer.phase
      patience = late(phase === 'done' ? patienceForTheEnd : patienceForUsage)
    }
  } finally {
    over.abort()
  }
}

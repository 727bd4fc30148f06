import type { ModelServer as ServerToAsk } from '../../../src/main/providers/model-server'
import { createOpenAiChat } from '../../../src/main/providers/openai-chat'
import {
  createOpenAiResponses,
  type ResponsesOptions,
} from '../../../src/main/providers/openai-responses'
import type { ChatRequest, ProviderEvent } from '../../../src/main/providers/provider'
import type { Surroundings, Wait } from '../../../src/main/providers/surroundings'

/** A key that no failure, no foreign request and no log may hold. */
export const canaryKey = 'sk-canary-Zk7Qv93LmT0pXw5RbN2d'

/** A wait that ends only when it is called off: proof that nothing took time. */
export const endlessWait: Wait = (_, signal) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()))

export function realSurroundings(changes: Partial<Surroundings> = {}): Surroundings {
  return { fetch, wait: endlessWait, now: () => 0, version: '0.1.0', ...changes }
}

export const question: ChatRequest = {
  modelId: 'fake-model',
  messages: [{ role: 'user', text: 'What is a rivulet?' }],
  systemPrompt: '',
  temperature: null,
  streaming: true,
  partial: '',
  cursor: null,
}

export interface AskOptions extends Partial<ServerToAsk> {
  readonly request?: Partial<ChatRequest>
  readonly signal?: AbortSignal
  readonly surroundings?: Partial<Surroundings>
  /** Speaks the Responses API, so set up; without this, Chat Completions. */
  readonly responses?: ResponsesOptions
}

export function streamFrom(
  baseUrl: string,
  { request, signal, surroundings, responses, ...server }: AskOptions = {},
): AsyncIterable<ProviderEvent> {
  const asked = { name: 'Fake', baseUrl, key: canaryKey, ...server }
  const provider =
    responses === undefined
      ? createOpenAiChat(asked, realSurroundings(surroundings))
      : createOpenAiResponses(asked, realSurroundings(surroundings), responses)
  return provider.stream({ ...question, ...request }, signal ?? new AbortController().signal)
}

/** All events of one answer, without the signs of life: how many there are is up to the network. */
export async function ask(
  baseUrl: string,
  options?: AskOptions,
): Promise<readonly ProviderEvent[]> {
  const events: ProviderEvent[] = []
  for await (const event of streamFrom(baseUrl, options))
    if (event.type !== 'activity') events.push(event)
  return events
}

export function textOf(events: readonly ProviderEvent[]): string {
  return events.map((event) => (event.type === 'text' ? event.text : '')).join('')
}

/** The end in one word: `completed stop`, `aborted`, `failed truncated`. Throws unless there is exactly one, last. */
export function endOf(events: readonly ProviderEvent[]): string {
  const ends = events.flatMap((event, index) => {
    if (event.type === 'completed') return [{ index, word: `completed ${event.finishReason}` }]
    if (event.type === 'aborted') return [{ index, word: 'aborted' }]
    if (event.type === 'failed') return [{ index, word: `failed ${event.failure.code}` }]
    return []
  })
  const [end, ...more] = ends
  if (end === undefined || more.length > 0 || end.index !== events.length - 1)
    throw new Error(`Not exactly one end, last: ${JSON.stringify(events)}`)
  return end.word
}

/** The sentence of the failure at the end. */
export function failureOf(events: readonly ProviderEvent[]) {
  const last = events.at(-1)
  if (last?.type !== 'failed') throw new Error(`No failure: ${JSON.stringify(last)}`)
  return last.failure
}

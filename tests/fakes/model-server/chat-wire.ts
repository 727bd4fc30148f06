import { event, type Reply, type Step, send, streamHead } from './steps'

/** Chat Completions as OpenAI sends them, a chunk a function. */
export interface ChunkFields {
  readonly delta?: unknown
  readonly finishReason?: string | null
  readonly usage?: unknown
  readonly choices?: readonly unknown[]
}

export function chunk({ delta = {}, finishReason = null, usage, choices }: ChunkFields): object {
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'fake-model',
    choices: choices ?? [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    ...(usage === undefined ? {} : { usage }),
  }
}

export function textEvent(text: string): Step {
  return event(chunk({ delta: { content: text } }))
}

export function finishEvent(finishReason = 'stop'): Step {
  return event(chunk({ finishReason }))
}

export function usageEvent(inputTokens: number, outputTokens: number): Step {
  return event(
    chunk({
      choices: [],
      usage: {
        prompt_tokens: inputTokens,
        completion_tokens: outputTokens,
        total_tokens: inputTokens + outputTokens,
      },
    }),
  )
}

export function doneEvent(): Step {
  return send('data: [DONE]\n\n')
}

export interface HealthyEnding {
  readonly finishReason?: string
  readonly inputTokens?: number
  readonly outputTokens?: number
}

/** What ends a healthy stream: finish reason, usage, `[DONE]`. */
export function ending(options: HealthyEnding = {}): Reply {
  const { finishReason = 'stop', inputTokens = 11, outputTokens = 7 } = options
  return [finishEvent(finishReason), usageEvent(inputTokens, outputTokens), doneEvent()]
}

/** A healthy streamed answer, an event a piece. */
export function textReply(pieces: readonly string[], options: HealthyEnding = {}): Reply {
  return [
    streamHead(),
    event(chunk({ delta: { role: 'assistant', content: '' } })),
    ...pieces.map(textEvent),
    ...ending(options),
  ]
}

/** The text of a whole completion, as a server without streams sends it. */
export function completion(text: string, finishReason: string | null = 'stop'): object {
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    model: 'fake-model',
    choices: [
      { index: 0, message: { role: 'assistant', content: text }, finish_reason: finishReason },
    ],
    usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
  }
}

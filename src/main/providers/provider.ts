import type { Failure } from '../../shared/stream/failure'
import type { FinishReason, ServerCursor, Usage } from '../../shared/stream/stream-event'

export interface ChatMessage {
  readonly role: 'user' | 'assistant'
  readonly text: string
}

export interface ChatRequest {
  readonly modelId: string
  /** Oldest first; the last one is the question. */
  readonly messages: readonly ChatMessage[]
  /** Empty: none is sent. */
  readonly systemPrompt: string
  /** Null: the provider's own. */
  readonly temperature: number | null
  /** False: a plain request, whose whole answer comes as one text. */
  readonly streaming: boolean
  /** The answer so far, which the model is to continue; empty for a new one. */
  readonly partial: string
  /** Where a server that keeps the answer is to go on; only for a provider that `keepsAnswers`. */
  readonly cursor: ServerCursor | null
}

/** What a server's headers say of one of its limits. Times are milliseconds since the epoch. */
export interface RateLimit {
  readonly limit: number | null
  readonly remaining: number | null
  readonly resetAt: number | null
}

export interface RateLimits {
  readonly requests: RateLimit | null
  readonly tokens: RateLimit | null
}

export type ProviderEnd =
  /** Only after the provider's own word of completion. */
  | { readonly type: 'completed'; readonly finishReason: FinishReason }
  /** The signal was aborted. */
  | { readonly type: 'aborted' }
  | {
      readonly type: 'failed'
      readonly failure: Failure
      readonly limits?: RateLimits
      /** The server refuses streams; a plain request may be answered. */
      readonly streamRefused?: boolean
      /** The server does not keep the answer of the cursor any more. */
      readonly cursorLost?: boolean
    }

export type ProviderEvent =
  /** The server has accepted the request; text may follow. */
  | { readonly type: 'opened'; readonly limits?: RateLimits }
  /** Bytes came that carry nothing to show, such as a comment that keeps the line alive. */
  | { readonly type: 'activity' }
  /** What came before this is kept by the server, which can go on after it. */
  | { readonly type: 'cursor'; readonly cursor: ServerCursor }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'usage'; readonly usage: Usage }
  | ProviderEnd

export function isProviderEnd(event: ProviderEvent): event is ProviderEnd {
  return event.type === 'completed' || event.type === 'aborted' || event.type === 'failed'
}

/**
 * The port to a model. `stream` never throws: it yields events, then exactly one {@link ProviderEnd}
 * and nothing after it, whatever the server does. Aborting the signal ends the request on the wire.
 */
export interface Provider {
  /** Whether the server keeps a running answer, so that a cursor can be gone on from. */
  readonly keepsAnswers: boolean
  /** Whether a model goes on within its own message when it is given a partial answer, and so has no cause to repeat itself. */
  readonly continuesExactly?: boolean
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ProviderEvent>
}

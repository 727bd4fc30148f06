import type { Failure } from '../../shared/stream/failure'
import type { FinishReason, Usage } from '../../shared/stream/stream-event'

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
}

export type ProviderEnd =
  /** Only after the provider's own word of completion. */
  | { readonly type: 'completed'; readonly finishReason: FinishReason }
  /** The signal was aborted. */
  | { readonly type: 'aborted' }
  | { readonly type: 'failed'; readonly failure: Failure }

export type ProviderEvent =
  /** The server has accepted the request; text may follow. */
  | { readonly type: 'opened' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'usage'; readonly usage: Usage }
  | ProviderEnd

/**
 * The port to a model. `stream` never throws: it yields events, then exactly one {@link ProviderEnd}
 * and nothing after it, whatever the server does. Aborting the signal ends the request on the wire.
 */
export interface Provider {
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ProviderEvent>
}

import type { ModelReference } from '../providers/provider'
import type { Failure } from './failure'

/** Tokens as the provider counted them. */
export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
}

/** A place in an answer that the server keeps: after this event it can go on. */
export interface ServerCursor {
  readonly responseId: string
  readonly sequenceNumber: number
}

/** The provider's own word for why it ended. `other`: a word that we do not know. */
export type FinishReason = 'stop' | 'length' | 'tool-calls' | 'other'

/**
 * `rate-limit`: the provider allows no more for now; `retry`: an attempt failed and the next one is
 * put off; `network`: there is none; `turn`: others of ours are asked first.
 */
export type WaitingReason = 'rate-limit' | 'retry' | 'network' | 'turn'

/** What an answer that has not ended is doing. */
export type RunningState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'streaming' }
  | { readonly kind: 'stalled'; readonly since: number }
  /** `until` in milliseconds since the epoch; null where nobody can know. */
  | { readonly kind: 'waiting'; readonly reason: WaitingReason; readonly until: number | null }
  | { readonly kind: 'resuming' }
  | { readonly kind: 'falling-back'; readonly to: ModelReference }

export type AnswerEnd =
  | { readonly type: 'answer-completed'; readonly finishReason: FinishReason }
  | { readonly type: 'answer-stopped' }
  /** It can go on. `restartedAs`: the model started over, and what it says now is that answer. */
  | { readonly type: 'answer-interrupted'; readonly restartedAs?: string }
  | { readonly type: 'answer-failed'; readonly failure: Failure }

/**
 * The grammar: `answer-started` first (and again when a further attempt or another model begins), then
 * anything but an end, then exactly one {@link AnswerEnd}.
 * The concatenated text deltas are the answer.
 */
export type AnswerEvent =
  | { readonly type: 'answer-started'; readonly model: ModelReference; readonly attempt: number }
  | { readonly type: 'text-delta'; readonly text: string }
  | { readonly type: 'reasoning-delta'; readonly text: string }
  | { readonly type: 'usage-updated'; readonly usage: Usage }
  | { readonly type: 'state-changed'; readonly state: RunningState }
  /** An attempt came to nothing; the answer goes on with another. */
  | { readonly type: 'attempt-failed'; readonly failure: Failure }
  /** From this offset (UTF-16 units of the text) the answer went on after an interruption. */
  | { readonly type: 'seam-marked'; readonly offset: number }
  | AnswerEnd

/** An event on its way to a window. */
export interface NumberedEvent {
  readonly answerId: string
  /** Rises by one from event to event of an answer, starting at 1. */
  readonly sequence: number
  /** When main saw it, in milliseconds since the epoch. */
  readonly at: number
  readonly event: AnswerEvent
}

export function isEnd(event: AnswerEvent): event is AnswerEnd {
  return (
    event.type === 'answer-completed' ||
    event.type === 'answer-stopped' ||
    event.type === 'answer-interrupted' ||
    event.type === 'answer-failed'
  )
}

import { assertNever } from '../assert-never'
import type { ModelReference } from '../providers/provider'
import type { Failure } from './failure'
import type { FinishReason, NumberedEvent, RunningState, Usage } from './stream-event'

/** An attempt that came to nothing while the answer went on. */
export interface FailedAttempt {
  readonly model: ModelReference
  readonly failure: Failure
  readonly at: number
}

export type AnswerState =
  | RunningState
  | { readonly kind: 'complete'; readonly finishReason: FinishReason }
  | { readonly kind: 'stopped' }
  /** `restartedAs`: see {@link AnswerEnd}. */
  | { readonly kind: 'interrupted'; readonly restartedAs?: string }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** An answer as far as it is known. Times are milliseconds since the epoch. */
export interface Answer {
  readonly id: string
  readonly model: ModelReference
  readonly attempt: number
  readonly state: AnswerState
  readonly text: string
  readonly reasoning: string
  /** Offsets in the text where it went on after an interruption. */
  readonly seams: readonly number[]
  readonly failedAttempts: readonly FailedAttempt[]
  /** Pieces of text as they reached the window, at most one a frame; not stored. */
  readonly chunks: number
  readonly usage: Usage | null
  readonly startedAt: number
  readonly firstTextAt: number | null
  readonly endedAt: number | null
  /** The last event that is contained in this value. */
  readonly sequence: number
}

export function newAnswer(id: string, model: ModelReference, startedAt: number): Answer {
  return {
    id,
    model,
    attempt: 1,
    state: { kind: 'connecting' },
    text: '',
    reasoning: '',
    seams: [],
    failedAttempts: [],
    chunks: 0,
    usage: null,
    startedAt,
    firstTextAt: null,
    endedAt: null,
    sequence: 0,
  }
}

export function isRunning(state: AnswerState): state is RunningState {
  switch (state.kind) {
    case 'connecting':
    case 'streaming':
    case 'stalled':
    case 'waiting':
    case 'resuming':
    case 'falling-back':
      return true
    case 'complete':
    case 'stopped':
    case 'interrupted':
    case 'failed':
      return false
    default:
      return assertNever(state)
  }
}

/**
 * (answer, event) → answer, the same on both sides of the wall. An event that the answer already
 * contains, and any event after the end, leaves it as it is, so a late subscriber can apply a
 * snapshot and the tail in any overlap.
 */
export function reduceAnswer(answer: Answer, numbered: NumberedEvent): Answer {
  if (numbered.sequence <= answer.sequence || !isRunning(answer.state)) return answer
  const { event, at, sequence } = numbered
  switch (event.type) {
    case 'answer-started':
      return { ...answer, sequence, model: event.model, attempt: event.attempt }
    case 'text-delta':
      return {
        ...answer,
        sequence,
        text: answer.text + event.text,
        chunks: answer.chunks + 1,
        firstTextAt: answer.firstTextAt ?? at,
      }
    case 'reasoning-delta':
      return { ...answer, sequence, reasoning: answer.reasoning + event.text }
    case 'usage-updated':
      return { ...answer, sequence, usage: event.usage }
    case 'state-changed':
      return { ...answer, sequence, state: event.state }
    case 'attempt-failed':
      return {
        ...answer,
        sequence,
        failedAttempts: [
          ...answer.failedAttempts,
          { model: answer.model, failure: event.failure, at },
        ],
      }
    case 'seam-marked':
      return { ...answer, sequence, seams: [...answer.seams, event.offset] }
    case 'answer-completed':
      return {
        ...answer,
        sequence,
        endedAt: at,
        state: { kind: 'complete', finishReason: event.finishReason },
      }
    case 'answer-stopped':
      return { ...answer, sequence, endedAt: at, state: { kind: 'stopped' } }
    case 'answer-interrupted':
      return {
        ...answer,
        sequence,
        endedAt: at,
        state:
          event.restartedAs === undefined
            ? { kind: 'interrupted' }
            : { kind: 'interrupted', restartedAs: event.restartedAs },
      }
    case 'answer-failed':
      return {
        ...answer,
        sequence,
        endedAt: at,
        state: { kind: 'failed', failure: event.failure },
      }
    default:
      return assertNever(event)
  }
}

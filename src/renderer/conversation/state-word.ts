import { assertNever } from '../../shared/assert-never'
import type { AnswerState } from '../../shared/stream/reduce-answer'
import type { WaitingReason } from '../../shared/stream/stream-event'
import { modelName } from './model-name'

/** What an answer is doing, or how it ended, in a word or a few. `now` as in `Answer`. */
export function stateWord(state: AnswerState, now: number): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting'
    case 'streaming':
      return 'Streaming'
    case 'stalled':
      return `Stalled for ${seconds(now - state.since)}`
    case 'waiting':
      return waitingWord(state.reason, state.until === null ? null : seconds(state.until - now))
    case 'resuming':
      return 'Resuming'
    case 'falling-back':
      return `Going on with ${modelName(state.to)}`
    case 'complete':
      return state.finishReason === 'length' ? 'Cut at the length limit' : 'Complete'
    case 'stopped':
      return 'Stopped'
    case 'interrupted':
      return state.restartedAs === undefined ? 'Interrupted' : 'Interrupted, then started over'
    case 'failed':
      return 'Failed'
    default:
      return assertNever(state)
  }
}

function waitingWord(reason: WaitingReason, left: string | null): string {
  const waiting = left === null ? 'Waiting' : `Waiting ${left}`
  switch (reason) {
    case 'rate-limit':
      return `${waiting}, rate limit`
    case 'retry':
      return `${waiting}, then trying again`
    case 'network':
      return 'Waiting for the network'
    case 'turn':
      return `${waiting} for its turn`
    default:
      return assertNever(reason)
  }
}

function seconds(milliseconds: number): string {
  return `${Math.max(0, Math.ceil(milliseconds / 1000)).toLocaleString('en')} s`
}

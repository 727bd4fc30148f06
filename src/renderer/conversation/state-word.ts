import { assertNever } from '../../shared/assert-never'
import type { AnswerState } from '../../shared/stream/reduce-answer'
import { modelName } from './model-name'

/** What an answer is doing, or how it ended, in a word or a few. `now` as in `Answer`. */
export function stateWord(state: AnswerState, now: number): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting'
    case 'streaming':
      return 'Streaming'
    case 'stalled':
      return `Stalled for ${seconds(now - state.since)} s`
    case 'waiting':
      return `Waiting ${seconds(state.until - now)} s, ${state.reason}`
    case 'resuming':
      return 'Resuming'
    case 'falling-back':
      return `Going on with ${modelName(state.to)}`
    case 'complete':
      return state.finishReason === 'length' ? 'Complete, cut at the length limit' : 'Complete'
    case 'stopped':
      return 'Stopped'
    case 'interrupted':
      return 'Interrupted'
    case 'failed':
      return 'Failed'
    default:
      return assertNever(state)
  }
}

function seconds(milliseconds: number): number {
  return Math.max(0, Math.ceil(milliseconds / 1000))
}

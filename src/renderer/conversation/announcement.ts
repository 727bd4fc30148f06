import { type Answer, type AnswerState, isRunning } from '../../shared/stream/reduce-answer'
import { emptyNotice, isCompleteAndEmpty } from './empty-answer'
import { sentencesAfter } from './sentences'
import { stateWord } from './state-word'

/** How far an answer has been read aloud. */
export interface Heard {
  /** In its text. */
  readonly position: number
  readonly state: AnswerState
  readonly seams: number
}

export function heardOf({ text, state, seams }: Answer): Heard {
  return { position: text.length, state, seams: seams.length }
}

/** What is new since, each state and each seam once; empty when there is nothing. */
export function announce(
  heard: Heard,
  answer: Answer,
  now: number,
): { readonly spoken: string; readonly heard: Heard } {
  const { state, seams, text } = answer
  const sentences = sentencesAfter(text, heard.position, !isRunning(state))
  const parts = [
    seams.length > heard.seams && 'Resumed here.',
    sentences.spoken,
    isNews(heard.state, state) && stateWord(state, now),
    isNews(heard.state, state) && isCompleteAndEmpty(answer) && emptyNotice,
  ]
  return {
    spoken: parts.filter(Boolean).join(' '),
    heard: { position: sentences.end, state, seams: seams.length },
  }
}

function isNews(before: AnswerState, state: AnswerState): boolean {
  switch (state.kind) {
    case 'connecting':
    case 'streaming':
      return false
    case 'stalled':
      return before.kind !== 'stalled' || before.since !== state.since
    case 'waiting':
      return before.kind !== 'waiting' || before.reason !== state.reason
    default:
      return before.kind !== state.kind
  }
}

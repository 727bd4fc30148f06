import type { Checkpoint } from '../../../src/main/history/history'
import type { Question } from '../../../src/shared/conversation/conversation'
import { type Answer, newAnswer } from '../../../src/shared/stream/reduce-answer'

export const model = { providerId: 'openai', modelId: 'gpt-5.2' }

/** The question `<name>-question` and its answer's identifier `<name>-answer`. */
export function questionOf(
  conversationId: string,
  name: string,
  text: string,
  parentId: string | null = null,
): Question {
  return {
    conversationId,
    parentId,
    questionId: `${name}-question`,
    answerId: `${name}-answer`,
    text,
    model,
  }
}

export function begun(name: string, startedAt = 1000): Answer {
  return newAnswer(`${name}-answer`, model, startedAt)
}

export function completed(name: string, text: string, startedAt = 1000): Answer {
  return {
    ...begun(name, startedAt),
    text,
    state: { kind: 'complete', finishReason: 'stop' },
    firstTextAt: startedAt + 100,
    endedAt: startedAt + 200,
  }
}

export function checkpointOf(
  name: string,
  offset: number,
  text: string,
  more: Partial<Pick<Checkpoint, 'reasoning' | 'cursor'>> = {},
): Checkpoint {
  return { answerId: `${name}-answer`, offset, text, reasoning: '', cursor: null, ...more }
}

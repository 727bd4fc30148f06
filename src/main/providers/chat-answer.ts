import type { FinishReason, Usage } from '../../shared/stream/stream-event'
import {
  type AnswerBody,
  createAnswerBody,
  type DescribeProblem,
  type Dialect,
  type Reading,
} from './answer-body'
import { type ChatChunk, readChunk } from './chat-chunk'
import { isErrorBody } from './error-explanation'
import type { ProviderEnd, ProviderEvent } from './provider'
import { createReasoningTags } from './reasoning-tags'

/** The body of an accepted chat request. */
export function createChatAnswer(describe: DescribeProblem): AnswerBody {
  return createAnswerBody(chatDialect(describe), describe)
}

function chatDialect(describe: DescribeProblem): Dialect {
  const tags = createReasoningTags()
  let finished = false
  let usage: Usage | null = null

  const read = (chunk: ChatChunk | null): Reading | null => {
    if (chunk === null) return null
    const events: ProviderEvent[] = []
    let word: ProviderEnd | null = null
    if (chunk.reasoning !== '') events.push({ type: 'reasoning', text: chunk.reasoning })
    events.push(...tags.push(chunk.text))
    if (chunk.finishReason !== null && !finished) {
      finished = true
      word = endOf(chunk.finishReason, describe)
      events.push(...tags.flush())
    }
    if (chunk.usage !== null && !sameUsage(chunk.usage, usage)) {
      usage = chunk.usage
      events.push({ type: 'usage', usage })
    }
    return { events, word }
  }

  return {
    readEvent: (value) => read(readChunk(value, 'delta')),
    readDocument: (value) => (isErrorBody(value) ? null : read(readChunk(value, 'message'))),
    flush: tags.flush,
    afterWord: 'finished',
  }
}

function sameUsage(left: Usage, right: Usage | null): boolean {
  return left.inputTokens === right?.inputTokens && left.outputTokens === right.outputTokens
}

function endOf(word: string, describe: DescribeProblem): ProviderEnd {
  switch (word) {
    case 'content_filter':
      return { type: 'failed', failure: describe('content-filtered') }
    case 'error':
      return { type: 'failed', failure: describe({ errorBody: null }) }
    default:
      return { type: 'completed', finishReason: finishReasonOf(word) }
  }
}

function finishReasonOf(word: string): FinishReason {
  switch (word) {
    case 'stop':
    case 'length':
      return word
    case 'tool_calls':
    case 'function_call':
      return 'tool-calls'
    default:
      return 'other'
  }
}

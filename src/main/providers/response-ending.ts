import type { AnswerProblem, DescribeProblem, Reading } from './answer-body'
import type { ProviderEnd, ProviderEvent } from './provider'
import type { ResponseObject } from './response-object'

/** What was received of an answer before its end. */
export interface Received {
  readonly text: string
  /** Whether the text came in an earlier request: then the server's must be the same. */
  readonly isResumed: boolean
}

/**
 * What a response says about its end: the text that is missing yet, the usage, and the word of the
 * end, which is null while it goes on. A text that went another way than what was received is a
 * failure, not a surprise in the middle of a sentence.
 */
export function readEnding(
  response: ResponseObject,
  { text, isResumed }: Received,
  describe: DescribeProblem,
): Reading {
  const word = endOf(response, describe)
  if (word === null) return { events: [], word }
  const agrees = response.text.startsWith(text)
  if (word.type === 'completed' && isResumed && !agrees && response.text !== '')
    return { events: [], word: lost('answer-differs', describe) }
  const events: ProviderEvent[] = []
  const rest = agrees ? response.text.slice(text.length) : ''
  if (rest !== '') events.push({ type: 'text', text: rest })
  if (response.usage !== null) events.push({ type: 'usage', usage: response.usage })
  return { events, word }
}

function endOf(
  { status, error, callsTools, incompleteReason }: ResponseObject,
  describe: DescribeProblem,
): ProviderEnd | null {
  switch (status) {
    case 'completed':
      return { type: 'completed', finishReason: callsTools ? 'tool-calls' : 'stop' }
    case 'incomplete':
      if (incompleteReason === 'max_output_tokens')
        return { type: 'completed', finishReason: 'length' }
      return lost(
        incompleteReason === 'content_filter' ? 'content-filtered' : 'truncated',
        describe,
      )
    case 'failed':
      return lost({ errorBody: error }, describe)
    case 'cancelled':
      return lost('truncated', describe)
    default:
      return null
  }
}

/** The server will not go on with an answer that has ended so. */
function lost(problem: AnswerProblem, describe: DescribeProblem): ProviderEnd {
  return { type: 'failed', failure: describe(problem), cursorLost: true }
}

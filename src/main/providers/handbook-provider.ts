import { delayAfterPiece, splitIntoPieces } from './handbook/answer-pieces'
import type { ChatRequest, Provider, ProviderEvent } from './provider'
import type { Wait } from './surroundings'

/**
 * The provider that answers from the manual, at the pace of a quick reader.
 *
 * @param answerFromManual the answer to a question, as Markdown
 */
export function createHandbookProvider(
  answerFromManual: (question: string) => string,
  wait: Wait,
): Provider {
  return {
    keepsAnswers: false,
    stream: (request, signal) => streamAnswer(answerFromManual, wait, request, signal),
  }
}

async function* streamAnswer(
  answerFromManual: (question: string) => string,
  wait: Wait,
  { messages }: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ProviderEvent, void, undefined> {
  if (!signal.aborted) yield { type: 'opened' }
  const question = messages.findLast(({ role }) => role === 'user')?.text ?? ''
  for (const text of splitIntoPieces(answerFromManual(question))) {
    if (signal.aborted) break
    yield { type: 'text', text }
    await wait(delayAfterPiece(text), signal)
  }
  yield signal.aborted ? { type: 'aborted' } : { type: 'completed', finishReason: 'stop' }
}

import { explainErrorText } from './error-explanation'
import { codeOfExplanation } from './refusal-code'
import type { RefusedResponse } from './refused-response'

/**
 * What a server refuses of a request for a stream: the stream itself, or only the options that go with
 * it. Null where the refusal is about something else.
 */
export function refusedPart({ status, body }: RefusedResponse): 'stream' | 'stream-options' | null {
  if (status !== 400 && status !== 422) return null
  const explanation = explainErrorText(body)
  if (codeOfExplanation(explanation) !== null) return null
  const { message, parameter } = explanation
  if (/\b(stream_options|include_usage)\b/.test(`${parameter} ${message}`)) return 'stream-options'
  return parameter === 'stream' || /\bstream(s|ed|ing)?\b/i.test(message) ? 'stream' : null
}

import type { ModelReference } from '../../shared/providers/provider'
import type { PastLength } from '../../shared/stream/estimate'
import type { Connection } from './connection'

const mostAnswers = 200

/** Complete answers of a model, the newest first, at most 200. Lengths are in UTF-16 units. */
export function pastLengths(
  connection: Connection,
  { providerId, modelId }: ModelReference,
): readonly PastLength[] {
  const rows = connection
    .prepare(
      `SELECT question.text AS question, answer.text AS answer FROM answers
       CROSS JOIN messages AS answer ON answer.id = answers.message_id
       CROSS JOIN messages AS question ON question.id = answer.parent_id
       WHERE provider_id = ? AND model_id = ? AND state = 'complete'
       ORDER BY started_at DESC LIMIT ${mostAnswers}`,
    )
    // One at a time: 200 long answers at once would be a lot of memory.
    .iterate(providerId, modelId) as Iterable<{ question: string; answer: string }>
  // SQLite counts characters. What its text cannot hold is replaced in it unit by unit.
  return Array.from(rows, ({ question, answer }) => ({
    questionLength: question.length,
    answerLength: answer.length,
  }))
}

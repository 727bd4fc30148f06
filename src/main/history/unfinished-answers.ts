import { type Connection, inTransaction } from './connection'
import type { AutomaticResume, UnfinishedAnswer } from './history'

interface UnfinishedRow extends Omit<UnfinishedAnswer, 'kept'> {
  readonly kept: number
}

/**
 * Those that are to go on, the newest first; not those in deleted conversations. One stays unfinished
 * until it goes on, so that a crash before that loses nothing; the others are not told again.
 */
export function takeUnfinished(
  connection: Connection,
  automaticResume: AutomaticResume,
): readonly UnfinishedAnswer[] {
  const isWanted = ({ kept }: UnfinishedAnswer): boolean =>
    automaticResume === 'always' || (automaticResume === 'when-kept' && kept)
  // A history that cannot be written can still be read: with nothing to clear, nothing is written.
  if (listUnfinished(connection).every(isWanted)) return listUnfinished(connection)
  return inTransaction(connection, () => {
    const unfinished = listUnfinished(connection)
    const clear = connection.prepare('UPDATE answers SET unfinished = 0 WHERE message_id = ?')
    for (const answer of unfinished) if (!isWanted(answer)) clear.run(answer.answerId)
    return unfinished.filter(isWanted)
  })
}

function listUnfinished(connection: Connection): readonly UnfinishedAnswer[] {
  const rows = connection
    .prepare(
      `SELECT conversation_id AS conversationId, message_id AS answerId,
         cursor_response_id IS NOT NULL AS kept
       FROM answers CROSS JOIN messages ON messages.id = answers.message_id
       CROSS JOIN conversations ON conversations.id = messages.conversation_id
       WHERE unfinished = 1 AND deleted_at IS NULL ORDER BY messages.position DESC`,
    )
    .all() as UnfinishedRow[]
  return rows.map(({ conversationId, answerId, kept }) => ({
    conversationId,
    answerId,
    kept: kept === 1,
  }))
}

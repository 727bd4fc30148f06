import type { ServerCursor } from '../../shared/stream/stream-event'
import type { Connection } from './connection'

export function storeCursor(
  connection: Connection,
  answerId: string,
  cursor: ServerCursor | null,
): void {
  connection
    .prepare('UPDATE answers SET cursor_response_id = ?, cursor_sequence = ? WHERE message_id = ?')
    .run(
      cursor?.responseId ?? null,
      cursor === null ? null : Math.round(cursor.sequenceNumber),
      answerId,
    )
}

/** The newest that was stored with the answer's text; null when there is none. */
export function readCursor(connection: Connection, answerId: string): ServerCursor | null {
  const found = connection
    .prepare(
      `SELECT cursor_response_id AS responseId, cursor_sequence AS sequenceNumber FROM answers
       WHERE message_id = ? AND cursor_response_id IS NOT NULL AND cursor_sequence IS NOT NULL`,
    )
    .get(answerId) as ServerCursor | undefined
  return found ?? null
}

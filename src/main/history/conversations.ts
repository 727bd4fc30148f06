import { titleFrom } from '../../shared/conversation/conversation'
import type { Connection } from './connection'
import { withoutUnstorable } from './exact-text'
import type { StoredSummary } from './history'
import { HistoryProblem } from './problem'

interface ConversationRow {
  readonly id: string
  readonly title: string
  readonly created_at: number
  readonly updated_at: number
}

/** Those that are not deleted, the last used first. */
export function listConversations(connection: Connection): readonly StoredSummary[] {
  const rows = connection
    .prepare(
      `SELECT id, title, created_at, updated_at FROM conversations
       WHERE deleted_at IS NULL ORDER BY updated_at DESC, position DESC`,
    )
    .all() as ConversationRow[]
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}

/**
 * Makes the conversation, titled after its first question, or brings it to the top of the list. One
 * that was deleted comes back: whoever asks in it wants it.
 */
export function touchConversation(
  connection: Connection,
  conversationId: string,
  firstQuestion: string,
  at: number,
): void {
  connection
    .prepare(
      `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
       ON CONFLICT (id) DO UPDATE SET updated_at = max(updated_at, ?3), deleted_at = NULL`,
    )
    .run(conversationId, withoutUnstorable(titleFrom(firstQuestion)), Math.round(at))
}

export function renameConversation(
  connection: Connection,
  conversationId: string,
  title: string,
): void {
  change(
    connection,
    'UPDATE conversations SET title = ? WHERE id = ?',
    withoutUnstorable(title),
    conversationId,
  )
}

export function deleteConversation(
  connection: Connection,
  conversationId: string,
  at: number,
): void {
  change(
    connection,
    'UPDATE conversations SET deleted_at = coalesce(deleted_at, ?) WHERE id = ?',
    Math.round(at),
    conversationId,
  )
}

export function restoreConversation(connection: Connection, conversationId: string): void {
  change(connection, 'UPDATE conversations SET deleted_at = NULL WHERE id = ?', conversationId)
}

/** Remembers which branch is shown. */
export function chooseMessage(
  connection: Connection,
  conversationId: string,
  messageId: string,
): void {
  change(
    connection,
    `UPDATE conversations SET chosen_message_id = ?1
     WHERE id = ?2 AND EXISTS (SELECT 1 FROM messages WHERE id = ?1 AND conversation_id = ?2)`,
    messageId,
    conversationId,
  )
}

/** Removes for good what was deleted, so that its words are not in the file any more. */
export function purgeDeleted(connection: Connection): void {
  if (connection.values('1', 'conversations WHERE deleted_at IS NOT NULL LIMIT 1').length === 0) {
    return
  }
  connection.exec('PRAGMA secure_delete=ON')
  connection.exec('DELETE FROM conversations WHERE deleted_at IS NOT NULL')
  connection.exec('PRAGMA secure_delete=OFF')
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}

function change(connection: Connection, sql: string, ...values: (string | number)[]): void {
  const { changes } = connection.prepare(sql).run(...values)
  if (changes === 0) throw new HistoryProblem('This conversation is not there any more.')
}

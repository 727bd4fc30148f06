import type { Connection } from './connection'

/** Where a message is in the order of making of all. */
export interface BranchPlace {
  readonly position: number
}

/**
 * The last message of the shown branch: from the chosen one down, by the newest version of each turn.
 * Without a choice, or when it is not there, from the first turn. Null for an empty conversation.
 */
export function branchEnd(
  connection: Connection,
  conversationId: string,
  chosenMessageId: string | null,
): { readonly id: string } | null {
  const start = connection
    .prepare(
      `SELECT id FROM messages WHERE conversation_id = ?1 AND id = ?2
       UNION ALL
       SELECT * FROM (SELECT id FROM messages WHERE conversation_id = ?1 AND parent_id IS NULL
         ORDER BY position DESC LIMIT 1)
       LIMIT 1`,
    )
    .get(conversationId, chosenMessageId) as { id: string } | undefined
  if (start === undefined) return null
  return connection
    .prepare(
      `WITH RECURSIVE down (id, depth) AS (
         SELECT ?2, 0
         UNION ALL
         SELECT (SELECT id FROM messages WHERE conversation_id = ?1 AND parent_id = down.id
             ORDER BY position DESC LIMIT 1), depth + 1
         FROM down WHERE down.id IS NOT NULL
       )
       SELECT id FROM down WHERE id IS NOT NULL ORDER BY depth DESC LIMIT 1`,
    )
    .get(conversationId, start.id) as { id: string }
}

/**
 * A message, those above it up to so many, and all versions of each, in the order of their making.
 */
export function branchUpFrom(
  connection: Connection,
  conversationId: string,
  messageId: string,
  length: number,
): readonly BranchPlace[] {
  return connection
    .prepare(
      `WITH RECURSIVE up (parent_id, depth) AS (
         SELECT parent_id, 1 FROM messages WHERE conversation_id = ?1 AND id = ?2
         UNION ALL
         SELECT messages.parent_id, depth + 1 FROM up JOIN messages
           ON conversation_id = ?1 AND id = up.parent_id
         WHERE depth < ?3
       )
       SELECT messages.position FROM up CROSS JOIN messages
         ON conversation_id = ?1 AND messages.parent_id IS up.parent_id
       ORDER BY position`,
    )
    .all(conversationId, messageId, length) as BranchPlace[]
}

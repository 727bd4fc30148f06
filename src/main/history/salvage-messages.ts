import type { Connection } from './connection'
import { touchConversation } from './conversations'
import { insertReadable } from './insert-readable'
import { type Row, readableRows, tryToRead } from './readable-rows'

interface ReadableMessage extends Row {
  readonly id: string
  readonly conversation_id: string
  readonly parent_id: string | null
  readonly role: 'user' | 'assistant'
  readonly created_at: number
  readonly text: string
}

/** What was saved of a conversation so far. */
interface Saved {
  readonly ids: Set<string>
  newestAnswer: string | null
  newest: string | null
}

/**
 * Copies messages and their answers. Where a parent is lost, its place is taken: an answer gets a
 * question that says so, a question follows the newest answer before it.
 *
 * @param deleted conversations whose messages are left out
 * @returns how many were saved
 */
export function salvageMessages(
  damaged: Connection,
  target: Connection,
  deleted: ReadonlySet<unknown>,
): number {
  const conversations = new Map<string, Saved>()
  let count = 0
  for (const row of readableRows(damaged, 'messages')) {
    if (!isMessage(row) || deleted.has(row.conversation_id)) continue
    const saved = conversations.get(row.conversation_id) ?? begin(target, row)
    conversations.set(row.conversation_id, saved)
    const parentId = parentOf(target, row, saved)
    if (!insertReadable(target, 'messages', { ...row, parent_id: parentId })) continue
    if (row.role === 'assistant') saveAnswer(damaged, target, row)
    remember(saved, row)
    count += 1
  }
  for (const [id, saved] of conversations) keepChoice(target, id, saved)
  return count
}

function isMessage(row: Row): row is ReadableMessage {
  return (
    typeof row.id === 'string' &&
    typeof row.conversation_id === 'string' &&
    (row.role === 'user' || row.role === 'assistant') &&
    typeof row.created_at === 'number' &&
    typeof row.text === 'string'
  )
}

/** A conversation that is lost is titled after the first of its messages that is not. */
function begin(
  target: Connection,
  { conversation_id: id, text, created_at }: ReadableMessage,
): Saved {
  const there = target.prepare('SELECT 1 FROM conversations WHERE id = ?').get(id)
  if (there === undefined) touchConversation(target, id, text, created_at)
  return { ids: new Set(), newestAnswer: null, newest: null }
}

function parentOf(target: Connection, row: ReadableMessage, saved: Saved): string | null {
  if (row.parent_id !== null && saved.ids.has(row.parent_id)) return row.parent_id
  if (row.role === 'user') return row.parent_id === null ? null : saved.newestAnswer
  if (row.parent_id === null) return null
  const question = {
    ...{ id: row.parent_id, conversation_id: row.conversation_id, parent_id: saved.newestAnswer },
    ...{ role: 'user', created_at: row.created_at, text_exact: null },
    text: 'This question could not be read any more.',
  }
  if (insertReadable(target, 'messages', question)) saved.ids.add(row.parent_id)
  return row.parent_id
}

function remember(saved: Saved, { id, role }: ReadableMessage): void {
  saved.ids.add(id)
  saved.newest = id
  if (role === 'assistant') saved.newestAnswer = id
}

/** Where the server could go on is left out: it is behind a text that may have lost its end. */
function saveAnswer(damaged: Connection, target: Connection, message: ReadableMessage): void {
  const found = tryToRead(damaged, 'SELECT * FROM answers WHERE message_id = ?', message.id)
  const without = { cursor_response_id: null, cursor_sequence: null }
  if (found !== undefined && insertReadable(target, 'answers', { ...found, ...without })) return
  insertReadable(target, 'answers', {
    ...{ message_id: message.id, provider_id: 'unknown', model_id: 'unknown', attempt: 1 },
    ...{ state: 'interrupted', reasoning: '', seams: '[]', started_at: message.created_at },
  })
}

function keepChoice(target: Connection, conversationId: string, { newest }: Saved): void {
  target
    .prepare(
      `UPDATE conversations SET chosen_message_id = ?1 WHERE id = ?2 AND NOT EXISTS (
         SELECT 1 FROM messages WHERE id = chosen_message_id AND conversation_id = ?2)`,
    )
    .run(newest, conversationId)
}

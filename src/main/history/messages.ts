import type { Conversation, Message, Question } from '../../shared/conversation/conversation'
import type { Answer } from '../../shared/stream/reduce-answer'
import { answerColumns, insertAnswer, readAnswer, type StoredAnswer } from './answers'
import { type Connection, inTransaction } from './connection'
import { chooseMessage, touchConversation } from './conversations'
import { fromStorable, toStorable } from './exact-text'
import { HistoryProblem } from './problem'

interface NewMessage {
  readonly id: string
  readonly conversationId: string
  readonly parentId: string | null
  readonly role: Message['role']
  readonly at: number
  readonly text: string
}

/** One transaction: the conversation where it is new, the question, the place for its answer. */
export function addQuestion(
  connection: Connection,
  question: Question,
  answer: Answer,
  at: number,
): void {
  const { conversationId, parentId, questionId, text } = question
  inTransaction(connection, () => {
    touchConversation(connection, conversationId, text, at)
    insertMessage(connection, { id: questionId, conversationId, parentId, role: 'user', at, text })
    insertAnswerMessage(connection, conversationId, questionId, answer, at)
  })
}

/** A further answer to a question; it becomes the shown one. */
export function addAnswer(
  connection: Connection,
  conversationId: string,
  questionId: string,
  answer: Answer,
  at: number,
): void {
  inTransaction(connection, () => {
    const { changes } = connection
      .prepare('UPDATE conversations SET updated_at = max(updated_at, ?) WHERE id = ?')
      .run(Math.round(at), conversationId)
    if (changes === 0) throw new HistoryProblem('This conversation is not there any more.')
    insertAnswerMessage(connection, conversationId, questionId, answer, at)
  })
}

function insertAnswerMessage(
  connection: Connection,
  conversationId: string,
  questionId: string,
  answer: Answer,
  at: number,
): void {
  const { id, text } = answer
  insertMessage(connection, {
    id,
    conversationId,
    parentId: questionId,
    role: 'assistant',
    at,
    text,
  })
  insertAnswer(connection, answer)
  chooseMessage(connection, conversationId, id)
}

function insertMessage(connection: Connection, message: NewMessage): void {
  const { id, conversationId, parentId, role, at } = message
  const { text, exact } = toStorable(message.text)
  connection
    .prepare(
      `INSERT INTO messages (id, conversation_id, parent_id, role, created_at, text, text_exact)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, conversationId, parentId, role, Math.round(at), text, exact)
}

export type MessageRow = {
  readonly [Column in keyof StoredAnswer]: StoredAnswer[Column] | null
} & {
  readonly position: number
  readonly id: string
  readonly text: string
  readonly parent_id: string | null
  readonly created_at: number
}

/** Null when there is none, or it is deleted. For `live` see {@link readMessages}. */
export function readConversation(
  connection: Connection,
  conversationId: string,
  live: ReadonlySet<string>,
): Conversation | null {
  const found = findConversation(connection, conversationId)
  if (found === null) return null
  const rows = connection
    .prepare(`${selectMessages} WHERE conversation_id = ? ORDER BY position`)
    .all(conversationId) as MessageRow[]
  return { ...found, messages: readMessages(connection, rows, live) }
}

/** Null when there is none, or it is deleted. */
export function findConversation(
  connection: Connection,
  conversationId: string,
): Omit<Conversation, 'messages'> | null {
  const found = connection
    .prepare(
      `SELECT id, title, created_at AS createdAt, updated_at AS updatedAt,
         chosen_message_id AS chosenMessageId
       FROM conversations WHERE id = ? AND deleted_at IS NULL`,
    )
    .get(conversationId) as Omit<Conversation, 'messages'> | undefined
  return found ?? null
}

/** Gives rows of {@link MessageRow}; a condition follows. */
export const selectMessages = `
  SELECT position, id, parent_id, created_at, text, text_exact, ${answerColumns}
  FROM messages LEFT JOIN answers ON answers.message_id = messages.id`

/** @param live answers that are being received: any other that has no end on disk was interrupted */
export function readMessages(
  connection: Connection,
  rows: readonly MessageRow[],
  live: ReadonlySet<string>,
): readonly Message[] {
  return rows.map((row) => readMessage(connection, row, !live.has(row.id)))
}

function readMessage(connection: Connection, row: MessageRow, abandoned: boolean): Message {
  const { id, parent_id: parentId, created_at: createdAt } = row
  if (isAnswer(row) && parentId !== null) {
    const answer = readAnswer(connection, row, abandoned)
    return { role: 'assistant', id, parentId, createdAt, answer }
  }
  return { role: 'user', id, parentId, createdAt, text: fromStorable(row.text, row.text_exact) }
}

function isAnswer(row: MessageRow): row is MessageRow & StoredAnswer {
  return row.state !== null
}

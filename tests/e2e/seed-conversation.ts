import { join } from 'node:path'
import { toAnswerRow } from '../../src/main/history/answer-row'
import { type Connection, inTransaction } from '../../src/main/history/connection'
import { openHistory } from '../../src/main/history/open-history'
import { newAnswer } from '../../src/shared/stream/reduce-answer'

export interface Seed {
  /** Questions and answers together. */
  readonly messages: number
  /** The text of a message by its index from 0; the even ones are questions. */
  readonly textOf: (index: number) => string
  readonly conversationId?: string
  readonly title?: string
  /** Milliseconds since the epoch; conversations are listed by it. */
  readonly at?: number
}

/** The identifier of a seeded message. */
export function seededId(conversationId: string, index: number): string {
  return `${conversationId}-m${index}`
}

/**
 * Puts a conversation of one branch into the history of a user-data folder, which nothing has open.
 * Message `index` has the identifier {@link seededId}.
 *
 * @returns the conversation's identifier
 */
export function seedConversation(userData: string, seed: Seed): string {
  const { conversationId = 'seeded', title = 'Seeded', at = Date.UTC(2026, 0, 5) } = seed
  const { connection } = openHistory(join(userData, 'history.sqlite'), at)
  try {
    inTransaction(connection, () => insert(connection, { ...seed, conversationId, title, at }))
  } finally {
    connection.close()
  }
  return conversationId
}

function insert(connection: Connection, seed: Required<Seed>): void {
  const { conversationId, title, at, messages, textOf } = seed
  connection
    .prepare('INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)')
    .run(conversationId, title, at, at + messages)
  const last = connection.prepare('UPDATE conversations SET chosen_message_id = ? WHERE id = ?')
  const message = connection.prepare(
    `INSERT INTO messages (id, conversation_id, parent_id, role, created_at, text)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const columns = Object.keys(toAnswerRow(seededAnswer('', at)))
  const answer = connection.prepare(
    `INSERT INTO answers (message_id, ${columns.join(', ')})
     VALUES (:message_id, ${columns.map((name) => `:${name}`).join(', ')})`,
  )
  for (let index = 0; index < messages; index += 1) {
    const id = seededId(conversationId, index)
    const parentId = index === 0 ? null : seededId(conversationId, index - 1)
    const isAnswer = index % 2 === 1
    message.run(
      id,
      conversationId,
      parentId,
      isAnswer ? 'assistant' : 'user',
      at + index,
      textOf(index),
    )
    if (isAnswer) answer.run({ message_id: id, ...toAnswerRow(seededAnswer(id, at + index)) })
  }
  last.run(seededId(conversationId, messages - 1), conversationId)
}

function seededAnswer(id: string, at: number) {
  return {
    ...newAnswer(id, { providerId: 'fake', modelId: 'fake-1' }, at),
    state: { kind: 'complete', finishReason: 'stop' } as const,
    usage: { inputTokens: 10, outputTokens: 100 },
    firstTextAt: at + 400,
    endedAt: at + 2000,
  }
}

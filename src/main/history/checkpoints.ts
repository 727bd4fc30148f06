import type { Answer } from '../../shared/stream/reduce-answer'
import { type Connection, inTransaction } from './connection'
import { fromUtf16, toUtf16 } from './exact-text'
import type { Checkpoint } from './history'
import { storeCursor } from './server-cursor'

/** What the checkpoints of an answer add up to. Times are milliseconds since the epoch. */
export interface CheckpointedText {
  readonly text: string
  readonly reasoning: string
  readonly firstTextAt: number | null
  /** Null when there is none. */
  readonly lastAt: number | null
}

/**
 * Stores all of them or none. A checkpoint that does not begin where the stored text ends, or whose
 * answer is not running, is a defect of whoever sends it: it is refused.
 */
export function appendCheckpoints(
  connection: Connection,
  checkpoints: readonly Checkpoint[],
  at: number,
): void {
  inTransaction(connection, () => {
    for (const checkpoint of checkpoints) append(connection, checkpoint, Math.round(at))
  })
}

function append(connection: Connection, checkpoint: Checkpoint, at: number): void {
  const { answerId, offset, text, reasoning, cursor } = checkpoint
  const row = connection
    .prepare(
      `SELECT coalesce(
         (SELECT start + length(text) / 2 FROM checkpoints
          WHERE message_id = answers.message_id ORDER BY position DESC LIMIT 1), 0) AS stored
       FROM answers WHERE message_id = ? AND state = 'running'`,
    )
    .get(answerId) as { stored: number } | undefined
  if (row === undefined) throw new Error('A checkpoint for an answer that is not running')
  if (row.stored !== offset) {
    throw new Error(`A checkpoint at ${offset} where ${row.stored} units are stored`)
  }
  insert(connection, { answerId, offset, text, reasoning }, at)
  // A place of the server's before text that it did not give would bring that text twice.
  if (cursor !== null || text !== '') storeCursor(connection, answerId, cursor)
}

/** Makes everything that is known of the answer its first and only checkpoint. */
export function beginCheckpoints(connection: Connection, answer: Answer, at: number): void {
  const { id: answerId, text, reasoning } = answer
  dropCheckpoints(connection, answerId)
  insert(connection, { answerId, offset: 0, text, reasoning }, at)
}

function insert(connection: Connection, piece: Omit<Checkpoint, 'cursor'>, at: number): void {
  const { answerId, offset, text, reasoning } = piece
  connection
    .prepare(
      'INSERT INTO checkpoints (message_id, at, start, text, reasoning) VALUES (?, ?, ?, ?, ?)',
    )
    .run(answerId, at, offset, toUtf16(text), toUtf16(reasoning))
}

export function readCheckpoints(connection: Connection, answerId: string): CheckpointedText {
  const rows = connection
    .prepare('SELECT at, text, reasoning FROM checkpoints WHERE message_id = ? ORDER BY position')
    .all(answerId) as { at: number; text: Uint8Array; reasoning: Uint8Array }[]
  return {
    text: rows.map((row) => fromUtf16(row.text)).join(''),
    reasoning: rows.map((row) => fromUtf16(row.reasoning)).join(''),
    firstTextAt: rows.find((row) => row.text.byteLength > 0)?.at ?? null,
    lastAt: rows.at(-1)?.at ?? null,
  }
}

export function dropCheckpoints(connection: Connection, answerId: string): void {
  connection.prepare('DELETE FROM checkpoints WHERE message_id = ?').run(answerId)
}

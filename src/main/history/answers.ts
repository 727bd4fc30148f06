import { type Answer, isRunning } from '../../shared/stream/reduce-answer'
import { type AnswerRow, fromAnswerRow, toAnswerRow } from './answer-row'
import { dropCheckpoints, readCheckpoints } from './checkpoints'
import { type Connection, inTransaction } from './connection'
import { fromStorable, toStorable } from './exact-text'
import { HistoryProblem } from './problem'

/** An answer with its message's text, as a query joins them. */
export interface StoredAnswer extends AnswerRow {
  readonly id: string
  readonly text: string
  readonly text_exact: Uint8Array | null
}

export const answerColumns = `
  provider_id, model_id, attempt, state, finish_reason, failure, failed_attempts, restarted_as,
  unfinished, reasoning, reasoning_exact, seams, input_tokens, output_tokens, started_at,
  first_text_at, ended_at`

export function insertAnswer(connection: Connection, answer: Answer): void {
  connection
    .prepare(
      `INSERT INTO answers (message_id, ${answerColumns}) VALUES (
         :message_id, :provider_id, :model_id, :attempt, :state, :finish_reason, :failure,
         :failed_attempts, :restarted_as, :unfinished, :reasoning, :reasoning_exact, :seams,
         :input_tokens, :output_tokens, :started_at, :first_text_at, :ended_at)`,
    )
    .run({ message_id: answer.id, ...toAnswerRow(answer) })
}

/** Writes the whole answer and its end, in one transaction. One that has ended already stays as it is. */
export function endAnswer(connection: Connection, answer: Answer): void {
  if (isRunning(answer.state)) throw new Error('An answer that has not ended')
  inTransaction(connection, () => {
    const row = connection
      .prepare('SELECT state FROM answers WHERE message_id = ?')
      .get(answer.id) as { state: string } | undefined
    if (row === undefined) throw new HistoryProblem('This answer is not in the history any more.')
    if (row.state === 'running') fold(connection, answer)
  })
}

/** Ends as `interrupted` whatever was running when the program ended, with all text that was kept. */
export function interruptRunning(connection: Connection): void {
  inTransaction(connection, () => {
    const rows = connection
      .prepare(
        `SELECT id, text, text_exact, ${answerColumns} FROM answers
         JOIN messages ON messages.id = answers.message_id WHERE state = 'running'`,
      )
      .all() as StoredAnswer[]
    for (const row of rows) fold(connection, readAnswer(connection, row, true))
  })
}

/**
 * @param abandoned whether nobody receives it any more, so that an answer that is not ended on disk
 * was interrupted
 */
export function readAnswer(connection: Connection, row: StoredAnswer, abandoned: boolean): Answer {
  if (row.state !== 'running') {
    return fromAnswerRow(row.id, fromStorable(row.text, row.text_exact), row)
  }
  const { answer, lastAt } = readRunning(connection, row)
  return abandoned ? asInterrupted(answer, lastAt) : answer
}

function readRunning(
  connection: Connection,
  row: StoredAnswer,
): { readonly answer: Answer; readonly lastAt: number | null } {
  const { text, reasoning, firstTextAt, lastAt } = readCheckpoints(connection, row.id)
  const state = { kind: text === '' ? 'connecting' : 'streaming' } as const
  const answer = fromAnswerRow(row.id, text, row)
  // One that was reopened has had its first word before its checkpoints.
  const first = answer.firstTextAt ?? firstTextAt
  return { answer: { ...answer, state, reasoning, firstTextAt: first }, lastAt }
}

function asInterrupted(answer: Answer, lastAt: number | null): Answer {
  return { ...answer, state: { kind: 'interrupted' }, endedAt: lastAt ?? answer.startedAt }
}

function fold(connection: Connection, answer: Answer): void {
  const { text, exact } = toStorable(answer.text)
  const { changes } = connection
    .prepare('UPDATE messages SET text = ?, text_exact = ? WHERE id = ?')
    .run(text, exact, answer.id)
  if (changes === 0) throw new HistoryProblem('This answer is not in the history any more.')
  connection
    .prepare(
      `UPDATE answers SET provider_id = :provider_id, model_id = :model_id, attempt = :attempt,
         state = :state, finish_reason = :finish_reason, failure = :failure,
         failed_attempts = :failed_attempts, restarted_as = :restarted_as,
         unfinished = :unfinished, reasoning = :reasoning, reasoning_exact = :reasoning_exact,
         seams = :seams, input_tokens = :input_tokens, output_tokens = :output_tokens,
         started_at = :started_at, first_text_at = :first_text_at, ended_at = :ended_at,
         cursor_response_id = iif(:state IN ('interrupted', 'failed'), cursor_response_id, NULL),
         cursor_sequence = iif(:state IN ('interrupted', 'failed'), cursor_sequence, NULL)
       WHERE message_id = :message_id`,
    )
    .run({ message_id: answer.id, ...toAnswerRow(answer) })
  dropCheckpoints(connection, answer.id)
}

import type { Answer } from '../../shared/stream/reduce-answer'
import { answerColumns, readAnswer, type StoredAnswer } from './answers'
import { beginCheckpoints } from './checkpoints'
import { type Connection, inTransaction } from './connection'
import type { ReopenedAnswer } from './history'
import { HistoryProblem } from './problem'
import { readCursor } from './server-cursor'

interface FoundAnswer extends StoredAnswer {
  readonly conversation_id: string
  readonly parent_id: string
}

/**
 * Makes an ended answer a running one again, in one transaction. Its text so far is the first
 * checkpoint, so that the next one has the offset of the text's length, and a crash finds all of it.
 *
 * @param live answers that are being received: any other that has no end on disk was interrupted
 * @param at milliseconds since the epoch
 */
export function reopenAnswer(
  connection: Connection,
  answerId: string,
  live: ReadonlySet<string>,
  at: number,
): ReopenedAnswer {
  return inTransaction(connection, () => {
    const found = find(connection, answerId)
    if (found.state === 'running' && live.has(answerId)) {
      throw new HistoryProblem('This answer is being received already.')
    }
    if (found.state === 'complete') {
      throw new HistoryProblem('This answer is complete: there is nothing to go on with.')
    }
    const ended = readAnswer(connection, found, true)
    beginCheckpoints(connection, ended, Math.round(at))
    markRunning(connection, ended)
    return {
      conversationId: found.conversation_id,
      questionId: found.parent_id,
      answer: { ...ended, state: { kind: 'resuming' }, endedAt: null },
      cursor: readCursor(connection, answerId),
    }
  })
}

function find(connection: Connection, answerId: string): FoundAnswer {
  const found = connection
    .prepare(
      `SELECT messages.id, conversation_id, parent_id, text, text_exact, ${answerColumns}
       FROM answers JOIN messages ON messages.id = answers.message_id
       JOIN conversations ON conversations.id = messages.conversation_id
       WHERE message_id = ? AND deleted_at IS NULL`,
    )
    .get(answerId) as FoundAnswer | undefined
  if (found === undefined) throw new HistoryProblem('This answer is not in the history any more.')
  return found
}

/** The reasoning is in the checkpoint now; the message keeps its text, so that a search still finds it. */
function markRunning(connection: Connection, ended: Answer): void {
  connection
    .prepare(
      `UPDATE answers SET state = 'running', finish_reason = NULL, failure = NULL,
         restarted_as = NULL, unfinished = 0, reasoning = '', reasoning_exact = NULL,
         first_text_at = ?, ended_at = NULL
       WHERE message_id = ?`,
    )
    .run(ended.firstTextAt, ended.id)
}

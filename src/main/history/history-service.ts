import { endAnswer } from './answers'
import { appendCheckpoints } from './checkpoints'
import type { Connection } from './connection'
import {
  chooseMessage,
  deleteConversation,
  listConversations,
  renameConversation,
  restoreConversation,
} from './conversations'
import type { History } from './history'
import { addAnswer, addQuestion, lastPosition, readConversation } from './messages'
import { search } from './search'

/** {@link History} without the promises: what runs in the worker. Errors are SQLite's or HistoryProblem. */
export type HistoryService = {
  readonly [Name in keyof History]: (
    ...parameters: Parameters<History[Name]>
  ) => Awaited<ReturnType<History[Name]>>
}

/** @param now milliseconds since the epoch */
export function createHistoryService(connection: Connection, now: () => number): HistoryService {
  const abandonedUpTo = lastPosition(connection)
  return {
    listConversations: () => listConversations(connection),
    openConversation: (conversationId) =>
      readConversation(connection, conversationId, abandonedUpTo),
    addQuestion: (question, answer, at) => addQuestion(connection, question, answer, at),
    addAnswer: (conversationId, questionId, answer, at) =>
      addAnswer(connection, conversationId, questionId, answer, at),
    appendCheckpoints: (checkpoints) => appendCheckpoints(connection, checkpoints, now()),
    endAnswer: (answer) => endAnswer(connection, answer),
    renameConversation: (conversationId, title) =>
      renameConversation(connection, conversationId, title),
    deleteConversation: (conversationId) => deleteConversation(connection, conversationId, now()),
    restoreConversation: (conversationId) => restoreConversation(connection, conversationId),
    chooseMessage: (conversationId, messageId) =>
      chooseMessage(connection, conversationId, messageId),
    search: (text) => search(connection, text),
    close: () => connection.close(),
  }
}

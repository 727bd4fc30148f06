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
import { addAnswer, addQuestion, readConversation } from './messages'
import { pastLengths } from './past-lengths'
import { readEarlier, readEnd } from './read-pages'
import { reopenAnswer } from './reopen-answer'
import { search } from './search'
import { takeUnfinished } from './unfinished-answers'

/** {@link History} without the promises: what runs in the worker. Errors are SQLite's or HistoryProblem. */
export type HistoryService = {
  readonly [Name in keyof History]: (
    ...parameters: Parameters<History[Name]>
  ) => Awaited<ReturnType<History[Name]>>
}

/** @param now milliseconds since the epoch */
export function createHistoryService(connection: Connection, now: () => number): HistoryService {
  return {
    listConversations: () => listConversations(connection),
    openConversation: (conversationId, liveAnswerIds) =>
      readConversation(connection, conversationId, new Set(liveAnswerIds)),
    openAtEnd: (conversationId, liveAnswerIds) =>
      readEnd(connection, conversationId, new Set(liveAnswerIds)),
    readEarlier: (conversationId, before, liveAnswerIds) =>
      readEarlier(connection, conversationId, before, new Set(liveAnswerIds)),
    addQuestion: (question, answer, at) => addQuestion(connection, question, answer, at),
    addAnswer: (conversationId, questionId, answer, at) =>
      addAnswer(connection, conversationId, questionId, answer, at),
    appendCheckpoints: (checkpoints) => appendCheckpoints(connection, checkpoints, now()),
    endAnswer: (answer) => endAnswer(connection, answer),
    reopenAnswer: (answerId, liveAnswerIds) =>
      reopenAnswer(connection, answerId, new Set(liveAnswerIds), now()),
    takeUnfinished: (automaticResume) => takeUnfinished(connection, automaticResume),
    pastLengths: (model) => pastLengths(connection, model),
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

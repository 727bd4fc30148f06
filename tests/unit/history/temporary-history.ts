import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  createHistoryService,
  type HistoryService,
} from '../../../src/main/history/history-service'
import { openHistory } from '../../../src/main/history/open-history'
import type { Answer } from '../../../src/shared/stream/reduce-answer'
import { begun, completed, questionOf } from './turns'

/** A folder of this test, gone when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rivulet-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface OpenService extends HistoryService {
  readonly notices: readonly string[]
}

/** Opens the file the way the worker does, with a clock that shows `time.now`; closed when the test ends. */
export function openService(
  file: string,
  time: { readonly now: number } = { now: 1_000_000 },
): OpenService {
  const { connection, notices } = openHistory(file, time.now)
  onTestFinished(() => {
    if (connection.isOpen) connection.close()
  })
  return { ...createHistoryService(connection, () => time.now), notices }
}

/** A question and its complete answer. */
export function addTurn(
  history: HistoryService,
  conversationId: string,
  name: string,
  question: string,
  answer: string,
  at = 1000,
): void {
  history.addQuestion(questionOf(conversationId, name, question), begun(name, at), at)
  history.endAnswer(completed(name, answer, at))
}

/** The answer `<name>-answer` as conversation `c` shows it, being received unless `live` says otherwise. */
export function answerOf(
  history: HistoryService,
  name: string,
  live: readonly string[] = [`${name}-answer`],
): Answer | undefined {
  const messages = history.openConversation('c', live)?.messages ?? []
  const found = messages.find(({ id }) => id === `${name}-answer`)
  return found?.role === 'assistant' ? found.answer : undefined
}

import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createHistoryService } from '../../src/main/history/history-service'
import { openHistory } from '../../src/main/history/open-history'
import type { Answer } from '../../src/shared/stream/reduce-answer'

/** What is found when the history of a killed program is opened again. */
export interface KeptHistory {
  /** The answer to each question, by the text of the question. */
  readonly answers: ReadonlyMap<string, Answer>
  /** What `PRAGMA integrity_check` and the opening complained about. */
  readonly damage: readonly string[]
}

/**
 * Opens a copy of the history file, with the log beside it, as the app does at its start. The original
 * stays as it is for the program that comes next.
 */
export async function readKeptHistory(folder: string): Promise<KeptHistory> {
  const copy = join(folder, 'copy')
  await mkdir(copy, { recursive: true })
  const file = join(copy, 'history.sqlite')
  for (const part of ['', '-wal']) {
    const source = join(folder, `history.sqlite${part}`)
    const isThere = await stat(source).catch(() => undefined)
    if (isThere !== undefined) await copyFile(source, file + part)
  }
  const { connection, notices } = openHistory(file, Date.now())
  try {
    const service = createHistoryService(connection, Date.now)
    const checked = connection.values('integrity_check', 'pragma_integrity_check').map(String)
    const answers = new Map<string, Answer>()
    for (const { id } of service.listConversations()) {
      const { messages = [] } = service.openConversation(id, []) ?? {}
      for (const message of messages) {
        if (message.role !== 'assistant') continue
        const question = messages.find((other) => other.id === message.parentId)
        if (question?.role === 'user') answers.set(question.text, message.answer)
      }
    }
    return { answers, damage: [...notices, ...checked.filter((finding) => finding !== 'ok')] }
  } finally {
    connection.close()
    await rm(copy, { recursive: true, force: true })
  }
}

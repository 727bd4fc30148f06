import { existsSync } from 'node:fs'
import { interruptRunning } from './answers'
import type { Connection } from './connection'
import { sentenceFor } from './problem'
import { type Salvaged, salvage } from './salvage'
import { forgetSetAside, listSetAside } from './set-aside'

/**
 * Brings what can be read in damaged files that were set aside into the history, and says what became
 * of it. What could not be written is tried again at the next start.
 */
export function recover(file: string, connection: Connection): readonly string[] {
  const damaged = listSetAside(file).filter((kept) => existsSync(kept))
  let failed = false
  const notices = damaged.map((kept) => {
    try {
      return noticeOf(salvage(kept, connection), kept)
    } catch (error) {
      failed = true
      return `The history file was damaged. It was kept as "${kept}", and what can be read in it could not be saved yet: Rivulet tries again when it starts the next time. ${sentenceFor(error)}`
    }
  })
  if (damaged.length > 0 && !failed) interruptRunning(connection)
  if (!failed) forgetSetAside(file)
  return notices
}

function noticeOf({ conversations, messages }: Salvaged, kept: string): string {
  return conversations === 0
    ? `The history file was damaged, and nothing in it could be read. It was kept as "${kept}" and a new history was begun.`
    : `The history file was damaged. What could be read was saved: ${counted(conversations, 'conversation')} and ${counted(messages, 'message')}. The damaged file was kept as "${kept}".`
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

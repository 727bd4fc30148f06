import { type Connection, connectReadOnly, inTransaction } from './connection'
import { insertReadable } from './insert-readable'
import { type Row, readableRows } from './readable-rows'
import { salvageMessages } from './salvage-messages'

export interface Salvaged {
  readonly conversations: number
  readonly messages: number
}

/**
 * Copies what can be read in a damaged file into the history, in one transaction: conversations that
 * are not deleted, their messages and answers, and the text of answers that were running. What is there
 * already stays as it is. Throws what the history itself refuses.
 */
export function salvage(damagedFile: string, target: Connection): Salvaged {
  const damaged = openDamaged(damagedFile)
  if (damaged === undefined) return { conversations: 0, messages: 0 }
  try {
    return inTransaction(target, () => {
      const deleted = salvageConversations(damaged, target)
      const messages = salvageMessages(damaged, target, deleted)
      salvageCheckpoints(damaged, target)
      const [conversations] = target.values('count(*)', 'conversations')
      return { conversations: Number(conversations), messages }
    })
  } finally {
    damaged.close()
  }
}

function openDamaged(file: string): Connection | undefined {
  try {
    return connectReadOnly(file)
  } catch {
    return undefined
  }
}

/** The identifiers of those that were deleted. */
function salvageConversations(damaged: Connection, target: Connection): ReadonlySet<unknown> {
  const deleted = new Set<unknown>()
  for (const row of readableRows(damaged, 'conversations')) {
    if (row.deleted_at !== null) deleted.add(row.id)
    else insertReadable(target, 'conversations', row)
  }
  return deleted
}

/** A piece after a lost one is left out: the text would have a hole that nobody sees. */
function salvageCheckpoints(damaged: Connection, target: Connection): void {
  const lengths = new Map<unknown, number>()
  for (const row of readableRows(damaged, 'checkpoints')) {
    const length = lengths.get(row.message_id) ?? 0
    if (row.start !== length || !isText(row)) continue
    if (insertReadable(target, 'checkpoints', row)) {
      lengths.set(row.message_id, length + row.text.byteLength / 2)
    }
  }
}

function isText(row: Row): row is Row & { readonly text: Uint8Array } {
  return row.text instanceof Uint8Array
}

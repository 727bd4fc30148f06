import type { Connection } from './connection'
import { HistoryDamage } from './problem'

/** `integrity_check` also compares every index with its table, which takes several times as long. */
type Check = 'quick_check' | 'integrity_check'

/**
 * Reads the whole file and throws {@link HistoryDamage} where its pages contradict each other. Damage
 * in a search index alone is repaired: an index holds nothing of its own.
 */
export function checkPages(connection: Connection, check: Check): void {
  const findings = run(connection, check)
  if (findings.length === 0) return
  if (!findings.every((finding) => /fts5/i.test(finding))) throw new HistoryDamage()
  for (const index of ['messages_index', 'titles_index']) {
    connection.exec(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`)
  }
  if (run(connection, check).length > 0) throw new HistoryDamage()
}

/** Reads what every start needs, so that damage there is met while something can be done about it. */
export function readBeginnings(connection: Connection): void {
  for (const [column, from] of [
    ['title', 'conversations'],
    ['text', 'messages ORDER BY position DESC LIMIT 1'],
    ['id', 'messages ORDER BY id LIMIT 1'],
    ['parent_id', 'messages ORDER BY conversation_id, position LIMIT 1'],
    ['state', 'answers LIMIT 1'],
    ['message_id', 'answers WHERE unfinished = 1'],
  ] as const) {
    connection.values(column, `(SELECT ${column} FROM ${from})`)
  }
}

function run(connection: Connection, check: Check): readonly string[] {
  return connection
    .values(check, `pragma_${check}`)
    .map(String)
    .filter((finding) => finding !== 'ok')
}

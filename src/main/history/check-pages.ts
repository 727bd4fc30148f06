import type { Connection } from './connection'
import { HistoryDamage } from './problem'

/**
 * Reads the whole file and throws {@link HistoryDamage} where its pages contradict each other. Damage
 * in a search index alone is repaired: an index holds nothing of its own.
 */
export function checkPages(connection: Connection): void {
  const findings = check(connection)
  if (findings.length === 0) return
  if (!findings.every((finding) => /fts5/i.test(finding))) throw new HistoryDamage()
  for (const index of ['messages_index', 'titles_index']) {
    connection.exec(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`)
  }
  if (check(connection).length > 0) throw new HistoryDamage()
}

function check(connection: Connection): readonly string[] {
  return connection
    .values('quick_check', 'pragma_quick_check')
    .map(String)
    .filter((finding) => finding !== 'ok')
}

import type { Connection } from './connection'
import type { Row } from './readable-rows'

/** Each table's name, and what makes a row of it the same row; a checkpoint is known by its answer's. */
const keys = { conversations: 'id', messages: 'id', answers: 'message_id' } as const

/**
 * Inserts a row of a damaged or older file, with those columns that both know; `position` is given anew.
 *
 * @returns whether it is there; false for a row that contradicts the format
 */
export function insertReadable(
  target: Connection,
  table: keyof typeof keys | 'checkpoints',
  row: Row,
): boolean {
  const columns = target
    .values('name', `pragma_table_info('${table}')`)
    .map(String)
    .filter((name) => name !== 'position' && name in row)
  const conflict = table === 'checkpoints' ? '' : `ON CONFLICT (${keys[table]}) DO NOTHING`
  const sql = `INSERT INTO ${table} (${columns.join(', ')})
    VALUES (${columns.map(() => '?').join(', ')}) ${conflict}`
  try {
    // Every value was SQLite's own.
    target.prepare(sql).run(...columns.map((name) => row[name] as string))
    return true
  } catch (error) {
    if (isContradiction(error)) return false
    throw error
  }
}

/** SQLite's codes for a constraint and for a value of the wrong type. */
function isContradiction(error: unknown): boolean {
  if (!(error instanceof Error && 'sqliteExtendedCode' in error)) return false
  return [19, 20].includes(Number(error.sqliteExtendedCode) & 0xff)
}

import type { Connection } from './connection'

/** Any column may hold anything. These are asked for by their names. */
export interface Row {
  readonly position?: unknown
  readonly id?: unknown
  readonly message_id?: unknown
  readonly conversation_id?: unknown
  readonly deleted_at?: unknown
  readonly role?: unknown
  readonly created_at?: unknown
  readonly start?: unknown
  readonly text?: unknown
  readonly [column: string]: unknown
}

/** So many positions without a row end the search for one: a damaged page holds a few hundred at most. */
const patience = 20_000

/**
 * The rows of a table of a damaged file, by their `position`, as far as they can be had: over a page
 * that cannot be read it goes on with the first position after it.
 */
export function* readableRows(connection: Connection, table: string): Generator<Row> {
  let last = 0
  for (;;) {
    const rows = scan(connection, table, last)
    for (let next = rows.next(); ; next = rows.next()) {
      if (next.done === true) {
        if (next.value === 'end') return
        break
      }
      last = positionOf(next.value)
      yield next.value
    }
    const found = probe(connection, table, last)
    if (found === undefined) return
    last = positionOf(found)
    yield found
  }
}

/** Rows in their order, until the end or until something is not as it should be. */
function* scan(
  connection: Connection,
  table: string,
  after: number,
): Generator<Row, 'end' | 'damage'> {
  let last = after
  try {
    const rows = connection
      .prepareOnce(`SELECT * FROM ${table} WHERE position > ? ORDER BY position`)
      .iterate(after) as Iterable<Row>
    for (const row of rows) {
      if (!(positionOf(row) > last)) return 'damage'
      last = positionOf(row)
      yield row
    }
    return 'end'
  } catch {
    return 'damage'
  }
}

function probe(connection: Connection, table: string, after: number): Row | undefined {
  for (let position = after + 1; position <= after + patience; position += 1) {
    const row = tryToRead(connection, `SELECT * FROM ${table} WHERE position = ?`, position)
    if (row !== undefined && positionOf(row) === position) return row
  }
  return undefined
}

/** The row, or undefined where there is none or it cannot be read. */
export function tryToRead(
  connection: Connection,
  sql: string,
  key: string | number,
): Row | undefined {
  try {
    return connection.prepare(sql).get(key) as Row | undefined
  } catch {
    return undefined
  }
}

function positionOf({ position }: Row): number {
  return typeof position === 'number' ? position : Number.NaN
}

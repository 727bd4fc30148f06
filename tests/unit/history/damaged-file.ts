import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Connection, connect } from '../../../src/main/history/connection'
import { addTurn, openService, temporaryFolder } from './temporary-history'

const pageSize = 4096

/** A closed history that nothing in this process has open, as another run of the program leaves it. */
export function withHistory(file: string, turns = 1, answer = 'Answer '.repeat(50)): void {
  const made = join(temporaryFolder(), 'made.sqlite')
  const history = openService(made)
  for (let index = 0; index < turns; index += 1) {
    const name = index === 0 ? '' : String(index)
    addTurn(history, `c${name}`, `a${name}`, 'Question', `${answer} ${name}`)
  }
  history.close()
  copyFileSync(made, file)
}

export function raw<Value>(file: string, work: (connection: Connection) => Value): Value {
  const connection = connect(file)
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

/** The pages of a table that hold rows; a page with one long row is data from its middle on. */
export function pagesOf(file: string, table: string, which = 'ncell > 0'): readonly number[] {
  const pages = raw(file, (connection) =>
    connection.values(
      'pageno',
      `dbstat WHERE name = '${table}' AND pagetype = 'leaf' AND ${which}`,
    ),
  )
  expect(pages).not.toEqual([])
  return pages.map(Number)
}

export function damagePage(file: string, page: number, from = 0): void {
  damageBytes(file, (page - 1) * pageSize + from, page * pageSize)
}

export function damageBytes(file: string, from: number, end: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, from, end)
  writeFileSync(file, bytes)
}

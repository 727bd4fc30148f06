import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, connectReadOnly } from '../../../src/main/history/connection'
import type { Migration } from '../../../src/main/history/migrations/migration'
import { migrations } from '../../../src/main/history/migrations/migrations'
import { openHistory } from '../../../src/main/history/open-history'
import { damagePage, pagesOf, raw, withHistory } from './damaged-file'
import { addTurn, openService, temporaryFolder } from './temporary-history'

const now = Date.UTC(2026, 10, 22, 12, 57, 3)
const keptAs = 'history.sqlite.broken-2026-11-22T12-57-03'

/** As a program leaves it that was killed: with a log that was not folded into the file. */
function leaveLogBehind(
  file: string,
  change = 'UPDATE conversations SET updated_at = updated_at + 1',
): void {
  const connection = connect(file)
  connection.exec(`PRAGMA wal_autocheckpoint=0; ${change}`)
  const log = readFileSync(`${file}-wal`)
  const main = readFileSync(file)
  connection.close()
  writeFileSync(file, main)
  writeFileSync(`${file}-wal`, log)
}

const newest = migrations.length
const next = newest + 1

const addColumn: Migration = {
  version: next,
  sql: 'ALTER TABLE conversations ADD COLUMN colour TEXT; UPDATE conversations SET colour = title',
}

test('a new file gets the newest format and no backup', () => {
  const folder = join(temporaryFolder(), 'sub')
  const { connection, notices } = openHistory(join(folder, 'history.sqlite'), now)
  expect(notices).toEqual([])
  expect(connection.values('journal_mode', 'pragma_journal_mode')).toEqual(['wal'])
  expect(connection.values('synchronous', 'pragma_synchronous')).toEqual([2])
  expect(connection.values('foreign_keys', 'pragma_foreign_keys')).toEqual([1])
  connection.close()
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([])
})

test('migrations are numbered without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(
    migrations.map((_each, index) => index + 1),
  )
})

test('an older file is backed up, the backup is whole, then it is brought to the new format', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'history.sqlite')
  withHistory(file)
  const { connection } = openHistory(file, now, [...migrations, addColumn])
  expect(connection.values('colour', 'conversations')).toEqual(['Question'])
  connection.close()
  const backup = readdirSync(folder).filter((name) => name.includes('before'))
  expect(backup).toEqual([`history.sqlite.before-${next}`])

  const history = openService(`${file}.before-${next}`)
  expect(history.openConversation('c', [])?.messages).toHaveLength(2)
  expect(history.search('answer')).toHaveLength(1)
})

test('a file of format 0 with something in it is backed up and brought to the new format', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  raw(file, (connection) => connection.exec('CREATE TABLE notes (text TEXT)'))
  openHistory(file, now).connection.close()
  const backup = connectReadOnly(`${file}.before-1`)
  expect(backup.values('name', 'sqlite_schema')).toEqual(['notes'])
  backup.close()
})

test('a migration that fails leaves the file as the step before it left it', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  withHistory(file)
  const wrong: Migration = {
    version: next + 1,
    sql: 'CREATE TABLE half (a); SELECT * FROM nowhere',
  }
  expect(() => openHistory(file, now, [...migrations, addColumn, wrong])).toThrow()
  raw(file, (connection) => {
    expect(connection.values('user_version', 'pragma_user_version')).toEqual([next])
    expect(connection.values('name', `sqlite_schema WHERE name = 'half'`)).toEqual([])
  })
})

test('nothing is migrated when the backup cannot be made', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  withHistory(file)
  // A folder in the place of the backup: it cannot be replaced by a file.
  mkdirSync(join(`${file}.before-${next}`, 'inside'), { recursive: true })
  expect(() => openHistory(file, now, [...migrations, addColumn])).toThrow()
  raw(file, (connection) => {
    expect(connection.values('user_version', 'pragma_user_version')).toEqual([newest])
  })
})

test('a file of a newer version is refused with a sentence and not touched', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'history.sqlite')
  withHistory(file)
  raw(file, (connection) => connection.exec('PRAGMA user_version=99'))
  const before = readFileSync(file)
  expect(() => openHistory(file, now)).toThrow(
    `This history was written by a newer version of Rivulet (format 99; this version knows ${newest}). Install the newer version to open it. The file was not touched.`,
  )
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['history.sqlite'])
})

test('a newer version that was killed is noticed by its log, and nothing is touched', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  withHistory(file)
  leaveLogBehind(file, 'PRAGMA user_version=99')
  const before = [readFileSync(file), readFileSync(`${file}-wal`)]
  expect(() => openHistory(file, now)).toThrow('by a newer version of Rivulet (format 99;')
  expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before)
})

test.each([
  ['is no database', (file: string) => writeFileSync(file, 'nonsense '.repeat(1000))],
  ['lost its end', (file: string) => truncateSync(file, 4096)],
  [
    'has a damaged first page',
    (file: string) => {
      const bytes = readFileSync(file)
      bytes.fill(0xa5, 100, 4096)
      writeFileSync(file, bytes)
    },
  ],
])('a file that %s is kept aside and a new one begun', (_name, damage) => {
  const folder = temporaryFolder()
  const file = join(folder, 'history.sqlite')
  withHistory(file)
  damage(file)
  const damaged = readFileSync(file)

  const { connection, notices } = openHistory(file, now)
  expect(notices).toEqual([
    `The history file was damaged, and nothing in it could be read. It was kept as "${join(folder, keptAs)}" and a new history was begun.`,
  ])
  connection.close()
  expect(readFileSync(join(folder, keptAs)).equals(damaged)).toBe(true)
  const history = openService(file)
  addTurn(history, 'c', 'a', 'Question', 'Answer')
  expect(history.listConversations()).toHaveLength(1)
})

test('two files damaged in the same second are both kept', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'history.sqlite')
  for (const text of ['one ', 'two ']) {
    writeFileSync(file, text.repeat(1000))
    openHistory(file, now).connection.close()
  }
  expect(readFileSync(join(folder, keptAs), 'utf8')).toContain('one')
  expect(readFileSync(join(folder, `${keptAs}-2`), 'utf8')).toContain('two')
})

test('after a bad end the pages are checked, and damage in the middle is noticed', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  withHistory(file, 200)
  const [page = 0] = pagesOf(file, 'messages', 'ncell > 1')
  leaveLogBehind(file)
  damagePage(file, page)
  expect(openService(file, { now }).notices).toEqual([expect.stringContaining('was damaged')])
})

test('a damaged search index is built again, and nothing is lost', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  // Many different words, so that the index is longer than a page.
  const words = Array.from({ length: 300 }, (_each, index) => `word${index * 7919}`)
  withHistory(file, 60, `Answer ${words.join(' ')}`)
  const pages = pagesOf(file, 'messages_index_data', 'mx_payload > 3000')
  leaveLogBehind(file)
  for (const page of pages) damagePage(file, page, 2048)
  const history = openService(file)
  expect(history.notices).toEqual([])
  expect(history.search('answer')).toHaveLength(50)
  expect(history.listConversations()).toHaveLength(60)
})

test('a folder in the place of the file is called that, and left alone', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  mkdirSync(file)
  expect(() => openHistory(file, now)).toThrow(
    `A folder lies where the history file should be: "${file}". Move it away or give it another name, then start Rivulet again.`,
  )
  expect(readdirSync(file)).toEqual([])
})

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, inTransaction } from '../../../src/main/history/connection'
import { openService, temporaryFolder } from '../../unit/history/temporary-history'

/** 200 conversations of 50 messages; every 500th message has a needle, in one of three scripts. */
function fill(file: string): void {
  openService(file).close()
  const connection = connect(file)
  const conversation = connection.prepare(
    'INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)',
  )
  const message = connection.prepare(
    `INSERT INTO messages (id, conversation_id, role, created_at, text) VALUES (?, ?, 'user', ?, ?)`,
  )
  const needles = ['pelican', '東京に行きます', 'Ёлка']
  inTransaction(connection, () => {
    for (let index = 0; index < 10_000; index += 1) {
      const id = `c${Math.floor(index / 50)}`
      if (index % 50 === 0) conversation.run(id, `Title ${id}`, index, index + 49)
      const needle = index % 500 === 7 ? (needles[((index / 500) % 3) | 0] ?? '') : ''
      message.run(`m${index}`, id, index, `common words number${index} ${needle} and more of them`)
    }
  })
  connection.close()
}

test('in 10,000 messages the right ones are found, the newest first', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  fill(file)
  const history = openService(file)
  const found = (text: string): readonly (string | null)[] =>
    history.search(text).map(({ messageId }) => messageId)

  const expected = (needle: number): string[] =>
    Array.from({ length: 20 }, (_each, index) => index)
      .filter((index) => index % 3 === needle)
      .map((index) => `m${index * 500 + 7}`)
      .reverse()
  expect(found('pelic')).toEqual(expected(0))
  expect(found('PELICAN common')).toEqual(expected(0))
  expect(found('東京')).toEqual(expected(1))
  expect(found('行き')).toEqual(expected(1))
  expect(found('ёлк')).toEqual(expected(2))
  expect(found('elica')).toEqual(expected(0))
  expect(found('number9999')).toEqual(['m9999'])
  expect(found('title c199')).toEqual([null])
  expect(found('pelican number75')).toEqual(['m7507'])
  expect(found('nowhere')).toEqual([])

  // A word of every message: fifty conversations, each by its newest message.
  const common = found('common')
  expect(common).toHaveLength(50)
  expect(common.slice(0, 2)).toEqual(['m9999', 'm9949'])
})

test('a search that stops early holds nothing open', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  fill(file)
  const history = openService(file)
  expect(history.search('common')).toHaveLength(50)
  const other = connect(file)
  other.exec("UPDATE conversations SET title = 'x'")
  expect(other.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()).toMatchObject({ busy: 0 })
  other.close()
})

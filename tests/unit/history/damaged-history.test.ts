import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../../src/main/history/migrations/migrations'
import { openHistory } from '../../../src/main/history/open-history'
import { damageBytes, damagePage, pagesOf, raw, withHistory } from './damaged-file'
import { addTurn, answerOf, openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, questionOf } from './turns'

const now = Date.UTC(2026, 10, 22, 12, 57, 3)
const keptAs = 'history.sqlite.broken-2026-11-22T12-57-03'

function newFile(): string {
  return join(temporaryFolder(), 'history.sqlite')
}

function savedNotice(file: string, saved: string): string {
  return `The history file was damaged. What could be read was saved: ${saved}. The damaged file was kept as "${join(file, '..', keptAs)}".`
}

test('damage that the first reading meets after a clean end does not keep the program from starting', () => {
  const file = newFile()
  withHistory(file)
  damageBytes(file, 12_288, 24_576)
  const history = openService(file, { now })
  expect(history.notices).toEqual([savedNotice(file, '1 conversation and 0 messages')])
  expect(history.listConversations()).toMatchObject([{ id: 'c', title: 'Question' }])
  addTurn(history, 'c', 'new', 'Another', 'Answer')
  expect(history.openConversation('c', [])?.messages).toHaveLength(2)
  expect(readdirSync(join(file, '..')).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
    'history.sqlite',
    keptAs,
  ])
})

test('what is readable around damaged pages is saved, and can be used as before', () => {
  const file = newFile()
  withHistory(file, 300)
  const pages = pagesOf(file, 'messages', 'ncell > 1')
  for (const page of pages.slice(3, 5)) damagePage(file, page)
  writeFileSync(`${file}.check`, '')

  const history = openService(file, { now })
  const list = history.listConversations()
  expect(list).toHaveLength(300)
  const messages = list.flatMap(({ id }) => history.openConversation(id, [])?.messages ?? [])
  expect(messages.length).toBeGreaterThan(500)
  expect(messages.length).toBeLessThan(600)
  for (const message of messages) {
    if (message.role === 'user') continue
    expect(message.answer).toMatchObject({
      state: { kind: 'complete' },
      model: { providerId: 'openai' },
      text: expect.stringContaining('Answer Answer'),
    })
  }
  const [notice = ''] = history.notices
  const count = Number(/300 conversations and (\d+) messages/.exec(notice)?.[1])
  expect(count).toBeGreaterThan(500)
  expect(history.search('answer')).toHaveLength(50)
  history.close()
  expect(openService(file, { now }).notices).toEqual([])
})

test.each(['messages', 'answers', 'conversations', 'sqlite_autoindex_messages_1'])(
  'any page of %s may be lost',
  (table) => {
    const made = newFile()
    withHistory(made, 40)
    for (const page of pagesOf(made, table)) {
      const file = newFile()
      writeFileSync(file, readFileSync(made))
      damagePage(file, page)
      writeFileSync(`${file}.check`, '')
      const history = openService(file, { now })
      expect(history.notices).toEqual([expect.stringContaining('was damaged')])
      for (const { id } of history.listConversations()) {
        const { messages = [], chosenMessageId } = history.openConversation(id, []) ?? {}
        if (messages.length > 0) expect(messages.map((each) => each.id)).toContain(chosenMessageId)
      }
      expect(raw(file, (connection) => connection.values('1', 'pragma_foreign_key_check'))).toEqual(
        [],
      )
      if (table !== 'messages') expect(history.search('answer')).toHaveLength(40)
      history.close()
    }
  },
)

test('an answer whose question is lost, and a question whose answer is lost, are shown', () => {
  const file = newFile()
  const first = openService(file)
  addTurn(first, 'c', 'a', 'One', 'First')
  first.addQuestion(questionOf('c', 'b', 'Two', 'a-answer'), begun('b'), 2)
  first.endAnswer(completed('b', 'Second'))
  first.addQuestion(questionOf('c', 'd', 'Three', 'b-answer'), begun('d'), 3)
  first.endAnswer(completed('d', 'Third'))
  first.close()
  // As if their pages were gone.
  raw(file, (connection) => {
    connection.exec('PRAGMA foreign_keys=OFF')
    connection.exec(`DELETE FROM messages WHERE id IN ('a-answer', 'b-question', 'd-answer')`)
    connection.exec(`DELETE FROM answers WHERE message_id = 'b-answer'`)
    connection.exec(`DELETE FROM conversations`)
  })
  writeFileSync(join(file, '..', keptAs), readFileSync(file))
  rmSync(file)
  writeFileSync(`${file}.salvage`, `${keptAs}\n`)

  const history = openService(file, { now })
  expect(history.notices).toEqual([savedNotice(file, '1 conversation and 3 messages')])
  const conversation = history.openConversation('c', [])
  expect(conversation).toMatchObject({ title: 'One', chosenMessageId: 'd-question' })
  const rows = conversation?.messages.map((message) => [
    message.id,
    message.parentId,
    message.role === 'user' ? message.text : message.answer.text,
  ])
  expect(rows).toEqual([
    ['a-question', null, 'One'],
    ['b-question', null, 'This question could not be read any more.'],
    ['b-answer', 'b-question', 'Second'],
    ['d-question', 'b-answer', 'Three'],
  ])
  expect(answerOf(history, 'b')).toMatchObject({ text: 'Second', state: { kind: 'interrupted' } })
})

test('the text of an answer that was running is saved, and what was deleted is not', () => {
  const file = newFile()
  const first = openService(file)
  first.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  first.appendCheckpoints([checkpointOf('a', 0, 'One \0')])
  first.appendCheckpoints([checkpointOf('a', 5, 'two', { reasoning: 'Hm' })])
  addTurn(first, 'gone', 'b', 'Deleted axolotl', 'Deleted axolotl')
  first.deleteConversation('gone')
  first.close()
  for (const page of pagesOf(file, 'answers_by_start')) damagePage(file, page)
  writeFileSync(`${file}.check`, '')

  const history = openService(file, { now })
  expect(history.notices).toEqual([savedNotice(file, '1 conversation and 2 messages')])
  expect(answerOf(history, 'a')).toMatchObject({
    text: 'One \0two',
    reasoning: 'Hm',
    state: { kind: 'interrupted' },
  })
  expect(history.listConversations()).toHaveLength(1)
  expect(raw(file, (connection) => connection.values('id', 'messages'))).toHaveLength(2)
})

test('a damaged history of an older format is saved too', () => {
  const file = newFile()
  const [oldest] = migrations
  const { connection } = openHistory(file, now, oldest === undefined ? [] : [oldest])
  connection.exec(`
    INSERT INTO conversations (id, title, created_at, updated_at) VALUES ('c', 'Old', 1, 2);
    INSERT INTO messages (id, conversation_id, role, created_at, text) VALUES ('q', 'c', 'user', 1, 'Old');
    INSERT INTO messages (id, conversation_id, parent_id, role, created_at, text)
      VALUES ('x-answer', 'c', 'q', 'assistant', 1, 'Words');
    INSERT INTO answers (message_id, provider_id, model_id, attempt, state, finish_reason, reasoning, seams, started_at)
      VALUES ('x-answer', 'p', 'm', 1, 'complete', 'stop', '', '[]', 1)`)
  connection.close()
  for (const page of pagesOf(file, 'messages_of_parent')) damagePage(file, page)
  writeFileSync(`${file}.check`, '')
  const history = openService(file, { now })
  expect(history.notices).toEqual([savedNotice(file, '1 conversation and 2 messages')])
  expect(answerOf(history, 'x')).toMatchObject({ text: 'Words', state: { kind: 'complete' } })
})

test('saving that was cut short is done again at the next start', () => {
  const file = newFile()
  withHistory(file, 3)
  const [page = 0] = pagesOf(file, 'answers_by_start')
  damagePage(file, page)
  const damaged = readFileSync(file)
  // Killed between the renaming of the log and that of the file.
  writeFileSync(join(file, '..', `${keptAs}-wal`), '')
  writeFileSync(`${file}.salvage`, `${keptAs}\n`)
  const first = openService(file, { now })
  expect(first.notices).toEqual([savedNotice(file, '3 conversations and 6 messages')])
  expect(readFileSync(join(file, '..', keptAs)).equals(damaged)).toBe(true)
  expect(existsSync(`${file}.salvage`)).toBe(false)
  first.close()

  // Killed after the new file was filled, before that was noted.
  writeFileSync(`${file}.salvage`, `${keptAs}\n`)
  const second = openService(file, { now })
  expect(second.listConversations()).toHaveLength(3)
  expect(existsSync(`${file}.salvage`)).toBe(false)
})

test('a history that is asked to be checked is whole: nothing is said, and it is asked once', () => {
  const file = newFile()
  withHistory(file, 3)
  writeFileSync(`${file}.check`, '')
  const history = openService(file)
  expect(history.notices).toEqual([])
  expect(history.listConversations()).toHaveLength(3)
  expect(existsSync(`${file}.check`)).toBe(false)
})

test('an index that contradicts its table is found when a check was asked for', () => {
  const file = newFile()
  withHistory(file, 3)
  const bytes = readFileSync(file)
  const definition = 'answers_by_start ON answers (started_at)'
  for (let at = bytes.indexOf(definition); at >= 0; at = bytes.indexOf(definition, at + 1)) {
    bytes.write(definition.replace('started_at', 'message_id'), at)
  }
  writeFileSync(file, bytes)
  const first = openService(file, { now })
  expect(first.notices).toEqual([])
  first.close()
  writeFileSync(`${file}.check`, '')
  const history = openService(file, { now })
  expect(history.notices).toEqual([savedNotice(file, '3 conversations and 6 messages')])
})

test('where nothing can be written beside the file, a check that is asked for does no harm', () => {
  const file = newFile()
  withHistory(file)
  mkdirSync(`${file}.check`)
  expect(openService(file).notices).toEqual([])
})

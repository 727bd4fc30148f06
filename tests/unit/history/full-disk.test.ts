import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Connection } from '../../../src/main/history/connection'
import { createHistoryService } from '../../../src/main/history/history-service'
import { openHistory } from '../../../src/main/history/open-history'
import { sentenceFor } from '../../../src/main/history/problem'
import { addTurn, openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, questionOf } from './turns'

const sentence =
  'The disk is full. Free some space and try again; everything that was saved before is still there.'

/** SQLite refuses to grow the file, as on a full disk. */
function fill(connection: Connection): void {
  const [pages] = connection.values('page_count', 'pragma_page_count')
  connection.exec(`PRAGMA max_page_count=${Number(pages)}`)
}

function refusalOf(work: () => void): string {
  try {
    work()
    return 'none'
  } catch (error) {
    return sentenceFor(error)
  }
}

test('a full disk refuses in a sentence, changes nothing, and what was saved can be read', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const { connection } = openHistory(file, 1)
  const history = createHistoryService(connection, () => 1)
  addTurn(history, 'c', 'a', 'Question', 'Answer')
  history.addQuestion(questionOf('c', 'b', 'More', 'a-answer'), begun('b'), 2)
  history.appendCheckpoints([checkpointOf('b', 0, 'So far')])
  fill(connection)

  const long = 'long text '.repeat(10_000)
  expect(refusalOf(() => history.addQuestion(questionOf('d', 'x', long), begun('x'), 3))).toBe(
    sentence,
  )
  expect(refusalOf(() => history.appendCheckpoints([checkpointOf('b', 6, long)]))).toBe(sentence)
  expect(refusalOf(() => history.endAnswer(completed('b', `So far${long}`)))).toBe(sentence)
  expect(history.listConversations().map(({ id }) => id)).toEqual(['c'])
  expect(history.search('answer')).toHaveLength(1)

  // Space again: the same end goes through.
  connection.exec('PRAGMA max_page_count=1000000')
  history.endAnswer(completed('b', `So far${long}`))
  history.close()
  const [, , , last] = openService(file).openConversation('c', [])?.messages ?? []
  expect(last).toMatchObject({ answer: { text: `So far${long}`, state: { kind: 'complete' } } })
})

import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { branchEnd } from '../../../src/main/history/branch'
import { createHistoryService } from '../../../src/main/history/history-service'
import { openHistory } from '../../../src/main/history/open-history'
import { addTurn, temporaryFolder } from './temporary-history'

/** The end of the branch of a conversation with two first turns, while there is another conversation. */
function endOf(chosenMessageId: string | null): string | undefined {
  const { connection } = openHistory(join(temporaryFolder(), 'history.sqlite'), 1000)
  onTestFinished(() => connection.close())
  const history = createHistoryService(connection, () => 1000)
  addTurn(history, 'c', 'first', 'One', 'a')
  addTurn(history, 'c', 'second', 'Another', 'b')
  addTurn(history, 'd', 'elsewhere', 'Two', 'c')
  return branchEnd(connection, 'c', chosenMessageId)?.id
}

test('a chosen message leads to the end of its branch', () => {
  expect(endOf('first-question')).toBe('first-answer')
})

test.each([
  ['no message is chosen', null],
  ['the chosen one is not there', 'gone'],
  ['the chosen one is in another conversation', 'elsewhere-question'],
])('the newest first turn is shown when %s', (_, chosenMessageId) => {
  expect(endOf(chosenMessageId)).toBe('second-answer')
})

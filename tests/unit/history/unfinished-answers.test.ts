import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HistoryService } from '../../../src/main/history/history-service'
import type { AnswerState } from '../../../src/shared/stream/reduce-answer'
import { openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, questionOf } from './turns'

const cursor = { responseId: 'resp_1', sequenceNumber: 17 }

function begin(history: HistoryService, name: string, conversationId = 'c'): void {
  history.addQuestion(questionOf(conversationId, name, 'Question'), begun(name), 1)
}

function end(history: HistoryService, name: string, state: AnswerState): void {
  history.endAnswer({ ...completed(name, 'Half'), state })
}

test('what the end of the program interrupted is told, the newest first, until it goes on', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file)
  begin(first, 'quit')
  begin(first, 'crash', 'other')
  first.appendCheckpoints([checkpointOf('crash', 0, 'Half', { cursor })])
  end(first, 'quit', { kind: 'interrupted' })
  first.close()

  const second = openService(file)
  expect(second.takeUnfinished('always')).toEqual([
    { conversationId: 'other', answerId: 'crash-answer', kept: true },
    { conversationId: 'c', answerId: 'quit-answer', kept: false },
  ])
  second.reopenAnswer('crash-answer', [])
  expect(second.takeUnfinished('always')).toMatchObject([{ answerId: 'quit-answer' }])
  expect(second.takeUnfinished('never')).toEqual([])
  expect(second.takeUnfinished('always')).toEqual([])
})

test('only what the server keeps is told when that is wanted; the rest never again', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  for (const name of ['kept', 'other']) begin(history, name)
  history.appendCheckpoints([checkpointOf('kept', 0, 'Half', { cursor })])
  for (const name of ['kept', 'other']) end(history, name, { kind: 'interrupted' })
  expect(history.takeUnfinished('when-kept')).toMatchObject([{ answerId: 'kept-answer' }])
  expect(history.takeUnfinished('always')).toMatchObject([{ answerId: 'kept-answer' }])
})

test('an answer that ended otherwise, or was restarted as another, is not unfinished', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  const failure = { code: 'internal', message: 'Failed.', retryable: true } as const
  const ends: readonly AnswerState[] = [
    { kind: 'complete', finishReason: 'stop' },
    { kind: 'stopped' },
    { kind: 'failed', failure },
    { kind: 'interrupted', restartedAs: 'other-answer' },
  ]
  ends.forEach((state, index) => {
    begin(history, `n${index}`)
    end(history, `n${index}`, state)
  })
  begin(history, 'running')
  expect(history.takeUnfinished('always')).toEqual([])
})

test('an answer that goes on is not unfinished until it is interrupted again', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file)
  begin(first, 'a')
  end(first, 'a', { kind: 'interrupted' })
  first.reopenAnswer('a-answer', [])
  expect(first.takeUnfinished('always')).toEqual([])
  first.close()
  expect(openService(file).takeUnfinished('always')).toHaveLength(1)
})

test('a deleted conversation has nothing unfinished, until it is restored', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  begin(history, 'a')
  end(history, 'a', { kind: 'interrupted' })
  history.deleteConversation('c')
  expect(history.takeUnfinished('always')).toEqual([])
  history.restoreConversation('c')
  expect(history.takeUnfinished('always')).toHaveLength(1)
})

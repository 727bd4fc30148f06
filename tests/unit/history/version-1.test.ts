import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { connectReadOnly, versionOf } from '../../../src/main/history/connection'
import { answerOf, openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, model } from './turns'

/**
 * Written by the program when 1 was its format: five answers, one for each way of ending and one
 * that was running, and a deleted conversation.
 */
const file1 = join(import.meta.dirname, 'version-1.sqlite.gz')
const strange = 'a\0b \ud83d half, \udc00 half, whole 😀, end\0'

function version1(): string {
  const file = join(temporaryFolder(), 'history.sqlite')
  writeFileSync(file, gunzipSync(readFileSync(file1)))
  return file
}

test('a history of format 1 is brought to the newest, with every answer as it was', () => {
  const history = openService(version1())
  expect(history.notices).toEqual([])
  expect(history.listConversations().map(({ id }) => id)).toEqual(['c'])
  expect(answerOf(history, 'complete')).toEqual({
    ...completed('complete', 'Scattering.'),
    attempt: 2,
    reasoning: 'Hm.',
    seams: [3, 7],
    usage: { inputTokens: 12, outputTokens: 34 },
  })
  expect(answerOf(history, 'strange')).toEqual({
    ...completed('strange', strange),
    reasoning: strange,
    state: { kind: 'stopped' },
  })
  expect(answerOf(history, 'failed')?.state).toMatchObject({
    kind: 'failed',
    failure: { code: 'rate-limited', message: 'Too many requests. Wait a minute.' },
  })
  expect(answerOf(history, 'interrupted')?.state).toEqual({ kind: 'interrupted' })
  expect(answerOf(history, 'running')).toEqual({
    ...begun('running'),
    text: 'Twinkle 😀 little',
    reasoning: 'Hm.',
    state: { kind: 'interrupted' },
    firstTextAt: 5000,
    endedAt: 6000,
  })
  expect(history.search('scattering')).toHaveLength(1)
  expect(history.pastLengths(model)).toEqual([{ questionLength: 20, answerLength: 11 }])
})

test('what was running in format 1 is unfinished and can go on; what had ended is left alone', () => {
  const history = openService(version1())
  expect(history.takeUnfinished('always')).toEqual([
    { conversationId: 'c', answerId: 'running-answer', kept: false },
  ])
  const { answer } = history.reopenAnswer('running-answer', [])
  history.appendCheckpoints([checkpointOf('running', answer.text.length, ' star')])
  expect(answerOf(history, 'running')?.text).toBe('Twinkle 😀 little star')
  expect(history.reopenAnswer('strange-answer', [])).toMatchObject({
    questionId: 'strange-question',
    answer: { text: strange, reasoning: strange },
    cursor: null,
  })
})

test('before a history of format 1 is changed it is copied', () => {
  const file = version1()
  openService(file).close()
  const backup = connectReadOnly(`${file}.before-2`)
  expect(versionOf(backup)).toBe(1)
  expect(backup.values('message_id', `answers WHERE state = 'running'`)).toEqual(['running-answer'])
  expect(backup.values('length(text)', 'checkpoints')).toHaveLength(2)
  expect(backup.values('id', 'messages')).toHaveLength(12)
  backup.close()
})

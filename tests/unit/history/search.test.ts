import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { HistoryService } from '../../../src/main/history/history-service'
import { addTurn, openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, questionOf } from './turns'

let history: HistoryService

function found(text: string): readonly string[] {
  return history.search(text).map(({ conversationId }) => conversationId)
}

beforeEach(() => {
  history = openService(join(temporaryFolder(), 'history.sqlite'))
})

test('every word is the beginning of a word, and all must be found', () => {
  addTurn(history, 'rivers', 'a', 'What is a rivulet?', 'A small stream of water.')
  addTurn(history, 'code', 'b', 'Stream a file', 'Use a readable stream and a small buffer.')
  expect(found('stream wat')).toEqual(['rivers'])
  expect(found('SMALL str')).toEqual(['code', 'rivers'])
  expect(found('stream volcano')).toEqual([])
})

test('the newest message of a conversation is its hit, and the newest conversation comes first', () => {
  addTurn(history, 'old', 'a', 'pelican', 'one pelican', 100)
  addTurn(history, 'new', 'b', 'pelican', 'two pelicans', 200)
  history.addQuestion(questionOf('old', 'c', 'more', 'a-answer'), begun('c', 300), 300)
  history.endAnswer(completed('c', 'a third pelican', 300))
  expect(history.search('pelican').map(({ messageId }) => messageId)).toEqual([
    'c-answer',
    'b-answer',
  ])
})

test('titles are searched, also after a new name', () => {
  addTurn(history, 'c', 'a', 'Question', 'Answer')
  history.renameConversation('c', 'Holiday in Perú')
  expect(history.search('holi peru')).toEqual([
    {
      conversationId: 'c',
      title: 'Holiday in Perú',
      messageId: null,
      excerpt: [
        { text: 'Holi', found: true },
        { text: 'day in ', found: false },
        { text: 'Perú', found: true },
      ],
    },
  ])
  history.renameConversation('c', 'Something else')
  expect(found('holiday')).toEqual([])
})

test.each([
  ['creme', 'A crème brûlée, please'],
  ['BRÛLÉE', 'A creme brulee, please'],
  ['привет', 'Скажи Привет миру'],
  ['東京', '明日は東京に行きます'],
  ['行きます', '明日は東京に行きます'],
  ['天气', '今天天气很好'],
  ['สวัสดี', 'เขาพูดว่าสวัสดีครับ'],
  ['세계', '안녕하세요 세계'],
  ['東京 map', 'A map of 東京都'],
  ['stream', 'the mainstream view'],
  ['рив', 'Это ПРИВЕТ'],
  ['c++', 'Written in C++ long ago'],
  ['++', 'i++ is enough'],
  ['100%', 'It is 100% sure'],
  ['foo-bar', 'call foo-bar now'],
  ['snake_case', 'some_snake_case_name'],
])('%s is found in "%s"', (query, text) => {
  addTurn(history, 'other', 'o', 'Nothing here', 'Nor here: i + + 1, fo oo, 10')
  addTurn(history, 'c', 'a', 'Question', text)
  expect(found(query)).toEqual(['c'])
  expect(history.search(query)[0]?.excerpt.some((part) => part.found)).toBe(true)
})

test('nothing typed finds nothing', () => {
  addTurn(history, 'c', 'a', 'Question', 'Answer')
  expect(found('')).toEqual([])
  expect(found(' \n\0 ')).toEqual([])
})

test('nothing that can be typed is an error', () => {
  addTurn(history, 'c', 'a', 'Question', 'Answer "quoted" AND NEAR( col:x ^y * -z {a b} \\ % _')
  const word = fc.oneof(
    fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      '"',
      '""',
      '*',
      '^a',
      'text:',
      '{',
      '-',
      '\\',
      '%',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      expect(Array.isArray(history.search(words.join(' ')))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a running answer is found when it has ended', () => {
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  history.appendCheckpoints([checkpointOf('a', 0, 'pelican')])
  expect(found('pelican')).toEqual([])
  history.endAnswer(completed('a', 'pelican'))
  expect(found('pelican')).toEqual(['c'])
})

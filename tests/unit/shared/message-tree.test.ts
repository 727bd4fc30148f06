import { expect, test } from 'vitest'
import { type Message, titleFrom } from '../../../src/shared/conversation/conversation'
import { pathThrough } from '../../../src/shared/conversation/message-tree'
import { newAnswer } from '../../../src/shared/stream/reduce-answer'

const model = { providerId: 'p', modelId: 'm' }
const question = (id: string, parentId: string | null): Message => ({
  role: 'user',
  id,
  parentId,
  createdAt: 0,
  text: id,
})
const answer = (id: string, parentId: string): Message => ({
  role: 'assistant',
  id,
  parentId,
  createdAt: 0,
  answer: newAnswer(id, model, 0),
})

const messages = [
  question('q1', null),
  answer('a1', 'q1'),
  question('q2', 'a1'),
  answer('a2', 'q2'),
  answer('a1-again', 'q1'),
  question('q3', 'a1-again'),
]
const shown = (chosen: string | null) =>
  pathThrough(messages, chosen).map(({ message }) => message.id)

test('without a choice the newest version is shown at every fork', () => {
  expect(shown(null)).toEqual(['q1', 'a1-again', 'q3'])
})

test('a chosen message shows its branch down to its newest end', () => {
  expect(shown('a1')).toEqual(['q1', 'a1', 'q2', 'a2'])
  expect(shown('q2')).toEqual(['q1', 'a1', 'q2', 'a2'])
})

test('a choice that is not there is passed over', () => {
  expect(shown('gone')).toEqual(['q1', 'a1-again', 'q3'])
})

test('every turn knows its versions in the order of their making', () => {
  const path = pathThrough(messages, 'a1')
  expect(path[1]?.versions).toEqual(['a1', 'a1-again'])
  expect(path[0]?.versions).toEqual(['q1'])
})

test.each([
  ['  How do I\tsearch?  \nmore', 'How do I search?'],
  ['', 'New conversation'],
  [`${'word '.repeat(30)}`, `${'word '.repeat(16).trim()}…`],
  ['x'.repeat(100), `${'x'.repeat(80)}…`],
])('a title is made of the first line of %j', (text, title) => {
  expect(titleFrom(text)).toBe(title)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../src/main/history/connection'
import type { HistoryService } from '../../../src/main/history/history-service'
import type { Answer } from '../../../src/shared/stream/reduce-answer'
import { addTurn, openService, temporaryFolder } from './temporary-history'
import { begun, completed, questionOf } from './turns'

function answersOf(history: HistoryService, conversationId: string): readonly Answer[] {
  const messages = history.openConversation(conversationId, [])?.messages ?? []
  return messages.flatMap((message) => (message.role === 'assistant' ? [message.answer] : []))
}

test('a question makes its conversation, and both are there after a restart', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file)
  const failure = { code: 'rate-limited', message: 'Too many.', retryable: true } as const
  const failedAttempts = [{ model: { providerId: 'p', modelId: 'm' }, failure, at: 12 }]
  first.addQuestion(questionOf('c', 'a', 'Why is the sky blue?\nAnd the sea?'), begun('a', 10), 5)
  first.endAnswer({
    ...completed('a', 'Scattering.', 10),
    attempt: 2,
    reasoning: 'Hm.',
    seams: [3, 7],
    failedAttempts,
    usage: { inputTokens: 12, outputTokens: 34 },
  })
  first.close()

  const history = openService(file)
  expect(history.listConversations()).toEqual([
    { id: 'c', title: 'Why is the sky blue?', createdAt: 5, updatedAt: 5 },
  ])
  expect(history.openConversation('c', [])).toEqual({
    id: 'c',
    title: 'Why is the sky blue?',
    createdAt: 5,
    updatedAt: 5,
    chosenMessageId: 'a-answer',
    messages: [
      {
        role: 'user',
        id: 'a-question',
        parentId: null,
        createdAt: 5,
        text: 'Why is the sky blue?\nAnd the sea?',
      },
      {
        role: 'assistant',
        id: 'a-answer',
        parentId: 'a-question',
        createdAt: 5,
        answer: {
          ...completed('a', 'Scattering.', 10),
          attempt: 2,
          reasoning: 'Hm.',
          seams: [3, 7],
          failedAttempts,
          usage: { inputTokens: 12, outputTokens: 34 },
        },
      },
    ],
  })
  expect(history.openConversation('nowhere', [])).toBeNull()
})

test('every end of an answer comes back as it was', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  const failure = {
    code: 'rate-limited',
    message: 'Too many requests. Wait a minute.',
    retryable: true,
    retryAfterMs: 60_000,
    action: 'check-provider',
  } as const
  const ends = [
    { kind: 'complete', finishReason: 'length' },
    { kind: 'stopped' },
    { kind: 'interrupted' },
    { kind: 'interrupted', restartedAs: 'another-answer' },
    { kind: 'failed', failure },
  ] as const
  ends.forEach((state, index) => {
    const name = `n${index}`
    history.addQuestion(questionOf('c', name, 'Again'), begun(name), 5)
    history.endAnswer({ ...completed(name, 'text'), state })
  })
  expect(answersOf(history, 'c').map(({ state }) => state)).toEqual(ends)
})

test('an answer ends once: a second end changes nothing, and one that runs is no end', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  addTurn(history, 'c', 'a', 'Question', 'Whole')
  history.endAnswer(completed('a', 'Something else'))
  expect(answersOf(history, 'c').map(({ text }) => text)).toEqual(['Whole'])
  expect(() => history.endAnswer(begun('a'))).toThrow('has not ended')
  expect(() => history.endAnswer(completed('nobody', 'x'))).toThrow('not in the history')
})

test('alternatives are siblings, in the order of their making, and the newest is shown', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  addTurn(history, 'c', 'a', 'Question', 'First')
  history.addAnswer('c', 'a-question', begun('again'), 2000)
  history.endAnswer(completed('again', 'Second'))
  const opened = history.openConversation('c', [])
  expect(opened?.messages.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['a-question', null],
    ['a-answer', 'a-question'],
    ['again-answer', 'a-question'],
  ])
  expect(opened?.chosenMessageId).toBe('again-answer')
  expect(opened?.updatedAt).toBe(2000)
  history.chooseMessage('c', 'a-answer')
  expect(history.openConversation('c', [])?.chosenMessageId).toBe('a-answer')
})

test('a question that cannot be stored whole is not stored at all', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  addTurn(history, 'other', 'a', 'Question', 'Answer')
  const strange = questionOf('new', 'b', 'Follows a message of another conversation', 'a-answer')
  expect(() => history.addQuestion(strange, begun('b'), 1)).toThrow()
  expect(() => history.addQuestion(questionOf('new', 'a', 'Twice'), begun('b'), 1)).toThrow()
  expect(history.listConversations().map(({ id }) => id)).toEqual(['other'])
})

test('the list has the last used first', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  addTurn(history, 'old', 'a', 'Old', 'x', 100)
  addTurn(history, 'new', 'b', 'New', 'x', 200)
  expect(history.listConversations().map(({ id }) => id)).toEqual(['new', 'old'])
  history.addQuestion(questionOf('old', 'c', 'More', 'a-answer'), begun('c'), 300)
  expect(history.listConversations().map(({ id }) => id)).toEqual(['old', 'new'])
})

test('renaming, and what is not there', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  addTurn(history, 'c', 'a', 'Question', 'Answer')
  history.renameConversation('c', 'A better name')
  expect(history.openConversation('c', [])?.title).toBe('A better name')
  const missing = 'This conversation is not there any more.'
  expect(() => history.renameConversation('x', 'y')).toThrow(missing)
  expect(() => history.deleteConversation('x')).toThrow(missing)
  expect(() => history.restoreConversation('x')).toThrow(missing)
  expect(() => history.chooseMessage('c', 'x')).toThrow(missing)
  expect(() => history.addAnswer('x', 'a-question', begun('z'), 1)).toThrow(missing)
})

test('a deleted conversation is hidden, comes back on request, and is gone after a restart', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file)
  addTurn(first, 'kept', 'a', 'Keep this pelican', 'Yes')
  addTurn(first, 'gone', 'b', 'Remove this axolotl', 'The axolotl says yes')
  first.deleteConversation('gone')
  expect(first.listConversations().map(({ id }) => id)).toEqual(['kept'])
  expect(first.openConversation('gone', [])).toBeNull()
  expect(first.search('axolotl')).toEqual([])
  first.restoreConversation('gone')
  expect(first.openConversation('gone', [])?.messages).toHaveLength(2)
  first.deleteConversation('gone')
  first.close()

  const second = openService(file)
  expect(() => second.restoreConversation('gone')).toThrow('not there')
  second.close()
  const bytes = readFileSync(file)
  expect(bytes.includes('pelican')).toBe(true)
  expect(bytes.includes('axolotl')).toBe(false)
})

test('a conversation of thousands of messages in one chain can be deleted', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file)
  let parent: string | null = null
  for (let index = 0; index < 1500; index += 1) {
    const name = `n${index}`
    first.addQuestion(questionOf('long', name, 'And then?', parent), begun(name), index)
    parent = `${name}-answer`
  }
  expect(first.openConversation('long', [])?.messages).toHaveLength(3000)
  first.deleteConversation('long')
  first.close()
  const second = openService(file)
  expect(second.notices).toEqual([])
  expect(() => second.restoreConversation('long')).toThrow('not there')
})

test('text that SQLite cannot hold comes back unit by unit', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  const strange = 'a\0b \ud83d half, \udc00 half, whole 😀, end\0'
  addTurn(history, 'c', 'a', strange, strange)
  const messages = history.openConversation('c', [])?.messages ?? []
  expect(messages.map((each) => (each.role === 'user' ? each.text : each.answer.text))).toEqual([
    strange,
    strange,
  ])
  expect(history.search('half').map(({ conversationId }) => conversationId)).toEqual(['c'])
})

test('a damaged column does not keep a conversation from opening', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file)
  for (const name of ['a', 'b', 'd']) {
    first.addQuestion(questionOf('c', name, 'Question'), begun(name), 1)
    first.endAnswer({ ...completed(name, `Answer ${name}`), seams: [1] })
  }
  first.close()
  const raw = connect(file)
  raw.exec(
    `UPDATE answers SET seams = '{', failed_attempts = '[{"at":1}]', state = 'nonsense' WHERE message_id = 'a-answer'`,
  )
  raw.exec(`UPDATE answers SET seams = '["x"]', finish_reason = 'so' WHERE message_id = 'b-answer'`)
  raw.exec(`UPDATE answers SET state = 'failed', failure = '[' WHERE message_id = 'd-answer'`)
  raw.close()

  const answers = answersOf(openService(file), 'c')
  expect(answers.map(({ text }) => text)).toEqual(['Answer a', 'Answer b', 'Answer d'])
  expect(answers.map(({ seams }) => seams)).toEqual([[], [], [1]])
  expect(answers.map(({ state }) => state)).toEqual([
    { kind: 'interrupted' },
    { kind: 'complete', finishReason: 'other' },
    { kind: 'failed', failure: expect.objectContaining({ code: 'internal', retryable: true }) },
  ])
})

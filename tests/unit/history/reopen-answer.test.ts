import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, AnswerState } from '../../../src/shared/stream/reduce-answer'
import { addTurn, answerOf, openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, questionOf } from './turns'

const strange = 'a\0b 😀 and half \ud83d'
const cursor = { responseId: 'resp_1', sequenceNumber: 17 }
const failure = { code: 'connection-lost', message: 'Lost.', retryable: true } as const
const interrupted: AnswerState = { kind: 'interrupted' }

function ended(name: string, text: string, state: AnswerState): Answer {
  return { ...completed(name, text), state }
}

test('an interrupted answer runs again, with all that was kept', () => {
  const time = { now: 9000 }
  const history = openService(join(temporaryFolder(), 'history.sqlite'), time)
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  const answer: Answer = {
    ...ended('a', strange, interrupted),
    attempt: 3,
    reasoning: strange,
    seams: [2],
    failedAttempts: [{ model: { providerId: 'p', modelId: 'm' }, failure, at: 1050 }],
    usage: { inputTokens: 1, outputTokens: 2 },
  }
  history.endAnswer(answer)

  expect(history.reopenAnswer('a-answer', [])).toEqual({
    conversationId: 'c',
    questionId: 'a-question',
    answer: { ...answer, state: { kind: 'resuming' }, endedAt: null },
    cursor: null,
  })
  expect(answerOf(history, 'a')).toEqual({ ...answer, state: { kind: 'streaming' }, endedAt: null })
  expect(history.search('half')).toHaveLength(1)

  const more = checkpointOf('a', strange.length, '\ude00 more', { reasoning: '!' })
  expect(() => history.appendCheckpoints([{ ...more, offset: 0 }])).toThrow('A checkpoint at 0')
  history.appendCheckpoints([more])
  expect(answerOf(history, 'a')).toMatchObject({
    text: `${strange}\ude00 more`,
    reasoning: `${strange}!`,
  })
  history.endAnswer(completed('a', 'The whole answer'))
  expect(answerOf(history, 'a')).toEqual(completed('a', 'The whole answer'))
  expect(history.search('more')).toEqual([])
})

test('a crash after the reopening finds everything, in its order, and it can be reopened again', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file, { now: 5000 })
  first.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  first.endAnswer({ ...ended('a', 'One ', interrupted), reasoning: 'Hm', seams: [1] })
  first.reopenAnswer('a-answer', [])
  first.close()

  const second = openService(file, { now: 6000 })
  expect(answerOf(second, 'a')).toMatchObject({ text: 'One ', state: interrupted, endedAt: 5000 })
  second.reopenAnswer('a-answer', [])
  second.appendCheckpoints([checkpointOf('a', 4, 'two ', { reasoning: '.' })])
  second.appendCheckpoints([checkpointOf('a', 8, 'three')])
  second.close()

  expect(answerOf(openService(file), 'a')).toEqual({
    ...ended('a', 'One two three', interrupted),
    reasoning: 'Hm.',
    seams: [1],
    endedAt: 6000,
  })
})

test.each<[string, AnswerState, boolean]>([
  ['interrupted', interrupted, true],
  ['failed', { kind: 'failed', failure }, true],
  ['stopped', { kind: 'stopped' }, false],
])('the place on the server after an end as %s', (_name, state, kept) => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  history.appendCheckpoints([
    checkpointOf('a', 0, 'One', { cursor: { responseId: 'resp_1', sequenceNumber: 3 } }),
    checkpointOf('a', 3, ' two', { cursor }),
    checkpointOf('a', 7, '', { reasoning: 'Hm' }),
  ])
  history.endAnswer(ended('a', 'One two', state))
  expect(history.reopenAnswer('a-answer', [])).toMatchObject({
    answer: { text: 'One two', state: { kind: 'resuming' } },
    cursor: kept ? cursor : null,
  })
})

test('the place on the server survives a crash, and another reopening', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const first = openService(file)
  first.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  first.appendCheckpoints([checkpointOf('a', 0, 'One', { cursor })])
  first.close()
  const second = openService(file)
  expect(second.reopenAnswer('a-answer', []).cursor).toEqual(cursor)
  second.close()
  expect(openService(file).reopenAnswer('a-answer', []).cursor).toEqual(cursor)
})

test('a place on the server is not stored without its text', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  const good = checkpointOf('a', 0, 'One', { cursor })
  expect(() => history.appendCheckpoints([good, checkpointOf('a', 9, 'x')])).toThrow('checkpoint')
  history.endAnswer(ended('a', '', interrupted))
  expect(history.reopenAnswer('a-answer', []).cursor).toBeNull()
})

test('what cannot be reopened is refused with a sentence and stays as it is', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  addTurn(history, 'c', 'a', 'Question', 'Whole')
  history.addQuestion(questionOf('c', 'b', 'More'), begun('b'), 2)
  history.addQuestion(questionOf('gone', 'd', 'Question'), begun('d'), 3)
  history.endAnswer(ended('d', 'Half', interrupted))
  history.deleteConversation('gone')
  const missing = 'This answer is not in the history any more.'
  expect(() => history.reopenAnswer('a-answer', [])).toThrow(
    'This answer is complete: there is nothing to go on with.',
  )
  expect(() => history.reopenAnswer('b-answer', ['b-answer'])).toThrow(
    'This answer is being received already.',
  )
  expect(() => history.reopenAnswer('d-answer', [])).toThrow(missing)
  expect(() => history.reopenAnswer('a-question', [])).toThrow(missing)
  expect(answerOf(history, 'a')).toEqual(completed('a', 'Whole'))
  expect(answerOf(history, 'b')?.state).toEqual({ kind: 'connecting' })
})

test('an answer without an end that nobody receives is interrupted, and can go on', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'), { now: 7000 })
  for (const name of ['a', 'b']) {
    history.addQuestion(questionOf('c', name, 'Question'), begun(name), 1)
    history.appendCheckpoints([checkpointOf(name, 0, 'One', { reasoning: 'Hm' })])
  }
  expect(answerOf(history, 'a', ['b-answer'])).toMatchObject({
    text: 'One',
    reasoning: 'Hm',
    state: interrupted,
    endedAt: 7000,
  })
  expect(answerOf(history, 'b', ['b-answer'])?.state).toEqual({ kind: 'streaming' })
  expect(answerOf(history, 'a')?.state).toEqual({ kind: 'streaming' })

  expect(history.reopenAnswer('a-answer', ['b-answer']).answer.text).toBe('One')
  history.appendCheckpoints([checkpointOf('a', 3, ' two')])
  expect(answerOf(history, 'a')).toMatchObject({ text: 'One two', state: { kind: 'streaming' } })
})

test('any text, cut anywhere by ends and crashes and gone on with each time, comes out whole', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const ends = ['none', 'crash', 'interrupted', 'stopped', 'failed'] as const
  const states: { readonly [Name in (typeof ends)[number]]?: AnswerState } = {
    interrupted,
    stopped: { kind: 'stopped' },
    failed: { kind: 'failed', failure },
  }
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
      .map((codes) => String.fromCharCode(...codes)),
    fc.constantFrom('\ud83d', '\ude00', '\0', ''),
  )
  const steps = fc.array(fc.record({ piece, end: fc.constantFrom(...ends) }), { maxLength: 10 })
  let run = 0
  fc.assert(
    fc.property(steps, (cuts) => {
      run += 1
      const name = `n${run}`
      let history = openService(file)
      history.addQuestion(questionOf('c', name, 'Question'), begun(name), 1)
      let text = ''
      for (const { piece: next, end } of cuts) {
        history.appendCheckpoints([checkpointOf(name, text.length, next, { reasoning: next })])
        text += next
        expect(answerOf(history, name)).toMatchObject({ text, reasoning: text, endedAt: null })
        if (end === 'none') continue
        const state = states[end]
        if (state === undefined) {
          history.close()
          history = openService(file)
        } else {
          history.endAnswer({ ...ended(name, text, state), reasoning: text })
        }
        expect(history.reopenAnswer(`${name}-answer`, []).answer).toMatchObject({
          text,
          reasoning: text,
        })
      }
      history.close()
      const last = openService(file)
      expect(answerOf(last, name)).toMatchObject({ text, reasoning: text, state: interrupted })
      last.close()
    }),
    { numRuns: 60 },
  )
})

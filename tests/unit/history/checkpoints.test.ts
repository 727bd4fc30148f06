import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connect } from '../../../src/main/history/connection'
import type { HistoryService } from '../../../src/main/history/history-service'
import type { Answer } from '../../../src/shared/stream/reduce-answer'
import { openService, temporaryFolder } from './temporary-history'
import { begun, completed, questionOf } from './turns'

function answerOf(history: HistoryService, name: string): Answer | undefined {
  const messages = history.openConversation('c')?.messages ?? []
  const found = messages.find(({ id }) => id === `${name}-answer`)
  return found?.role === 'assistant' ? found.answer : undefined
}

test('what was checkpointed is read while the answer runs', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  expect(answerOf(history, 'a')?.state).toEqual({ kind: 'connecting' })
  history.appendCheckpoints([{ answerId: 'a-answer', offset: 0, text: 'One ', reasoning: 'Hm' }])
  history.appendCheckpoints([{ answerId: 'a-answer', offset: 4, text: 'two', reasoning: '.' }])
  expect(answerOf(history, 'a')).toMatchObject({
    state: { kind: 'streaming' },
    text: 'One two',
    reasoning: 'Hm.',
    endedAt: null,
  })
})

test('an answer that was running when the program ended is interrupted, with all its text', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const time = { now: 5000 }
  const first = openService(file, time)
  first.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1000)
  first.addQuestion(questionOf('c', 'silent', 'Question', 'a-answer'), begun('silent', 1500), 1500)
  first.appendCheckpoints([{ answerId: 'a-answer', offset: 0, text: '', reasoning: 'Hm' }])
  time.now = 6000
  first.appendCheckpoints([{ answerId: 'a-answer', offset: 0, text: 'One ', reasoning: '' }])
  time.now = 7000
  first.appendCheckpoints([{ answerId: 'a-answer', offset: 4, text: 'two', reasoning: '' }])
  first.close()

  const history = openService(file)
  expect(history.notices).toEqual([])
  expect(answerOf(history, 'a')).toEqual({
    ...begun('a'),
    text: 'One two',
    reasoning: 'Hm',
    state: { kind: 'interrupted' },
    firstTextAt: 6000,
    endedAt: 7000,
  })
  expect(answerOf(history, 'silent')).toMatchObject({
    text: '',
    state: { kind: 'interrupted' },
    endedAt: 1500,
  })
  expect(history.search('two')).toHaveLength(1)
})

test('the end folds the checkpoints into the message and removes them', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const history = openService(file)
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  history.appendCheckpoints([{ answerId: 'a-answer', offset: 0, text: 'One', reasoning: '' }])
  history.endAnswer(completed('a', 'One two'))
  expect(answerOf(history, 'a')).toEqual(completed('a', 'One two'))
  history.close()
  const raw = connect(file)
  expect(raw.prepare('SELECT count(*) AS count FROM checkpoints').get()).toEqual({ count: 0 })
  raw.close()
})

test.each([
  ['a gap', { answerId: 'a-answer', offset: 9, text: 'x', reasoning: '' }],
  ['a repeat', { answerId: 'a-answer', offset: 0, text: 'One', reasoning: '' }],
  ['an ended answer', { answerId: 'b-answer', offset: 0, text: 'x', reasoning: '' }],
  ['an unknown answer', { answerId: 'nobody', offset: 0, text: 'x', reasoning: '' }],
])('a batch with %s is refused whole', (_name, bad) => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  history.addQuestion(questionOf('c', 'b', 'Question'), begun('b'), 1)
  history.endAnswer(completed('b', ''))
  history.appendCheckpoints([{ answerId: 'a-answer', offset: 0, text: 'One', reasoning: '' }])
  const good = { answerId: 'a-answer', offset: 3, text: ' two', reasoning: '' }
  expect(() => history.appendCheckpoints([good, bad])).toThrow('checkpoint')
  expect(answerOf(history, 'a')?.text).toBe('One')
})

test('any cutting of a text into checkpoints gives the text, running and after a restart', () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const units = fc.string({ unit: 'binary', maxLength: 60 })
  const halves = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((codes) => String.fromCharCode(...codes))
  let run = 0
  fc.assert(
    fc.property(fc.oneof(units, halves), fc.array(fc.nat(60), { maxLength: 8 }), (text, cuts) => {
      run += 1
      const name = `n${run}`
      const first = openService(file)
      first.addQuestion(questionOf('c', name, 'Question'), begun(name), 1)
      const bounds = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length]
      bounds.sort((left, right) => left - right)
      for (let index = 1; index < bounds.length; index += 1) {
        const offset = bounds[index - 1] ?? 0
        const piece = text.slice(offset, bounds[index])
        first.appendCheckpoints([
          { answerId: `${name}-answer`, offset, text: piece, reasoning: piece },
        ])
      }
      expect(answerOf(first, name)).toMatchObject({ text, reasoning: text })
      first.close()
      const second = openService(file)
      expect(answerOf(second, name)).toMatchObject({ text, reasoning: text })
      second.close()
    }),
    { numRuns: 60 },
  )
})

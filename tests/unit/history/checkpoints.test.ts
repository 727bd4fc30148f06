import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connect } from '../../../src/main/history/connection'
import { answerOf, openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, questionOf } from './turns'

test('what was checkpointed is read while the answer runs', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  expect(answerOf(history, 'a')?.state).toEqual({ kind: 'connecting' })
  history.appendCheckpoints([checkpointOf('a', 0, 'One ', { reasoning: 'Hm' })])
  history.appendCheckpoints([checkpointOf('a', 4, 'two', { reasoning: '.' })])
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
  first.appendCheckpoints([checkpointOf('a', 0, '', { reasoning: 'Hm' })])
  time.now = 6000
  first.appendCheckpoints([checkpointOf('a', 0, 'One ')])
  time.now = 7000
  first.appendCheckpoints([checkpointOf('a', 4, 'two')])
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
  history.appendCheckpoints([checkpointOf('a', 0, 'One')])
  history.endAnswer(completed('a', 'One two'))
  expect(answerOf(history, 'a')).toEqual(completed('a', 'One two'))
  history.close()
  const raw = connect(file)
  expect(raw.prepare('SELECT count(*) AS count FROM checkpoints').get()).toEqual({ count: 0 })
  raw.close()
})

test.each([
  ['a gap', checkpointOf('a', 9, 'x')],
  ['a repeat', checkpointOf('a', 0, 'One')],
  ['an ended answer', checkpointOf('b', 0, 'x')],
  ['an unknown answer', checkpointOf('nobody', 0, 'x')],
])('a batch with %s is refused whole', (_name, bad) => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  history.addQuestion(questionOf('c', 'b', 'Question'), begun('b'), 1)
  history.endAnswer(completed('b', ''))
  history.appendCheckpoints([checkpointOf('a', 0, 'One')])
  const good = checkpointOf('a', 3, ' two')
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
        first.appendCheckpoints([checkpointOf(name, offset, piece, { reasoning: piece })])
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

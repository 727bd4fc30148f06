import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addTurn, openService, temporaryFolder } from './temporary-history'
import { begun, completed, model, questionOf } from './turns'

test('the lengths of complete answers of one model, in UTF-16 units', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  addTurn(history, 'c', 'older', 'Why?', 'Because.', 1000)
  addTurn(history, 'c', 'newer', '😀\0', 'half \ud83d 😀', 2000)
  addTurn(history, 'c', 'newest', 'Why?', 'Sixsix', 3000)
  for (const state of [{ kind: 'stopped' }, { kind: 'interrupted' }] as const) {
    history.addQuestion(questionOf('c', state.kind + 2, 'Why?'), begun(state.kind + 2), 1)
    history.endAnswer({ ...completed(state.kind + 2, 'Half'), state })
  }
  for (const other of [
    { ...model, modelId: 'other' },
    { ...model, providerId: 'other' },
  ]) {
    const name = other.modelId + other.providerId
    history.addQuestion(questionOf('c', name, 'Why?'), begun(name), 1)
    history.endAnswer({ ...completed(name, 'Else'), model: other })
  }
  expect(history.pastLengths(model)).toEqual([
    { questionLength: 4, answerLength: 6 },
    { questionLength: 3, answerLength: 9 },
    { questionLength: 4, answerLength: 8 },
  ])
  expect(history.pastLengths({ ...model, modelId: 'other' })).toEqual([
    { questionLength: 4, answerLength: 4 },
  ])
  expect(history.pastLengths({ ...model, modelId: 'unheard of' })).toEqual([])
})

test('at most 200, the newest', () => {
  const history = openService(join(temporaryFolder(), 'history.sqlite'))
  for (let index = 0; index < 210; index += 1) {
    addTurn(history, 'c', `n${index}`, 'Why?', 'x'.repeat(index), index)
  }
  const lengths = history.pastLengths(model).map(({ answerLength }) => answerLength)
  expect(lengths).toEqual(Array.from({ length: 200 }, (_each, index) => 209 - index))
})

import { describe, expect, test } from 'vitest'
import { createAnswerStore } from '../../../src/renderer/bridge/answer-store'
import { type Answer, newAnswer } from '../../../src/shared/stream/reduce-answer'
import type { AnswerEvent, NumberedEvent } from '../../../src/shared/stream/stream-event'

const model = { providerId: 'p', modelId: 'm' }

function numbered(answerId: string, sequence: number, event: AnswerEvent): NumberedEvent {
  return { answerId, sequence, at: sequence, event }
}

function delta(answerId: string, sequence: number, text: string): NumberedEvent {
  return numbered(answerId, sequence, { type: 'text-delta', text })
}

function storeThatRefreshesWith(snapshot: () => Promise<Answer | null>) {
  return createAnswerStore(snapshot)
}

const neverRefreshes = storeThatRefreshesWith.bind(null, () => {
  throw new Error('No gap was expected')
})

describe('answer store', () => {
  test('applies events and wakes only who listens to that answer', () => {
    const store = neverRefreshes()
    store.take(newAnswer('a', model, 0))
    store.take(newAnswer('b', model, 0))
    const woken: string[] = []
    store.subscribe('a', () => woken.push('a'))
    store.subscribe('b', () => woken.push('b'))
    store.receive([delta('a', 1, 'one '), delta('a', 2, 'two')])
    expect(store.read('a')?.text).toBe('one two')
    expect(woken).toEqual(['a'])
  })

  test('knows which answers run, and wakes who wants to know only when that changes', () => {
    const store = neverRefreshes()
    let woken = 0
    store.running.subscribe(() => {
      woken += 1
    })
    store.take(newAnswer('a', model, 0))
    store.take(newAnswer('b', model, 0))
    store.receive([delta('a', 1, 'one '), delta('a', 2, 'two'), delta('b', 1, 'uno')])
    expect([...store.running.read()]).toEqual(['a', 'b'])
    expect(woken).toBe(2)
    store.receive([numbered('a', 3, { type: 'answer-stopped' })])
    store.forget('b')
    expect([...store.running.read()]).toEqual([])
  })

  test('of answers that are offered it takes those that run, that somebody knows, or that started over', () => {
    const store = neverRefreshes()
    const stopped = { ...newAnswer('ended', model, 0), state: { kind: 'stopped' } } as const
    store.subscribe('looked-at', () => {})
    store.offer(stopped)
    store.offer({ ...stopped, id: 'looked-at' })
    store.offer({ ...stopped, id: 'old', state: { kind: 'interrupted', restartedAs: 'new' } })
    store.offer(newAnswer('runs', model, 0))
    const known = ['ended', 'looked-at', 'old', 'runs'].filter((id) => store.read(id) !== undefined)
    expect(known).toEqual(['looked-at', 'old', 'runs'])
  })

  test('events that come before the snapshot wait for it', () => {
    const store = neverRefreshes()
    store.receive([delta('a', 2, 'two '), delta('a', 3, 'three')])
    expect(store.read('a')).toBeUndefined()
    store.take({ ...newAnswer('a', model, 0), text: 'one two ', sequence: 2 })
    expect(store.read('a')?.text).toBe('one two three')
  })

  test('a gap is filled by a fresh snapshot and what came meanwhile', async () => {
    let answerWith: (answer: Answer) => void = () => {}
    const store = storeThatRefreshesWith(() => new Promise((resolve) => (answerWith = resolve)))
    store.take(newAnswer('a', model, 0))
    store.receive([delta('a', 1, '1'), delta('a', 3, '3')])
    store.receive([delta('a', 4, '4')])
    expect(store.read('a')?.text).toBe('1')
    answerWith({ ...newAnswer('a', model, 0), text: '123', sequence: 3 })
    await Promise.resolve()
    await Promise.resolve()
    expect(store.read('a')?.text).toBe('1234')
  })

  test('a snapshot that is older than what is here changes nothing', () => {
    const store = neverRefreshes()
    store.take(newAnswer('a', model, 0))
    store.receive([delta('a', 1, 'one '), delta('a', 2, 'two')])
    const before = store.read('a')
    store.take({ ...newAnswer('a', model, 0), text: 'one ', sequence: 1 })
    expect(store.read('a')).toBe(before)
  })

  test('the end on disk wins over a running answer here', () => {
    const store = neverRefreshes()
    store.take({ ...newAnswer('a', model, 0), text: 'on', sequence: 7 })
    store.take({ ...newAnswer('a', model, 0), text: 'one', state: { kind: 'interrupted' } })
    expect(store.read('a')?.state.kind).toBe('interrupted')
  })

  test('an answer that has ended goes on when main says so, whichever comes first', async () => {
    const store = neverRefreshes()
    const stopped = { ...newAnswer('a', model, 0), text: 'one ', sequence: 9, endedAt: 5 }
    store.take({ ...stopped, state: { kind: 'stopped' } })
    let answerWith: (answer: Answer) => void = () => {}
    const reopened = store.reopen('a', () => new Promise((resolve) => (answerWith = resolve)))
    store.receive([delta('a', 1, 'two')])
    answerWith({ ...stopped, state: { kind: 'resuming' }, sequence: 0, endedAt: null })
    await reopened
    expect(store.read('a')).toMatchObject({ text: 'one two', sequence: 1 })
  })

  test('an answer that may not go on stays as it was', async () => {
    const store = neverRefreshes()
    const stopped: Answer = { ...newAnswer('a', model, 0), state: { kind: 'stopped' } }
    store.take(stopped)
    await store.reopen('a', async () => null)
    expect(store.read('a')).toBe(stopped)
  })

  test('an answer that main let go on by itself is read again', async () => {
    const running: Answer = { ...newAnswer('a', model, 0), text: 'one ', sequence: 1 }
    const store = storeThatRefreshesWith(async () => running)
    store.take({ ...running, state: { kind: 'interrupted' }, sequence: 0 })
    const started = { type: 'answer-started', model, attempt: 1 } as const
    store.receive([numbered('a', 1, started), delta('a', 2, 'two')])
    await Promise.resolve()
    await Promise.resolve()
    expect(store.read('a')).toMatchObject({ text: 'one two', state: { kind: 'connecting' } })
  })

  test('a snapshot that was made before the end does not make it run again', async () => {
    const ended: Answer = {
      ...newAnswer('a', model, 0),
      text: 'one two',
      sequence: 8,
      state: { kind: 'stopped' },
    }
    const store = storeThatRefreshesWith(async () => null)
    store.take(ended)
    store.take({ ...ended, text: 'one', sequence: 5, state: { kind: 'streaming' } })
    await Promise.resolve()
    expect(store.read('a')).toBe(ended)
  })

  test('knows when it began to run, or to run again', async () => {
    const store = storeThatRefreshesWith(async () => newAnswer('a', model, 0))
    store.take({ ...newAnswer('a', model, 0), sequence: 4 })
    expect(store.sessionStart('a')).toBe(null)
    store.receive([{ ...delta('a', 5, 'one'), at: 50 }])
    expect(store.sessionStart('a')).toBe(null)
    store.receive([{ ...delta('b', 1, 'one'), at: 70 }])
    expect(store.sessionStart('b')).toBe(70)
  })

  test('whoever has unsubscribed is not woken', () => {
    const store = neverRefreshes()
    store.take(newAnswer('a', model, 0))
    let woken = 0
    store.subscribe('a', () => (woken += 1))()
    store.receive([delta('a', 1, 'one')])
    expect(woken).toBe(0)
  })
})

import { describe, expect, test } from 'vitest'
import { createAnswerStore } from '../../../src/renderer/bridge/answer-store'
import { createConversationStore } from '../../../src/renderer/bridge/conversation-store'
import type { Conversation, Message } from '../../../src/shared/conversation/conversation'
import { pathThrough } from '../../../src/shared/conversation/message-tree'
import { failed, succeeded } from '../../../src/shared/result'
import { newAnswer } from '../../../src/shared/stream/reduce-answer'
import { fakeBridge } from './fake-bridge'

const model = { providerId: 'p', modelId: 'm' }
const failure = { code: 'internal', message: 'The disk is full.', retryable: true } as const
const complete = { kind: 'complete', finishReason: 'stop' } as const

/** One branch: `m0` is a question, `m1` its answer, and so on. */
function branch(count: number): Message[] {
  return Array.from({ length: count }, (_each, index) => messageAt(index))
}

function messageAt(index: number): Message {
  const id = `m${index}`
  const parentId = index === 0 ? null : `m${index - 1}`
  if (parentId === null || index % 2 === 0) {
    return { role: 'user', id, parentId, createdAt: index, text: `Question ${index}` }
  }
  const answer = { ...newAnswer(id, model, index), state: complete, text: `Answer ${index}` }
  return { role: 'assistant', id, parentId, createdAt: index, answer }
}

/** A main that gives the last `endLength` messages first, and pages of `pageLength` before them. */
function setUp(messages: Message[], endLength = 4, pageLength = 3) {
  const idle: (() => void)[] = []
  const requests: number[] = []
  const state = { messages, chosen: null as string | null, refuses: false }
  const snapshot = (): Conversation => {
    const start = Math.max(0, state.messages.length - endLength)
    const base = { id: 'c', title: 'Long', createdAt: 1, updatedAt: 1 }
    return {
      ...base,
      chosenMessageId: state.chosen ?? state.messages.at(-1)?.id ?? null,
      messages: structuredClone(state.messages.slice(start)),
      ...(start === 0 ? {} : { earlier: { before: start, scattered: 0, count: start } }),
    }
  }
  const { bridge, push } = fakeBridge({
    conversations: {
      list: async () => succeeded([]),
      choose: async () => succeeded(null),
      open: async () => succeeded(snapshot()),
      readEarlier: async ({ before }) => {
        requests.push(before)
        if (state.refuses) return failed(failure)
        const start = Math.max(0, before - pageLength)
        const page = structuredClone(state.messages.slice(start, before))
        return succeeded({ messages: page, before: start === 0 ? null : start })
      },
    },
    answers: {
      ask: async () => succeeded(null),
      subscribe: async ({ answerId }) => succeeded(newAnswer(answerId, model, 1)),
    },
  })
  const answers = createAnswerStore(async () => null)
  bridge.listen('answers.events', answers.receive)
  let made = 0
  const store = createConversationStore({
    bridge,
    answers,
    now: () => 1000,
    newId: () => {
      made += 1
      return `id-${made}`
    },
    whenIdle: (run) => idle.push(run),
  })
  const known = () => store.read().open.get('c')
  return {
    ...{ store, answers, push, state, requests, known },
    ids: () => known()?.messages.map(({ id }) => id),
    path: () => {
      const { messages: all = [], chosenMessageId = null } = known() ?? {}
      return pathThrough(all, chosenMessageId).map(({ message }) => message.id)
    },
    /** The window has nothing better to do, so many times. */
    async rest(times: number) {
      for (let count = 0; count < times; count += 1) {
        idle.shift()?.()
        await new Promise((resolve) => setTimeout(resolve, 0))
      }
    },
  }
}

const idsUntil = (count: number) => branch(count).map(({ id }) => id)

describe('a long conversation', () => {
  test('is shown from its end before anything else is asked for', async () => {
    const { store, ids, path, requests, known } = setUp(branch(20))
    await store.open('c')
    expect(ids()).toEqual(['m16', 'm17', 'm18', 'm19'])
    expect(path()).toEqual(['m16', 'm17', 'm18', 'm19'])
    expect(known()?.earlier?.count).toBe(16)
    expect(requests).toEqual([])
  })

  test('comes whole while the window rests', async () => {
    const { store, ids, requests, known, rest } = setUp(branch(20))
    await store.open('c')
    await rest(6)
    expect(requests).toEqual([16, 13, 10, 7, 4, 1])
    expect(ids()).toEqual(idsUntil(20))
    expect(known()?.earlier).toBeUndefined()
  })

  test('comes whole at once when all of it is wanted', async () => {
    const { store, path } = setUp(branch(20))
    await store.open('c')
    await store.openWhole('c')
    expect(path()).toEqual(idsUntil(20))
    await store.openWhole('c')
    await store.openWhole('nowhere')
  })

  test('is left as it is when a page cannot be read, and goes on the next time', async () => {
    const { store, ids, state } = setUp(branch(20))
    await store.open('c')
    state.refuses = true
    await store.openWhole('c')
    expect(ids()).toEqual(['m16', 'm17', 'm18', 'm19'])
    state.refuses = false
    await store.openWhole('c')
    expect(ids()).toEqual(idsUntil(20))
  })

  test('keeps what was read when it is opened again, and every message its identity', async () => {
    const { store, known, ids, state, requests } = setUp(branch(20))
    await store.open('c')
    await store.openWhole('c')
    const before = known()?.messages
    state.messages = branch(22)
    requests.length = 0
    await store.open('c')
    expect(ids()).toEqual(idsUntil(22))
    expect(
      known()
        ?.messages.slice(0, 20)
        .every((each, index) => each === before?.[index]),
    ).toBe(true)
    expect(requests).toEqual([])
  })

  test('is read again where more came elsewhere than its end shows', async () => {
    const { store, ids, state } = setUp(branch(20))
    await store.open('c')
    await store.openWhole('c')
    state.messages = branch(30)
    await store.open('c')
    expect(ids()).toEqual(['m26', 'm27', 'm28', 'm29'])
    await store.openWhole('c')
    expect(ids()).toEqual(idsUntil(30))
  })

  test('takes a question that is asked while pages arrive', async () => {
    const { store, path, rest } = setUp(branch(20))
    await store.open('c')
    await rest(2)
    await store.ask({ conversationId: 'c', parentId: 'm19', text: 'And now?', model })
    await rest(6)
    expect(path()).toEqual([...idsUntil(20), 'id-1', 'id-2'])
  })

  test('streams at its end while pages arrive, and knows what runs', async () => {
    const { store, answers, push, path, rest } = setUp(branch(20))
    await store.open('c')
    await store.ask({ conversationId: 'c', parentId: 'm19', text: 'And now?', model })
    const delta = (sequence: number, text: string) =>
      push('answers.events', [
        { answerId: 'id-2', sequence, at: 1, event: { type: 'text-delta', text } },
      ])
    delta(1, 'So ')
    expect([...answers.running.read()]).toEqual(['id-2'])
    await rest(8)
    delta(2, 'it is.')
    push('answers.events', [
      { answerId: 'id-2', sequence: 3, at: 1, event: { type: 'answer-stopped' } },
    ])
    expect(path()).toHaveLength(22)
    expect([...answers.running.read()]).toEqual([])
  })

  test('does not make the answer store know thousands of answers that have ended', async () => {
    const { store, answers } = setUp(branch(20))
    await store.open('c')
    await store.openWhole('c')
    expect(answers.read('m19')).toBeDefined()
    expect(answers.read('m1')).toBeUndefined()
  })

  test('an earlier answer that runs is known as running', async () => {
    const messages = branch(20)
    const old = messages[3]
    if (old?.role !== 'assistant') throw new Error('It is no answer')
    messages[3] = { ...old, answer: newAnswer('m3', model, 3) }
    const { store, answers } = setUp(messages)
    await store.open('c')
    expect(answers.running.read().has('m3')).toBe(false)
    await store.openWhole('c')
    expect(answers.running.read().has('m3')).toBe(true)
  })

  test('a version whose branch is not here yet is shown with what follows on it', async () => {
    const messages = branch(12)
    const version: Message = { ...messageAt(11), id: 'again' }
    const { store, path, state } = setUp([...messages, version])
    await store.open('c')
    state.messages = [
      ...messages,
      version,
      { role: 'user', id: 'further', parentId: 'again', createdAt: 99, text: 'Go on' },
    ]
    await store.choose('c', 'again')
    expect(path()).toEqual(['m9', 'm10', 'again', 'further'])
    await store.openWhole('c')
    expect(path()).toEqual([...idsUntil(11), 'again', 'further'])
  })
})

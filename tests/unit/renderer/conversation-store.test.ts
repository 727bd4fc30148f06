import { describe, expect, test } from 'vitest'
import { createAnswerStore } from '../../../src/renderer/bridge/answer-store'
import { createConversationStore } from '../../../src/renderer/bridge/conversation-store'
import type { Conversation } from '../../../src/shared/conversation/conversation'
import type { Bridge } from '../../../src/shared/ipc/bridge'
import { failed, succeeded } from '../../../src/shared/result'
import { newAnswer } from '../../../src/shared/stream/reduce-answer'
import { fakeBridge } from './fake-bridge'

const model = { providerId: 'p', modelId: 'm' }
const failure = { code: 'internal', message: 'The disk is full.', retryable: true } as const

function setUp(scripted: Parameters<typeof fakeBridge>[0]) {
  const { bridge, push } = fakeBridge({
    ...scripted,
    conversations: { list: async () => succeeded([]), ...scripted.conversations },
  })
  const answers = createAnswerStore(async () => null)
  let count = 0
  const newId = () => {
    count += 1
    return `id-${count}`
  }
  const store = createConversationStore({ bridge, answers, now: () => 1000, newId })
  return { store, answers, push }
}

function pendingReply<Name extends keyof Bridge['answers']>() {
  type Reply = Awaited<ReturnType<Bridge['answers'][Name]>>
  let reply: (value: Reply) => void = () => {}
  const promise = new Promise<Reply>((resolve) => {
    reply = resolve
  })
  return { promise, reply: (value: Reply) => reply(value) }
}

const stored: Conversation = {
  id: 'c',
  title: 'Stored',
  createdAt: 1,
  updatedAt: 1,
  chosenMessageId: null,
  messages: [
    { role: 'user', id: 'q', parentId: null, createdAt: 1, text: 'Why?' },
    {
      role: 'assistant',
      id: 'a',
      parentId: 'q',
      createdAt: 1,
      answer: newAnswer('a', model, 1),
    },
  ],
}

describe('conversation store', () => {
  test('shows the question and the place of its answer before main has said anything', async () => {
    const { promise, reply } = pendingReply<'ask'>()
    const { store, answers } = setUp({ answers: { ask: () => promise } })
    const asked = store.ask({ conversationId: 'c', parentId: null, text: 'Why?', model })
    const shown = store.read().open.get('c')
    expect(shown?.title).toBe('Why?')
    expect(shown?.messages.map(({ role }) => role)).toEqual(['user', 'assistant'])
    expect(answers.read('id-2')?.state.kind).toBe('connecting')
    reply(succeeded(null))
    expect(await asked).toEqual(succeeded({ answerId: 'id-2' }))
  })

  test('takes both back when main refuses, and says why', async () => {
    const { store } = setUp({ answers: { ask: async () => failed(failure) } })
    const result = await store.ask({ conversationId: 'c', parentId: null, text: 'Why?', model })
    expect(result).toEqual(failed(failure))
    expect(store.read().open.has('c')).toBe(false)
  })

  test('a snapshot that was made before the question does not hide it', async () => {
    const { promise, reply } = pendingReply<'ask'>()
    const { store } = setUp({
      answers: { ask: () => promise },
      conversations: { open: async () => succeeded(stored) },
    })
    await store.open('c')
    const asked = store.ask({ conversationId: 'c', parentId: 'a', text: 'And then?', model })
    await store.open('c')
    expect(store.read().open.get('c')?.messages).toHaveLength(4)
    reply(succeeded(null))
    await asked
    await store.open('c')
    expect(store.read().open.get('c')?.messages).toHaveLength(2)
  })

  test('a conversation that cannot be opened says why, and again nothing once it can', async () => {
    let works = false
    const { store } = setUp({
      conversations: { open: async () => (works ? succeeded(stored) : failed(failure)) },
    })
    await store.open('c')
    expect(store.read().failures.get('c')).toBe(failure)
    works = true
    await store.open('c')
    expect(store.read().failures.has('c')).toBe(false)
  })

  test('whoever looks at an answer that started over is shown the new version', async () => {
    const chosen: string[] = []
    let messages = stored.messages
    const { store, answers, push } = setUp({
      conversations: {
        open: async () => succeeded({ ...stored, messages, chosenMessageId: 'a' }),
        choose: async ({ messageId }) => {
          chosen.push(messageId)
          return succeeded(null)
        },
      },
    })
    await store.open('c')
    const version = newAnswer('b', model, 2)
    messages = [
      ...stored.messages,
      { role: 'assistant', id: 'b', parentId: 'q', createdAt: 2, answer: version },
    ]
    const event = { type: 'answer-interrupted', restartedAs: 'b' } as const
    push('answers.events', [{ answerId: 'a', sequence: 1, at: 2, event }])
    await store.open('c')
    expect(chosen).toEqual(['b'])
    expect(store.read().open.get('c')?.messages).toHaveLength(3)
    expect(answers.read('b')).toBe(version)
  })

  test('an answer goes on, or main says why not', async () => {
    const stopped = { ...newAnswer('a', model, 1), state: { kind: 'stopped' }, text: 'So' } as const
    let works = true
    const { store, answers } = setUp({
      answers: {
        resume: async () =>
          works ? succeeded({ ...stopped, state: { kind: 'resuming' } as const }) : failed(failure),
      },
    })
    answers.take(stopped)
    expect(await store.resume('c', 'a')).toEqual(succeeded(null))
    expect(answers.read('a')?.state.kind).toBe('resuming')
    works = false
    expect(await store.resume('c', 'a')).toEqual(failed(failure))
  })

  test('reads a conversation again when something runs in it that was asked elsewhere', async () => {
    let opened = 0
    const { store, push } = setUp({
      conversations: {
        open: async () => {
          opened += 1
          return succeeded({ ...stored, messages: stored.messages.slice(0, 1) })
        },
      },
    })
    await store.open('c')
    push('conversations.changed', [
      { id: 'c', title: 'Stored', createdAt: 1, updatedAt: 2, running: true },
    ])
    expect(opened).toBe(2)
    expect(store.read().summaries).toHaveLength(1)
  })
})

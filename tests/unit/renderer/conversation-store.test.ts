import { describe, expect, test } from 'vitest'
import { createAnswerStore } from '../../../src/renderer/bridge/answer-store'
import { createConversationStore } from '../../../src/renderer/bridge/conversation-store'
import type { Conversation, Message } from '../../../src/shared/conversation/conversation'
import { pathThrough } from '../../../src/shared/conversation/message-tree'
import type { Bridge } from '../../../src/shared/ipc/bridge'
import { failed, succeeded } from '../../../src/shared/result'
import { type Answer, newAnswer } from '../../../src/shared/stream/reduce-answer'
import { fakeBridge } from './fake-bridge'

const model = { providerId: 'p', modelId: 'm' }
const failure = { code: 'internal', message: 'The disk is full.', retryable: true } as const

function setUp(scripted: Parameters<typeof fakeBridge>[0]) {
  const { bridge, push } = fakeBridge({
    ...scripted,
    conversations: {
      list: async () => succeeded([]),
      choose: async () => succeeded(null),
      ...scripted.conversations,
    },
    answers: {
      subscribe: async ({ answerId }) => succeeded(newAnswer(answerId, model, 1)),
      ...scripted.answers,
    },
  })
  const answers = createAnswerStore(async () => null)
  const idle: (() => void)[] = []
  let count = 0
  const newId = () => {
    count += 1
    return `id-${count}`
  }
  const store = createConversationStore({
    bridge,
    answers,
    now: () => 1000,
    newId,
    whenIdle: (run) => idle.push(run),
  })
  return { store, answers, push, idle }
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

  describe('an answer that runs on disk and nowhere else', () => {
    const complete = { kind: 'complete', finishReason: 'stop' } as const
    const withAnswer = (change: Partial<Answer>): Conversation => ({
      ...stored,
      messages: stored.messages.map((message) =>
        message.role === 'assistant'
          ? { ...message, answer: { ...message.answer, ...change } }
          : message,
      ),
    })

    test('has ended meanwhile, and is read once again', async () => {
      const snapshots = [stored, withAnswer({ state: complete, text: 'So' })]
      const { store, answers } = setUp({
        conversations: { open: async () => succeeded(snapshots.shift() ?? stored) },
        answers: { subscribe: async () => succeeded(null) },
      })
      await store.open('c')
      expect(answers.read('a')).toMatchObject({ state: complete, text: 'So' })
      expect(snapshots).toEqual([])
    })

    test('does not connect for ever', async () => {
      let opened = 0
      const { store, answers } = setUp({
        conversations: {
          open: async () => {
            opened += 1
            return succeeded(stored)
          },
        },
        answers: { subscribe: async () => succeeded(null) },
      })
      await store.open('c')
      expect(opened).toBe(2)
      expect(answers.read('a')?.state.kind).toBe('interrupted')
    })

    test('is left alone when main does run it', async () => {
      const { store, answers } = setUp({
        conversations: { open: async () => succeeded(stored) },
        answers: {
          subscribe: async () =>
            succeeded({ ...newAnswer('a', model, 1), text: 'So', sequence: 2 }),
        },
      })
      await store.open('c')
      expect(answers.read('a')).toMatchObject({ text: 'So', state: { kind: 'connecting' } })
    })
  })

  describe('a version that was made in another window', () => {
    function setUpVersions() {
      let snapshot: Conversation | null = null
      const { store } = setUp({
        answers: { ask: async () => succeeded(null), regenerate: async () => succeeded(null) },
        conversations: { open: async () => (snapshot ? succeeded(snapshot) : failed(failure)) },
      })
      return {
        store,
        /** As it is after another window has regenerated. */
        regenerateElsewhere() {
          const known = store.read().open.get('c')
          const question = known?.messages[0]
          if (known === undefined || question === undefined) throw new Error('Nothing was asked')
          const other: Message = {
            role: 'assistant',
            id: 'other',
            parentId: question.id,
            createdAt: 2,
            answer: newAnswer('other', model, 2),
          }
          snapshot = { ...known, chosenMessageId: 'other', messages: [...known.messages, other] }
        },
        shown() {
          const known = store.read().open.get('c')
          const path = known === undefined ? [] : pathThrough(known.messages, known.chosenMessageId)
          return path.at(-1)?.message.id
        },
      }
    }

    test('does not take the place of what was asked here', async () => {
      const { store, regenerateElsewhere, shown } = setUpVersions()
      await store.ask({ conversationId: 'c', parentId: null, text: 'Why?', model })
      regenerateElsewhere()
      await store.open('c')
      expect(store.read().open.get('c')?.messages).toHaveLength(3)
      expect(shown()).toBe('id-2')
    })

    test('is shown when this window is told to show what the other one does', async () => {
      const { store, regenerateElsewhere, shown } = setUpVersions()
      await store.ask({ conversationId: 'c', parentId: null, text: 'Why?', model })
      regenerateElsewhere()
      await store.openAsElsewhere('c')
      expect(shown()).toBe('other')
    })
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

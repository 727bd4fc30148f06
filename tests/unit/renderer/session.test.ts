import { describe, expect, test } from 'vitest'
import { createClient } from '../../../src/renderer/bridge/client'
import { createSession } from '../../../src/renderer/conversation/session'
import { conversationMarkdown } from '../../../src/renderer/window/conversation-markdown'
import type { RequestOf } from '../../../src/shared/ipc/contract'
import { handbookModel } from '../../../src/shared/providers/provider'
import { failed, type Result, succeeded } from '../../../src/shared/result'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings'
import { fakeBridge } from './fake-bridge'

const model = { providerId: 'p', modelId: 'm' }
const failure = { code: 'internal', message: 'The disk is full.', retryable: true } as const

async function setUp(reply: Result<null> = succeeded(null)) {
  const questions: RequestOf<'answers.ask'>[] = []
  const stopped: string[] = []
  const changes: unknown[] = []
  let settings: Settings = defaultSettings
  const { bridge, push } = fakeBridge({
    conversations: { list: async () => succeeded([]), choose: async () => succeeded(null) },
    settings: {
      read: async () => succeeded(settings),
      update: async (change) => {
        changes.push(change)
        settings = { ...settings, ...(change as Partial<Settings>) }
        return succeeded(settings)
      },
    },
    providers: { list: async () => succeeded([]) },
    desktop: { status: async () => failed(failure) },
    answers: {
      ask: async (question) => {
        questions.push(question)
        return reply
      },
      stop: async ({ answerId }) => {
        stopped.push(answerId)
        return succeeded(null)
      },
    },
  })
  const client = createClient(bridge)
  await client.surroundings.ready
  return {
    client,
    session: createSession(client),
    questions,
    stopped,
    changes,
    push,
    read: () => settings,
  }
}

describe('session', () => {
  test('a question follows the end of the shown branch', async () => {
    const { session, questions, push } = await setUp()
    await session.ask('c', 'One?')
    const first = questions[0]
    push('answers.events', [
      {
        answerId: first?.answerId ?? '',
        sequence: 1,
        at: 1,
        event: { type: 'answer-completed', finishReason: 'stop' },
      },
    ])
    await session.ask('c', 'Two?')
    expect(first).toMatchObject({ parentId: null, text: 'One?', model: handbookModel })
    expect(questions[1]).toMatchObject({ parentId: first?.answerId, text: 'Two?' })
  })

  test('a refused question leaves its reason, until the next one', async () => {
    const { session } = await setUp(failed(failure))
    expect(await session.ask('c', 'One?')).toBe(false)
    expect(session.problems.read().get('c')).toBe('The disk is full.')
    expect(session.pathOf('c')).toEqual([])
    const again = session.ask('c', 'One?')
    expect(session.problems.read().has('c')).toBe(false)
    await again
  })

  test('an edited question is a version beside the old one', async () => {
    const { session, questions } = await setUp()
    await session.ask('c', 'One?')
    const question = session.pathOf('c')[0]?.message
    if (question?.role !== 'user') throw new Error('There is no question')
    await session.askAgain('c', question, 'Better?')
    expect(questions[1]?.parentId).toBe(null)
    expect(session.pathOf('c')[0]?.versions).toHaveLength(2)
    expect(session.pathOf('c')[0]?.message).toMatchObject({ text: 'Better?' })
  })

  test('stops what runs, and says when nothing does', async () => {
    const { session, questions, stopped } = await setUp()
    expect(session.stop('c')).toBe(false)
    await session.ask('c', 'One?')
    expect(session.stop('c')).toBe(true)
    expect(stopped).toEqual([questions[0]?.answerId])
  })

  test('stops what runs on a branch that is not shown too, and knows where something runs', async () => {
    const { client, session, questions, stopped, push } = await setUp()
    expect(session.receptionOf('c')).toBe('none')
    await session.ask('c', 'One?')
    expect(session.receptionOf('c')).toBe('shown')
    const [question] = session.pathOf('c')
    if (question?.message.role !== 'user') throw new Error('There is no question')
    await session.askAgain('c', question.message, 'Better?')
    const [first, second] = questions.map(({ answerId }) => answerId)
    const event = { type: 'answer-stopped' } as const
    push('answers.events', [{ answerId: second ?? '', sequence: 1, at: 1, event }])
    expect(session.receptionOf('c')).toBe('elsewhere')
    expect(session.stop('c')).toBe(true)
    expect(stopped).toEqual([first])
    await client.conversations.choose('c', first ?? '')
    expect(session.receptionOf('c')).toBe('shown')
  })

  test.each([0, 1])(
    'a model chosen after %s questions is for that conversation only',
    async (count) => {
      const { session, questions, read } = await setUp()
      for (let asked = 0; asked < count; asked += 1) await session.ask('c', 'One?')
      session.chooseModel('c', model)
      await session.ask('c', 'Two?')
      expect(questions.at(-1)).toMatchObject({ text: 'Two?', model })
      expect(session.modelOf('d')).toEqual(handbookModel)
      expect(read().defaultModel).toBe(null)
    },
  )

  test('whoever has asked or chosen a model is welcomed', async () => {
    const asking = await setUp()
    await asking.session.ask('c', 'One?')
    expect(asking.read().welcomed).toBe(true)
    const choosing = await setUp()
    choosing.session.chooseModel('c', model)
    expect(choosing.read().welcomed).toBe(true)
    expect(choosing.changes).toHaveLength(1)
    await choosing.session.ask('c', 'One?')
    expect(choosing.changes).toHaveLength(1)
  })

  test('drafts are kept by conversation', async () => {
    const { session } = await setUp()
    session.drafts.write('c', 'half a thought')
    expect(session.drafts.read('d')).toBe('')
    expect(session.drafts.read('c')).toBe('half a thought')
  })

  test('a conversation becomes a Markdown document', async () => {
    const { client, session } = await setUp()
    await session.ask('c', 'One?\n')
    expect(conversationMarkdown('Title', session.pathOf('c'), client.answers.read)).toBe(
      '# Title\n\n## You\n\nOne?\n\n## Assistant, Handbook\n\n\n',
    )
  })
})

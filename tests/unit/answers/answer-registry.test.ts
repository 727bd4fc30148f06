import { expect, test } from 'vitest'
import type { AnswerPlan } from '../../../src/main/answers/answer-plan'
import { createAnswerRegistry } from '../../../src/main/answers/answer-registry'
import type { Checkpoint } from '../../../src/main/history/history'
import { type Answer, newAnswer, reduceAnswer } from '../../../src/shared/stream/reduce-answer'
import type { NumberedEvent } from '../../../src/shared/stream/stream-event'
import { createManualClock } from '../../fakes/manual-clock'
import { createScriptedProvider } from '../../fakes/scripted-provider'

const model = { providerId: 'fake', modelId: 'fake-1' }
const story = [
  'Rivers begin as small springs high in the hills, where rain and snow gather in the moss. ',
  'Further down, brooks meet and the valley opens; mills used to stand on both of its banks. ',
  'Near the coast the water slows, drops its sand, and splits into a fan of shallow arms. ',
]
const settled = () => new Promise(setImmediate)

function answering(endAnswer?: (answer: Answer) => Promise<void>) {
  const clock = createManualClock()
  const stored: Answer[] = []
  const added: Answer[] = []
  const checkpoints: Checkpoint[] = []
  const provider = createScriptedProvider()
  const registry = createAnswerRegistry({
    surroundings: {
      clock,
      random: () => 0,
      providerFor: async () => ({ provider, limiter: null, origin: null }),
      isOnline: () => true,
      whenNetworkBack: () => expect.unreachable(),
    },
    storage: {
      appendCheckpoints: async (batch) => {
        checkpoints.push(...batch)
      },
      endAnswer:
        endAnswer ??
        (async (answer) => {
          stored.push(answer)
        }),
      addAnswer: async (_conversationId, _questionId, answer) => {
        added.push(answer)
      },
    },
    newId: () => 'version-2',
    changed: () => {},
    report: () => {},
  })
  const received: NumberedEvent[] = []
  const subscriber = (events: readonly NumberedEvent[]): void => {
    received.push(...events)
  }
  const plan: AnswerPlan = {
    models: [model],
    messages: [],
    systemPrompt: '',
    temperature: null,
    streaming: true,
    patience: { firstByte: 120_000, betweenBytes: 60_000 },
    hedgeAfter: null,
  }
  const begin = (answer: Answer, prepare = async () => plan): Promise<void> =>
    registry.start({
      conversationId: 'c',
      questionId: 'q',
      answer,
      cursor: null,
      prepare,
      subscriber,
    })
  const say = async (text: string): Promise<void> => {
    provider.say({ type: 'text', text })
    await settled()
    clock.advance(17)
  }
  return {
    clock,
    stored,
    added,
    checkpoints,
    plan,
    registry,
    provider,
    received,
    subscriber,
    begin,
    say,
  }
}

async function started(endAnswer?: (answer: Answer) => Promise<void>) {
  const all = answering(endAnswer)
  await all.begin(newAnswer('a', model, all.clock.now()))
  return all
}

test('a window that subscribes late gets the text so far and then the tail, no gap and no repeat', async () => {
  const { registry, provider, say } = await started()
  await say('early ')
  const late: NumberedEvent[] = []
  const snapshot = registry.subscribe('a', (events) => late.push(...events))
  expect(snapshot?.text).toBe('early ')
  await say('and ')
  await say('late')
  provider.say({ type: 'completed', finishReason: 'stop' })
  await settled()
  if (snapshot === null) throw new Error('no snapshot')
  expect(late[0]?.sequence).toBe(snapshot.sequence + 1)
  const answer = late.reduce(reduceAnswer, snapshot)
  expect(answer.text).toBe('early and late')
  expect(answer.state).toEqual({ kind: 'complete', finishReason: 'stop' })
})

test('the end is stored before it is shown', async () => {
  let release = (): void => {}
  const written = new Promise<void>((resolve) => {
    release = resolve
  })
  const { provider, received, registry, say } = await started(() => written)
  await say('text')
  provider.say({ type: 'completed', finishReason: 'stop' })
  await settled()
  expect(received.map(({ event }) => event.type)).not.toContain('answer-completed')
  expect(registry.isConversationRunning('c')).toBe(true)
  release()
  await settled()
  expect(received.at(-1)?.event.type).toBe('answer-completed')
  expect(registry.isConversationRunning('c')).toBe(false)
})

test('what is stored at the end equals what was shown', async () => {
  const { provider, received, stored, say } = await started()
  await say('Hello ')
  await say('world')
  provider.say({ type: 'completed', finishReason: 'length' })
  await settled()
  const shown = received.reduce(reduceAnswer, newAnswer('a', model, stored[0]?.startedAt ?? 0))
  expect(stored).toEqual([shown])
})

test('an end that the disk refuses is told, kept, shown, and stored as soon as that is possible', async () => {
  let refusals = 2
  const disk: Answer[] = []
  const { provider, received, registry, clock, say } = await started(async (answer) => {
    refusals -= 1
    if (refusals >= 0) throw new Error('The disk is full.')
    disk.push(answer)
  })
  await say('precious')
  provider.say({ type: 'completed', finishReason: 'stop' })
  await settled()
  const last = received.at(-1)?.event
  expect(last).toMatchObject({ type: 'answer-failed', failure: { code: 'internal' } })
  expect(last?.type === 'answer-failed' && last.failure.message).toContain('The disk is full.')

  const conversation = {
    id: 'c',
    title: '',
    createdAt: 0,
    updatedAt: 0,
    chosenMessageId: null,
    messages: [
      { role: 'assistant', id: 'a', parentId: 'q', createdAt: 0, answer: newAnswer('a', model, 0) },
    ],
  } as const
  expect(registry.overlay(conversation).messages[0]).toMatchObject({ answer: { text: 'precious' } })

  clock.advance(1000)
  await settled()
  expect(disk).toEqual([])
  clock.advance(2000)
  await settled()
  expect(disk).toMatchObject([{ text: 'precious', state: { kind: 'complete' } }])
  expect(registry.overlay(conversation).messages[0]).toMatchObject({ answer: { text: '' } })
  expect(clock.pendingTimers).toBe(0)
})

test('what could not be stored is tried once more when the app ends', async () => {
  let refusals = 1
  const disk: Answer[] = []
  const { provider, registry, say } = await started(async (answer) => {
    refusals -= 1
    if (refusals >= 0) throw new Error('Locked.')
    disk.push(answer)
  })
  await say('precious')
  provider.say({ type: 'completed', finishReason: 'stop' })
  await settled()
  await registry.interruptAll()
  expect(disk).toMatchObject([{ text: 'precious' }])
})

test('an answer is there, and can be watched and stopped, while its place is being stored', async () => {
  let release = (): void => {}
  const { begin, registry, plan, provider, stored, clock } = answering()
  const starting = begin(
    newAnswer('a', model, clock.now()),
    () =>
      new Promise((resolve) => {
        release = () => resolve(plan)
      }),
  )
  const late: NumberedEvent[] = []
  expect(registry.runningIn('c')).toEqual(['a'])
  expect(registry.subscribe('a', (events) => late.push(...events))?.state.kind).toBe('connecting')
  registry.stop('a')
  release()
  await starting
  await settled()
  expect(late.at(-1)?.event.type).toBe('answer-stopped')
  expect(stored[0]).toMatchObject({ id: 'a', state: { kind: 'stopped' } })
  expect(provider.requests).toEqual([])
  expect(registry.size).toBe(0)
})

test('an answer whose place cannot be stored is gone, and that is told', async () => {
  const { begin, registry, clock } = answering()
  const refused = begin(newAnswer('a', model, clock.now()), () =>
    Promise.reject(new Error('The disk is full.')),
  )
  await expect(refused).rejects.toThrow('The disk is full.')
  expect(registry.size).toBe(0)
  await registry.interruptAll()
})

test('a window that goes away changes nothing for the answer', async () => {
  const { registry, provider, received, stored, subscriber, say } = await started()
  await say('before ')
  const before = received.length
  registry.unsubscribe(subscriber)
  await say('after')
  provider.say({ type: 'completed', finishReason: 'stop' })
  await settled()
  expect(received).toHaveLength(before)
  expect(stored[0]?.text).toBe('before after')
})

test('when the app ends, running answers are stored as interrupted with their text', async () => {
  const { registry, provider, stored, clock, say } = await started()
  await say('half an ans')
  await registry.interruptAll()
  await settled()
  expect(stored[0]).toMatchObject({ text: 'half an ans', state: { kind: 'interrupted' } })
  expect(provider.aborted).toBe(true)
  expect(clock.pendingTimers).toBe(0)
})

test('a model that starts over gets a version of its own, and the first is kept', async () => {
  const { registry, provider, clock, begin, added, stored, received, checkpoints } = answering()
  const first = story.join('')
  await begin({ ...newAnswer('a', model, clock.now()), text: first })
  const again = `${story[0]}Most of them never reach the sea, though. They end in lakes and salt pans. ${story[1]}`
  provider.say({ type: 'text', text: again })
  await settled()
  clock.advance(300)
  await settled()
  expect(stored[0]).toMatchObject({ id: 'a', text: first, state: { restartedAs: 'version-2' } })
  expect(added[0]?.id).toBe('version-2')
  expect(registry.runningIn('c')).toEqual(['version-2'])
  provider.say({ type: 'completed', finishReason: 'stop' })
  await settled()
  expect(stored[1]).toMatchObject({ id: 'version-2', text: again })
  expect(checkpoints.map(({ answerId }) => answerId)).toEqual(['version-2'])
  expect(received.filter(({ answerId }) => answerId === 'version-2').at(-1)?.event.type).toBe(
    'answer-completed',
  )
  expect(registry.size).toBe(0)
  expect(clock.pendingTimers).toBe(0)
})

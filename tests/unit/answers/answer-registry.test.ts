import { expect, test } from 'vitest'
import { createAnswerRegistry } from '../../../src/main/answers/answer-registry'
import type { Checkpoint } from '../../../src/main/history/history'
import { type Answer, newAnswer, reduceAnswer } from '../../../src/shared/stream/reduce-answer'
import type { NumberedEvent } from '../../../src/shared/stream/stream-event'
import { createManualClock } from '../../fakes/manual-clock'
import { createScriptedProvider } from '../../fakes/scripted-provider'

const model = { providerId: 'fake', modelId: 'fake-1' }
const request = {
  modelId: 'fake-1',
  messages: [],
  systemPrompt: '',
  temperature: null,
  streaming: true,
  partial: '',
  cursor: null,
}
const settled = () => new Promise(setImmediate)

function answering(endAnswer?: (answer: Answer) => Promise<void>) {
  const clock = createManualClock()
  const stored: Answer[] = []
  const checkpoints: Checkpoint[] = []
  const registry = createAnswerRegistry({
    clock,
    storage: {
      appendCheckpoints: async (batch) => {
        checkpoints.push(...batch)
      },
      endAnswer:
        endAnswer ??
        (async (answer) => {
          stored.push(answer)
        }),
    },
    changed: () => {},
    report: () => {},
  })
  const provider = createScriptedProvider()
  const received: NumberedEvent[] = []
  const subscriber = (events: readonly NumberedEvent[]): void => {
    received.push(...events)
  }
  registry.start({
    conversationId: 'c',
    answer: newAnswer('a', model, clock.now()),
    model,
    provider,
    request,
    subscriber,
  })
  const say = async (text: string): Promise<void> => {
    provider.say({ type: 'text', text })
    await settled()
    clock.advance(17)
  }
  return { clock, stored, checkpoints, registry, provider, received, subscriber, say }
}

test('a window that subscribes late gets the text so far and then the tail, no gap and no repeat', async () => {
  const { registry, provider, say } = answering()
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
  const { provider, received, registry, say } = answering(() => written)
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
  const { provider, received, stored, say } = answering()
  await say('Hello ')
  await say('world')
  provider.say({ type: 'completed', finishReason: 'length' })
  await settled()
  const shown = received.reduce(reduceAnswer, newAnswer('a', model, stored[0]?.startedAt ?? 0))
  expect(stored).toEqual([shown])
})

test('an end that the disk refuses is told, and the text stays on the screen', async () => {
  const { provider, received, say } = answering(() =>
    Promise.reject(new Error('The disk is full.')),
  )
  await say('precious')
  provider.say({ type: 'completed', finishReason: 'stop' })
  await settled()
  const last = received.at(-1)?.event
  expect(last).toMatchObject({ type: 'answer-failed', failure: { code: 'internal' } })
  expect(last?.type === 'answer-failed' && last.failure.message).toContain('The disk is full.')
  expect(received.some(({ event }) => event.type === 'text-delta')).toBe(true)
})

test('a window that goes away changes nothing for the answer', async () => {
  const { registry, provider, received, stored, subscriber, say } = answering()
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
  const { registry, provider, stored, clock, say } = answering()
  await say('half an ans')
  await registry.interruptAll()
  expect(stored[0]).toMatchObject({ text: 'half an ans', state: { kind: 'interrupted' } })
  expect(provider.aborted).toBe(true)
  expect(clock.pendingTimers).toBe(0)
})

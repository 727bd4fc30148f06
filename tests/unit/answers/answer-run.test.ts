import { expect, test } from 'vitest'
import { startAnswerRun } from '../../../src/main/answers/answer-run'
import type { AnswerEvent } from '../../../src/shared/stream/stream-event'
import { createScriptedProvider, type ScriptedProvider } from '../../fakes/scripted-provider'

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

function run(provider: ScriptedProvider) {
  const events: AnswerEvent[] = []
  let ended = (): void => {}
  const end = new Promise<void>((resolve) => {
    ended = resolve
  })
  const answer = startAnswerRun({
    provider,
    request,
    model,
    emit: (event) => events.push(event),
    end: (event) => {
      events.push(event)
      ended()
    },
  })
  return { events, end, answer }
}

test('an answer starts, streams and completes on the word of the provider', async () => {
  const provider = createScriptedProvider()
  const { events, end } = run(provider)
  provider.say({ type: 'opened' })
  provider.say({ type: 'text', text: 'Hello ' })
  provider.say({ type: 'text', text: 'there' })
  provider.say({ type: 'usage', usage: { inputTokens: 3, outputTokens: 2 } })
  provider.say({ type: 'completed', finishReason: 'stop' })
  await end
  expect(events).toEqual([
    { type: 'answer-started', model, attempt: 1 },
    { type: 'state-changed', state: { kind: 'streaming' } },
    { type: 'text-delta', text: 'Hello ' },
    { type: 'text-delta', text: 'there' },
    { type: 'usage-updated', usage: { inputTokens: 3, outputTokens: 2 } },
    { type: 'answer-completed', finishReason: 'stop' },
  ])
})

test('stopping ends the answer at once, aborts the request and lets nothing follow', async () => {
  const provider = createScriptedProvider()
  const { events, answer } = run(provider)
  provider.say({ type: 'text', text: 'part' })
  await expect.poll(() => events.length).toBe(3)
  answer.stop()
  expect(events.at(-1)).toEqual({ type: 'answer-stopped' })
  expect(provider.aborted).toBe(true)
  provider.say({ type: 'text', text: 'late' })
  answer.stop()
  answer.interrupt()
  await new Promise(setImmediate)
  expect(events.filter(({ type }) => type.startsWith('answer-'))).toHaveLength(2)
  expect(events.at(-1)).toEqual({ type: 'answer-stopped' })
})

test.each([
  ['ends without a terminal event', undefined],
  ['throws', new TypeError('broken')],
])('a provider that %s fails the answer and keeps its text', async (_name, error) => {
  const provider = createScriptedProvider()
  const { events, end } = run(provider)
  provider.say({ type: 'text', text: 'kept' })
  provider.breakOff(error)
  await end
  expect(events).toContainEqual({ type: 'text-delta', text: 'kept' })
  expect(events.at(-1)).toMatchObject({ type: 'answer-failed', failure: { code: 'internal' } })
})

test('an answer beyond 64 MB is cut with the text that came before', async () => {
  const provider = createScriptedProvider()
  const { events, end } = run(provider)
  const megabyte = 'x'.repeat(1024 * 1024)
  for (let index = 0; index < 65; index += 1) provider.say({ type: 'text', text: megabyte })
  await end
  expect(events.at(-1)).toMatchObject({ type: 'answer-failed', failure: { code: 'too-large' } })
  expect(events.filter(({ type }) => type === 'text-delta')).toHaveLength(64)
  expect(provider.aborted).toBe(true)
})

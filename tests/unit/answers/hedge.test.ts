import { expect, test } from 'vitest'
import { createHedge } from '../../../src/main/answers/hedge'
import type { ProviderEvent } from '../../../src/main/providers/provider'
import { createManualClock } from '../../fakes/manual-clock'
import { createScriptedProvider } from '../../fakes/scripted-provider'

const settled = () => new Promise(setImmediate)
const request = {
  modelId: 'm',
  messages: [],
  systemPrompt: '',
  temperature: null,
  streaming: true,
  partial: '',
  cursor: null,
}
const failed = (code: 'server-error' | 'overloaded'): ProviderEvent => ({
  type: 'failed',
  failure: { code, message: code, retryable: true },
})

function hedging() {
  const clock = createManualClock()
  const first = createScriptedProvider()
  const second = createScriptedProvider()
  const heard: ProviderEvent[] = []
  const spoke: string[] = []
  const abort = new AbortController()
  const hedge = createHedge(first, second.stream, 3000, clock, (side) => spoke.push(side))
  const listening = (async () => {
    for await (const event of hedge.stream(request, abort.signal)) heard.push(event)
  })()
  return { clock, first, second, heard, spoke, abort, listening }
}

test('a first that speaks in time is the only one asked', async () => {
  const { clock, first, second, heard, listening } = hedging()
  first.say({ type: 'text', text: 'Here.' })
  await settled()
  clock.advance(10_000)
  first.say({ type: 'completed', finishReason: 'stop' })
  await listening
  expect(second.requests).toEqual([])
  expect(heard.map(({ type }) => type)).toEqual(['text', 'completed'])
  expect(clock.pendingTimers).toBe(0)
})

test('a silent first is overtaken, and aborted', async () => {
  const { clock, first, second, heard, spoke, listening } = hedging()
  clock.advance(3000)
  await settled()
  second.say({ type: 'text', text: 'Me instead.' })
  await settled()
  first.say({ type: 'text', text: 'Too late.' })
  second.say({ type: 'completed', finishReason: 'stop' })
  await listening
  expect(spoke).toEqual(['second'])
  expect(first.aborted).toBe(true)
  expect(heard).toEqual([
    { type: 'text', text: 'Me instead.' },
    { type: 'completed', finishReason: 'stop' },
  ])
})

test('a failure counts only when nobody is left', async () => {
  const { clock, first, second, heard, listening } = hedging()
  clock.advance(3000)
  await settled()
  first.say(failed('server-error'))
  await settled()
  expect(heard).toEqual([])
  second.say(failed('overloaded'))
  await listening
  expect(heard).toEqual([failed('server-error')])
})

test('an abort ends both', async () => {
  const { clock, first, second, abort, listening } = hedging()
  clock.advance(3000)
  await settled()
  abort.abort()
  await listening
  expect([first.aborted, second.aborted]).toEqual([true, true])
})

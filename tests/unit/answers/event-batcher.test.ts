import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventBatcher } from '../../../src/main/answers/event-batcher'
import { newAnswer, reduceAnswer } from '../../../src/shared/stream/reduce-answer'
import type { AnswerEvent, NumberedEvent } from '../../../src/shared/stream/stream-event'
import { createManualClock } from '../../fakes/manual-clock'

const text = (value: string): AnswerEvent => ({ type: 'text-delta', text: value })

function batching() {
  const clock = createManualClock()
  const deliveries: { at: number; events: readonly NumberedEvent[] }[] = []
  const batcher = createEventBatcher(clock, (events) =>
    deliveries.push({ at: clock.now(), events }),
  )
  return { clock, deliveries, batcher }
}

test('the first event goes at once, what follows within a frame goes together', () => {
  const { clock, deliveries, batcher } = batching()
  batcher.add('a', text('1'))
  expect(deliveries).toHaveLength(1)
  batcher.add('a', text('2'))
  batcher.add('a', text('3'))
  expect(deliveries).toHaveLength(1)
  clock.advance(17)
  expect(deliveries).toHaveLength(2)
  expect(deliveries[1]?.events.map(({ sequence, event }) => [sequence, event])).toEqual([
    [2, text('23')],
  ])
})

test('an end is never delayed and leaves nothing behind', () => {
  const { clock, deliveries, batcher } = batching()
  batcher.add('a', text('1'))
  batcher.add('a', text('2'))
  batcher.add('a', { type: 'answer-stopped' })
  expect(deliveries[1]?.events.map(({ event }) => event)).toEqual([
    text('2'),
    { type: 'answer-stopped' },
  ])
  expect(clock.pendingTimers).toBe(0)
})

test('deltas of different answers are numbered apart and not joined', () => {
  const { clock, deliveries, batcher } = batching()
  batcher.add('a', text('a1'))
  batcher.add('a', text('a2'))
  batcher.add('b', text('b1'))
  batcher.add('a', text('a3'))
  clock.advance(17)
  expect(
    deliveries[1]?.events.map(({ answerId, sequence, event }) => [answerId, sequence, event]),
  ).toEqual([
    ['a', 2, text('a2a3')],
    ['b', 1, text('b1')],
  ])
})

const arrival = fc.record({
  answer: fc.constantFrom('a', 'b', 'c'),
  wait: fc.integer({ min: 0, max: 40 }),
  text: fc.string({ minLength: 1, maxLength: 8 }),
  reasoning: fc.boolean(),
})

test('whatever arrives: every text whole and in order, numbers rise by one, at most one delivery a frame', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 60 }), (arrivals) => {
      const { clock, deliveries, batcher } = batching()
      const sent = new Map<string, string>()
      for (const { answer, wait, text: value, reasoning } of arrivals) {
        clock.advance(wait)
        batcher.add(answer, { type: reasoning ? 'reasoning-delta' : 'text-delta', text: value })
        if (!reasoning) sent.set(answer, (sent.get(answer) ?? '') + value)
      }
      clock.advance(20)
      const events = deliveries.flatMap((delivery) => delivery.events)
      for (const [id, whole] of sent) {
        const own = events.filter(({ answerId }) => answerId === id)
        expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, index) => index + 1))
        const model = { providerId: 'p', modelId: 'm' }
        expect(own.reduce(reduceAnswer, newAnswer(id, model, 0)).text).toBe(whole)
      }
      const gaps = deliveries.slice(1).map(({ at }, index) => at - (deliveries[index]?.at ?? 0))
      expect(gaps.every((gap) => gap >= 16)).toBe(true)
    }),
  )
})

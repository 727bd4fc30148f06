import { expect, test } from 'vitest'
import { newAnswer, reduceAnswer } from '../../../src/shared/stream/reduce-answer'
import type { AnswerEvent } from '../../../src/shared/stream/stream-event'

const model = { providerId: 'p', modelId: 'm' }
const started = newAnswer('a', model, 1000)

function numbered(events: readonly AnswerEvent[]) {
  return events.map((event, index) => ({
    answerId: 'a',
    sequence: index + 1,
    at: 1100 + index,
    event,
  }))
}

test('the concatenated deltas are the answer, and the first one is the first text', () => {
  const events = numbered([
    { type: 'answer-started', model, attempt: 1 },
    { type: 'reasoning-delta', text: 'Hm.' },
    { type: 'text-delta', text: 'Hello ' },
    { type: 'text-delta', text: 'world' },
    { type: 'answer-completed', finishReason: 'stop' },
  ])
  expect(events.reduce(reduceAnswer, started)).toMatchObject({
    text: 'Hello world',
    reasoning: 'Hm.',
    firstTextAt: 1102,
    endedAt: 1104,
    state: { kind: 'complete', finishReason: 'stop' },
    sequence: 5,
  })
})

test('an event that is contained already changes nothing', () => {
  const events = numbered([
    { type: 'text-delta', text: 'once' },
    { type: 'text-delta', text: ' more' },
  ])
  const answer = events.reduce(reduceAnswer, started)
  expect(events.reduce(reduceAnswer, answer)).toBe(answer)
})

test('nothing follows the end', () => {
  const events = numbered([
    { type: 'answer-stopped' },
    { type: 'text-delta', text: 'late' },
    { type: 'answer-completed', finishReason: 'stop' },
  ])
  expect(events.reduce(reduceAnswer, started)).toMatchObject({
    text: '',
    state: { kind: 'stopped' },
  })
})

test('a failure keeps the text that was received', () => {
  const failure = { code: 'truncated', message: 'Cut.', retryable: true } as const
  const events = numbered([
    { type: 'text-delta', text: 'kept' },
    { type: 'answer-failed', failure },
  ])
  expect(events.reduce(reduceAnswer, started)).toMatchObject({
    text: 'kept',
    state: { kind: 'failed', failure },
  })
})

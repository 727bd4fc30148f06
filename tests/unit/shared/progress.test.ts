import { expect, test } from 'vitest'
import { progressOf } from '../../../src/shared/stream/progress'
import { newAnswer } from '../../../src/shared/stream/reduce-answer'

const answer = newAnswer('a', { providerId: 'p', modelId: 'm' }, 1000)

test('before the first text there is only the time', () => {
  expect(progressOf(answer, 3500)).toEqual({
    elapsedMs: 2500,
    timeToFirstTextMs: null,
    tokens: 0,
    tokensEstimated: true,
    tokensPerSecond: null,
    wordsPerMinute: null,
  })
})

test('while it runs tokens are estimated, rates counted from the first text', () => {
  const running = { ...answer, text: 'four words are here!', firstTextAt: 2000 }
  expect(progressOf(running, 4000)).toEqual({
    elapsedMs: 3000,
    timeToFirstTextMs: 1000,
    tokens: 5,
    tokensEstimated: true,
    tokensPerSecond: 2.5,
    wordsPerMinute: 120,
  })
})

test("after the end the clock stands and the provider's count is used", () => {
  const ended = {
    ...answer,
    text: 'done',
    firstTextAt: 2000,
    endedAt: 4000,
    usage: { inputTokens: 9, outputTokens: 80 },
  }
  expect(progressOf(ended, 99_000)).toMatchObject({
    elapsedMs: 3000,
    tokens: 80,
    tokensEstimated: false,
    tokensPerSecond: 40,
  })
})

import { expect, test } from 'vitest'
import { nothingObserved, observe, progressOf } from '../../../src/shared/stream/progress'
import { type Answer, newAnswer } from '../../../src/shared/stream/reduce-answer'

const answer = newAnswer('a', { providerId: 'p', modelId: 'm' }, 1000)

function seenAt(seen: Answer, now: number) {
  return progressOf(seen, observe(nothingObserved, seen, now), now)
}

test('before the first text there is only the time', () => {
  expect(seenAt(answer, 3500)).toEqual({
    elapsedMs: 2500,
    timeToFirstTextMs: null,
    chunks: 0,
    words: 0,
    wordsPerMinute: null,
    tokens: 0,
    tokensEstimated: true,
    tokensPerSecond: null,
    stalledMs: null,
  })
})

test('while it runs tokens are estimated, and their pace is that of the last 5 seconds', () => {
  const first = { ...answer, text: 'four words are here', chunks: 1, firstTextAt: 2000 }
  const later = { ...first, text: `${first.text} and four more now`, chunks: 2 }
  const before = observe(observe(nothingObserved, answer, 1500), first, 2000)
  expect(progressOf(later, observe(before, later, 4000), 4000)).toMatchObject({
    elapsedMs: 3000,
    timeToFirstTextMs: 1000,
    chunks: 2,
    words: 8,
    wordsPerMinute: 240,
    tokens: 9,
    tokensEstimated: true,
    tokensPerSecond: expect.closeTo(2, 1),
  })
})

test("after the end the clock stands and the provider's count is used", () => {
  const ended: Answer = {
    ...answer,
    text: 'done',
    firstTextAt: 2000,
    endedAt: 4000,
    usage: { inputTokens: 9, outputTokens: 80 },
    state: { kind: 'complete', finishReason: 'stop' },
  }
  expect(seenAt(ended, 99_000)).toMatchObject({
    elapsedMs: 3000,
    tokens: 80,
    tokensEstimated: false,
    tokensPerSecond: 40,
  })
})

test('a stall is told for as long as it lasts', () => {
  const stalled: Answer = { ...answer, state: { kind: 'stalled', since: 2000 } }
  expect(seenAt(stalled, 10_000).stalledMs).toBe(8000)
})

test('what was counted once is not counted again', () => {
  const grown = { ...answer, text: 'one two', firstTextAt: 1000 }
  const once = observe(nothingObserved, grown, 2000)
  expect(observe(once, grown, 2200).count).toBe(once.count)
})

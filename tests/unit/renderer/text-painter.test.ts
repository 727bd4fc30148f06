import { expect, test } from 'vitest'
import { longestLag } from '../../../src/renderer/painting/paint-queue'
import { createTextPainter } from '../../../src/renderer/painting/text-painter'

/** A window whose clock and frames stand still until the test moves them. */
function start(text = '') {
  let now = 1000
  let waiting: ((now: number) => void) | null = null
  const shown: string[] = []
  const painter = createTextPainter(
    text,
    {
      requestFrame(callback) {
        if (waiting !== null) throw new Error('A frame was asked for twice')
        waiting = callback
        return 7
      },
      cancelFrame(request) {
        expect(request).toBe(7)
        waiting = null
      },
      now: () => now,
    },
    (next) => shown.push(next),
  )
  return {
    painter,
    shown,
    last: () => shown.at(-1),
    wait(milliseconds: number) {
      now += milliseconds
    },
    frame(milliseconds = 1000 / 60) {
      now += milliseconds
      const callback = waiting
      waiting = null
      callback?.(now)
    },
    isWaiting: () => waiting !== null,
    backlog: () => painter.backlog(now),
  }
}

const long = 'A sentence that takes more than one frame to be shown, since it came at once.'

test('shows what is taken evenly over frames, and asks for no more of them than it takes', () => {
  const { painter, shown, last, frame, isWaiting } = start()
  painter.take(long, true)
  expect(shown).toEqual([])
  for (let count = 0; count < 20; count += 1) frame()
  expect(last()).toBe(long)
  expect(shown.length).toBeGreaterThan(3)
  expect(isWaiting()).toBe(false)
})

test('after a rest a burst is spread as it is at the beginning', () => {
  const { painter, shown, frame, wait } = start(long)
  painter.take(`${long}!`, true)
  frame()
  wait(5000)
  shown.length = 0
  painter.take(`${long}!${long}`, true)
  for (let count = 0; count < 20; count += 1) frame()
  expect(shown.length).toBeGreaterThan(3)
})

test('says nothing when nothing changes', () => {
  const { painter, shown, frame } = start('The same.')
  painter.take('The same.', true)
  painter.take('The same.', false)
  painter.flush()
  frame()
  expect(shown).toEqual([])
})

test('the end of an answer is shown at once, and no frame is left behind', () => {
  const { painter, shown, isWaiting } = start()
  painter.take('A sentence', true)
  painter.take(long, false)
  expect(shown).toEqual([long])
  expect(isWaiting()).toBe(false)
})

test('what was shown at once because nobody saw it is not played again', () => {
  const { painter, shown, frame, isWaiting } = start()
  painter.take(long, true)
  painter.flush()
  expect(shown).toEqual([long])
  expect(isWaiting()).toBe(false)
  painter.take(`${long} ${long}`, true)
  frame()
  expect(shown[1]?.startsWith(long)).toBe(true)
})

test('while frames stay away text is shown without them, seldom, and one frame catches up', () => {
  const { painter, shown, wait, frame, last, backlog } = start()
  let text = ''
  for (let count = 0; count < 600; count += 1) {
    text += 'word '
    painter.take(text, true)
    expect(backlog().age).toBeLessThanOrEqual(longestLag)
    wait(16)
  }
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.length).toBeLessThan((600 * 16) / 50)
  const behind = text.length - (last()?.length ?? 0)
  expect(behind).toBeLessThan(5 * Math.ceil(longestLag / 16) + 5)
  frame(longestLag)
  frame(longestLag)
  expect(last()).toBe(text)
})

test('tells how far it is behind, and nothing when it is not', () => {
  const { painter, frame, wait, backlog } = start()
  expect(backlog()).toEqual({ characters: 0, age: 0 })
  painter.take(long, true)
  wait(10)
  expect(backlog()).toEqual({ characters: long.length, age: 10 })
  for (let count = 0; count < 20; count += 1) frame()
  expect(backlog()).toEqual({ characters: 0, age: 0 })
})

test('is silent after it was stopped', () => {
  const { painter, shown, isWaiting } = start()
  painter.take(long, true)
  painter.stop()
  expect(isWaiting()).toBe(false)
  expect(shown).toEqual([])
})

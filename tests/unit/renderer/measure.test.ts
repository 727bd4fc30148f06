import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offerBacklog, readBacklog } from '../../../src/renderer/measure/backlog'
import { type Figures, figureRows, figuresText } from '../../../src/renderer/measure/figures'
import {
  createFrameRing,
  type FrameInterval,
  frameFigures,
  quantile,
} from '../../../src/renderer/measure/frame-times'
import { isMeasureKey } from '../../../src/renderer/measure/measure-key'
import { createRecent } from '../../../src/renderer/measure/recent'
import { sparkline } from '../../../src/renderer/measure/sparkline'
import { watchPushes } from '../../../src/renderer/measure/watch-pushes'
import { fakeBridge } from './fake-bridge'

function intervalsOf(lengths: readonly number[]): readonly FrameInterval[] {
  let at = 0
  return lengths.map((length) => {
    at += length
    return { at, length }
  })
}

describe('frame ring', () => {
  test('gives the intervals that ended after a time, oldest first', () => {
    const ring = createFrameRing(10)
    for (const at of [0, 10, 30, 60]) ring.note(at)
    expect(ring.since(10)).toEqual([
      { at: 30, length: 20 },
      { at: 60, length: 30 },
    ])
  })

  test('keeps as many as fit, the newest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 60 }),
        (capacity, lengths) => {
          const ring = createFrameRing(capacity)
          ring.note(0)
          const intervals = intervalsOf(lengths)
          for (const { at } of intervals) ring.note(at)
          expect(ring.since(0)).toEqual(intervals.slice(-capacity))
        },
      ),
    )
  })

  test('a time in which nobody could see the window is no long frame', () => {
    const ring = createFrameRing(10)
    ring.note(0)
    ring.note(16)
    ring.interrupt()
    ring.note(60_000)
    ring.note(60_016)
    expect(ring.since(0).map(({ length }) => length)).toEqual([16, 16])
  })
})

describe('frame figures', () => {
  test('there are none before the second frame', () => {
    expect(frameFigures([])).toBeNull()
  })

  test('a smooth window drops nothing', () => {
    const figures = frameFigures(intervalsOf(Array.from({ length: 300 }, () => 1000 / 60)))
    expect(figures).toMatchObject({ count: 300, dropped: 0 })
    expect(figures?.refreshRate).toBeCloseTo(60)
  })

  test('an interval of three frames has dropped two', () => {
    const lengths = [...Array.from({ length: 7 }, () => 1000 / 60), 50]
    const figures = frameFigures(intervalsOf(lengths))
    expect(figures?.dropped).toBeCloseTo(0.2)
    expect(figures?.longest).toBe(50)
    expect(figures?.median).toBeCloseTo(16.7, 1)
  })

  test('a fast screen is recognised, and what it drops', () => {
    const lengths = Array.from({ length: 100 }, (_, index) =>
      index % 10 === 0 ? 1000 / 60 : 1000 / 120,
    )
    const figures = frameFigures(intervalsOf(lengths))
    expect(figures?.refreshRate).toBeCloseTo(120)
    expect(figures?.dropped).toBeCloseTo(10 / 110)
  })

  test('a window that drops every other frame is not taken for a slow screen', () => {
    const figures = frameFigures(intervalsOf(Array.from({ length: 100 }, () => 1000 / 30)))
    expect(figures?.refreshRate).toBeCloseTo(60)
    expect(figures?.dropped).toBeCloseTo(0.5)
  })

  test('are in order and within what was measured', () => {
    const lengths = fc.array(fc.double({ min: 1, max: 500, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(lengths, (values) => {
        const figures = frameFigures(intervalsOf(values))
        if (figures === null) throw new Error('There are intervals')
        expect(figures.median).toBeGreaterThanOrEqual(Math.min(...values))
        expect(figures.p95).toBeGreaterThanOrEqual(figures.median)
        expect(figures.longest).toBe(Math.max(...values))
        expect(figures.longest).toBeGreaterThanOrEqual(figures.p95)
        expect(figures.dropped).toBeGreaterThanOrEqual(0)
        expect(figures.dropped).toBeLessThan(1)
      }),
    )
  })

  test('a quantile is one of the values', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2)
    expect(quantile([1, 2, 3, 4], 0.95)).toBe(4)
    expect(quantile([1, 2, 3, 4], 0)).toBe(1)
    expect(quantile([], 0.5)).toBe(0)
  })
})

test('what is older than the span is forgotten', () => {
  const recent = createRecent<string>(100)
  recent.note(0, 'old')
  recent.note(50, 'newer')
  expect(recent.read(99)).toEqual(['old', 'newer'])
  expect(recent.read(100)).toEqual(['newer'])
  expect(recent.read(1000)).toEqual([])
})

test('the backlog is that of all who have one, as old as the oldest', () => {
  const withdrawals = [
    offerBacklog((now) => ({ characters: 3, age: now - 90 })),
    offerBacklog(() => ({ characters: 4, age: 2 })),
  ]
  expect(readBacklog(100)).toEqual({ characters: 7, age: 10 })
  withdrawals[0]?.()
  expect(readBacklog(100)).toEqual({ characters: 4, age: 2 })
  withdrawals[1]?.()
  expect(readBacklog(100)).toEqual({ characters: 0, age: 0 })
})

test('pushes are counted with the bytes of their text, until the end', () => {
  const { bridge, push } = fakeBridge({})
  const heard: number[] = []
  const end = watchPushes(bridge.listen, (bytes) => heard.push(bytes))
  const event = { answerId: 'a', sequence: 1, at: 0 }
  push('answers.events', [
    { ...event, event: { type: 'text-delta', text: 'naïve' } },
    { ...event, event: { type: 'reasoning-delta', text: '日' } },
    { ...event, event: { type: 'answer-stopped' } },
  ])
  push('conversations.changed', [])
  expect(heard).toEqual([9, 0])
  end()
  push('conversations.changed', [])
  push('answers.events', [])
  expect(heard).toHaveLength(2)
})

describe('the graph', () => {
  const size = { width: 8, height: 10 }

  test('shows the longest frame of each slice, and the ceiling for what is above', () => {
    const intervals = [
      { at: 10, length: 25 },
      { at: 20, length: 10 },
      { at: 90, length: 500 },
    ]
    expect(sparkline(intervals, { from: 0, to: 100, ceiling: 50 }, size)).toBe('M0 5.0L6 0.0')
  })

  test('is empty without frames', () => {
    expect(sparkline([], { from: 0, to: 0, ceiling: 50 }, size)).toBe('')
  })
})

describe('the keys', () => {
  const none = { altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, repeat: false }

  test.each([
    ['darwin', { ...none, code: 'KeyP', metaKey: true }],
    ['linux', { ...none, code: 'KeyP', ctrlKey: true }],
    ['win32', { ...none, code: 'KeyP', ctrlKey: true }],
  ] as const)('open it on %s', (platform, pressed) => {
    expect(isMeasureKey(pressed, platform)).toBe(true)
  })

  test.each([
    ['Ctrl+Alt+P on macOS', 'darwin', { ...none, code: 'KeyP', ctrlKey: true }],
    ['Alt+P, which types a character', 'darwin', { ...none, code: 'KeyP' }],
    ['Ctrl+P', 'linux', { ...none, code: 'KeyP', ctrlKey: true, altKey: false }],
    ['with Shift', 'linux', { ...none, code: 'KeyP', ctrlKey: true, shiftKey: true }],
    ['another key', 'linux', { ...none, code: 'KeyO', ctrlKey: true }],
    ['a key that is held down', 'linux', { ...none, code: 'KeyP', ctrlKey: true, repeat: true }],
  ] as const)('do nothing: %s', (_, platform, pressed) => {
    expect(isMeasureKey(pressed, platform)).toBe(false)
  })
})

describe('the figures as text', () => {
  const figures: Figures = {
    frames: {
      count: 300,
      median: 16.67,
      p95: 17.2,
      longest: 50,
      dropped: 0.0123,
      refreshRate: 59.9,
    },
    intervals: [],
    longTasks: { count: 2, longest: 81.4 },
    backlog: { characters: 12, age: 34 },
    oldestBacklog: 99.96,
    pushes: { count: 58.5, textBytes: 4200 },
    elements: 1234,
  }
  const surface = {
    version: '1.2.3',
    platform: 'linux',
    userAgent: 'Mozilla/5.0 (X11) rivulet/1.2.3 Chrome/130.0.1 Electron/33.2.1 Safari/537.36',
    width: 1200,
    height: 800,
    pixelRatio: 1.25,
  }

  test('say what they were measured on', () => {
    expect(figuresText(figures, surface).split('\n').slice(0, 2)).toEqual([
      'Rivulet 1.2.3 (linux), Chrome/130.0.1 Electron/33.2.1',
      'Window 1200 × 800 at 1.25, screen about 60 Hz',
    ])
  })

  test('hold every row of the panel', () => {
    const text = figuresText(figures, surface)
    for (const { label, values } of figureRows(figures)) {
      expect(text).toContain(`${label}: ${values.map(({ value }) => value).join(', ')}`)
    }
    expect(text).toContain('Longest, dropped: 50 ms, 1.2 %')
    expect(text).toContain('Pushes, text: 58.5 /s, 4.2 KB/s')
  })

  test('are dashes before there are frames', () => {
    expect(figuresText({ ...figures, frames: null }, surface)).toContain('Frame p50, p95: –, –')
    expect(figuresText({ ...figures, frames: null }, surface)).toContain('screen about ? Hz')
  })
})

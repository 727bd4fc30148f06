import { describe, expect, test } from 'vitest'
import { droppedPercent, longestGap } from '../../performance/frame-times'
import { growthExponent } from '../../performance/growth'
import { ownTimesOfEvents, ownTimesOfFunctions } from '../../performance/profile-report'
import { waysOf } from '../../performance/time-on-the-way'

describe('the growth exponent', () => {
  const sizes = [15, 30, 60, 120]

  test.each([0.5, 1, 2])('finds the power %d', (power) => {
    const points = sizes.map((size) => ({ size, cost: 3 * size ** power }))
    expect(growthExponent(points)).toBeCloseTo(power, 10)
  })

  test('lies below one where a part of the cost is fixed', () => {
    const points = sizes.map((size) => ({ size, cost: 100 + size }))
    expect(growthExponent(points)).toBeLessThan(1)
  })
})

describe('frames', () => {
  test('none is dropped when each comes with its refresh, a bit early or late', () => {
    expect(droppedPercent([16.6, 16.7, 16.9, 15.9])).toBe(0)
    expect(longestGap([16.6, 16.7])).toBe(16.7)
  })

  test('a gap of three refreshes is two dropped', () => {
    expect(droppedPercent([16.7, 50.1, 16.7])).toBeCloseTo(40, 10)
    expect(longestGap([16.7, 50.1, 16.7])).toBe(50)
  })

  test('no frames, nothing dropped', () => {
    expect(droppedPercent([])).toBe(0)
    expect(longestGap([])).toBe(0)
  })
})

describe('own times', () => {
  test('of functions are summed over samples, each up to the next', () => {
    const callFrame = (functionName: string) => ({ functionName, url: '', lineNumber: 0 })
    const profile = {
      nodes: [
        { id: 1, callFrame: callFrame('parse') },
        { id: 2, callFrame: callFrame('draw') },
      ],
      samples: [1, 2, 1],
      timeDeltas: [0, 200, 700],
    }
    expect(ownTimesOfFunctions(profile)).toEqual([
      { name: 'draw', time: 0.7 },
      { name: 'parse', time: 0.2 },
    ])
  })

  test('of events leave out what lies inside of them, and other threads', () => {
    const on = (tid: number) => ({ pid: 1, tid })
    const lasting = (name: string, ts: number, dur: number, tid = 7) => ({
      name,
      ph: 'X',
      ts,
      dur,
      ...on(tid),
    })
    const events = [
      { name: 'thread_name', ph: 'M', ts: 0, ...on(7), args: { name: 'CrRendererMain' } },
      lasting('Layout', 2_000, 3_000),
      lasting('RunTask', 0, 10_000),
      lasting('V8.GC_SCAVENGER', 6_000, 1_000),
      lasting('Paint', 11_000, 1_000),
      lasting('Raster', 0, 50_000, 8),
    ]
    expect(ownTimesOfEvents(events)).toEqual([
      { name: 'RunTask', time: 6 },
      { name: 'Layout', time: 3 },
      { name: 'garbage collection', time: 1 },
      { name: 'Paint', time: 1 },
    ])
  })
})

test('a way ends with the first thing that holds all that was sent; what never came has none', () => {
  const sent = [
    { at: 0, mark: 5 },
    { at: 10, mark: 9 },
    { at: 20, mark: 12 },
  ]
  const received = [
    { at: 8, mark: 4 },
    { at: 30, mark: 10 },
  ]
  expect(waysOf(sent, received)).toEqual([30, 20])
})

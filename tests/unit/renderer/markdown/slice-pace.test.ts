import { describe, expect, test } from 'vitest'
import {
  firstPace,
  isLate,
  paceAfter,
  type SlicePace,
} from '../../../../src/renderer/painting/markdown/slice-pace'

/** The pace after frames that took so long, in milliseconds. */
function paceOf(...frames: readonly number[]): SlicePace {
  let now = 1_000
  let pace = paceAfter(firstPace, now)
  for (const frame of frames) {
    now += frame
    pace = paceAfter(pace, now)
  }
  return pace
}

describe('the slice of a text that a frame takes in', () => {
  test('is as at first until a frame has shown how long it takes', () => {
    expect(paceOf().slice).toBe(firstPace.slice)
  })

  test('grows while frames are short, up to a limit', () => {
    expect(paceOf(17).slice).toBe(2 * firstPace.slice)
    expect(paceOf(17, 17).slice).toBe(4 * firstPace.slice)
    const most = paceOf(...Array.from({ length: 50 }, () => 17)).slice
    expect(most).toBe(16 * 1024)
    expect(paceOf(...Array.from({ length: 51 }, () => 17)).slice).toBe(most)
  })

  test('stays where every other frame of the display is used', () => {
    expect(paceOf(33.4, 33.4).slice).toBe(firstPace.slice)
  })

  test('shrinks by as much as a frame was too long, and never to nothing', () => {
    expect(paceOf(50).slice).toBe(firstPace.slice / 2)
    expect(paceOf(500).slice).toBeLessThan(paceOf(50).slice)
    const least = paceOf(...Array.from({ length: 50 }, () => 500)).slice
    expect(least).toBeGreaterThan(0)
    expect(paceOf(500, 500, 17).slice).toBeGreaterThan(paceOf(500, 500).slice)
  })

  test('takes in as much as a model writes within the frames of half a second when they are short', () => {
    let length = firstPace.slice
    let pace = firstPace
    for (let frame = 0; frame < 30; frame += 1) {
      pace = paceAfter(pace, frame * 16.7)
      length += pace.slice
    }
    expect(length).toBeGreaterThan(400_000)
  })
})

describe('a text that takes long', () => {
  test('is late only when its frames took longer together than one waits for', () => {
    expect(isLate(firstPace)).toBe(false)
    expect(isLate(paceOf())).toBe(false)
    expect(isLate(paceOf(17, 17, 17))).toBe(false)
    expect(isLate(paceOf(...Array.from({ length: 30 }, () => 17)))).toBe(true)
    expect(isLate(paceOf(400))).toBe(true)
  })
})

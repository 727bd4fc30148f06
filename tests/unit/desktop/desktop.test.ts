import { expect, test } from 'vitest'
import { parseCommandLine } from '../../../src/main/desktop/command-line'
import { quickAskPlace } from '../../../src/main/desktop/quick-ask-place'
import { windowTraits } from '../../../src/main/desktop/window-traits'

test('the command line holds a question and a place for a picture', () => {
  expect(
    parseCommandLine(['rivulet', '--no-sandbox', '--ask=Why = how?', '--screenshot=/tmp/a.png']),
  ).toEqual({ ask: 'Why = how?', screenshot: '/tmp/a.png' })
  expect(parseCommandLine(['rivulet', '--ask='])).toEqual({ ask: null, screenshot: null })
})

test.each([
  ['a display', { x: 0, y: 0, width: 1440, height: 900 }],
  ['a second display to the left', { x: -1920, y: 200, width: 1920, height: 1080 }],
  ['a tiny display', { x: 0, y: 0, width: 480, height: 320 }],
])('quick ask stands whole on %s, in its upper part, whatever it holds', (_name, area) => {
  for (const height of [0, 60, 300, 5000]) {
    const place = quickAskPlace(area, height)
    expect(place.x).toBeGreaterThanOrEqual(area.x)
    expect(place.y).toBeGreaterThan(area.y)
    expect(place.y - area.y).toBeLessThan(area.height / 3)
    expect(place.x + place.width).toBeLessThanOrEqual(area.x + area.width)
    expect(place.y + place.height).toBeLessThanOrEqual(area.y + area.height)
  }
})

test('the popup gives the focus back in the way of each system', () => {
  const calls: string[] = []
  const window = { blur: () => calls.push('blur'), minimize: () => calls.push('minimize') }
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    windowTraits(platform).beforeHide(window)
    calls.push(platform)
  }
  expect(calls).toEqual(['darwin', 'blur', 'win32', 'linux'])
  expect(windowTraits('darwin').quickAsk.type).toBe('panel')
})

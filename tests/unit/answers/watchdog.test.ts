import { expect, test } from 'vitest'
import { createWatchdog } from '../../../src/main/answers/watchdog'
import { createManualClock } from '../../fakes/manual-clock'

function watching() {
  const clock = createManualClock()
  const told: string[] = []
  const start = clock.now()
  const at = () => (clock.now() - start) / 1000
  const watchdog = createWatchdog(
    clock,
    { firstByte: 120_000, betweenBytes: 60_000, withoutText: 300_000 },
    (since) => told.push(`${at()}: stalled since ${(since - start) / 1000}`),
    ({ code }) => told.push(`${at()}: ${code}`),
  )
  return { clock, told, watchdog }
}

test('no byte at all ends it after 120 s', () => {
  const { clock, told } = watching()
  clock.advance(119_999)
  expect(told).toEqual([])
  clock.advance(1)
  expect(told).toEqual(['120: timed-out'])
  expect(clock.pendingTimers).toBe(0)
})

test('silence after text is told after 5 s and ends it after 60 s', () => {
  const { clock, told, watchdog } = watching()
  clock.advance(1000)
  watchdog.text()
  clock.advance(60_000)
  expect(told).toEqual(['6: stalled since 1', '61: stalled'])
  expect(clock.pendingTimers).toBe(0)
})

test('text that goes on keeps it quiet, and a second stall is told again', () => {
  const { clock, told, watchdog } = watching()
  for (let second = 0; second < 100; second += 1) {
    clock.advance(1000)
    watchdog.text()
  }
  expect(told).toEqual([])
  clock.advance(6000)
  watchdog.text()
  clock.advance(6000)
  expect(told).toEqual(['105: stalled since 100', '111: stalled since 106'])
})

test('signs of life keep it alive, but not for more than 5 minutes', () => {
  const { clock, told, watchdog } = watching()
  watchdog.text()
  for (let second = 0; second < 400; second += 10) {
    clock.advance(10_000)
    watchdog.bytes()
  }
  expect(told).toEqual(['5: stalled since 0', '300: stalled'])
})

test('released it leaves no timer', () => {
  const { clock, watchdog } = watching()
  watchdog.text()
  watchdog.release()
  expect(clock.pendingTimers).toBe(0)
})

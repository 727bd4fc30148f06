import type { Bridge } from '../../shared/ipc/bridge'
import { readBacklog } from './backlog'
import type { Figures } from './figures'
import { createFrameRing, frameFigures } from './frame-times'
import { createRecent } from './recent'
import { watchFrames } from './watch-frames'
import { watchLongTasks } from './watch-long-tasks'
import { watchPushes } from './watch-pushes'

/** How far back each figure looks, in milliseconds. */
export const frameSpan = 5000
const longTaskSpan = 10_000
const pushSpan = 2000

/** Five seconds of a screen of 240 Hz. */
const ringCapacity = 1200

export interface Measurement {
  readonly read: () => Figures
  readonly stop: () => void
}

/** Measures this window until it is stopped. Reads no layout. */
export function startMeasurement(listen: Bridge['listen']): Measurement {
  const frames = createFrameRing(ringCapacity)
  const ages = createRecent<number>(longTaskSpan)
  const tasks = createRecent<number>(longTaskSpan)
  const pushes = createRecent<number>(pushSpan)
  const startedAt = performance.now()
  const ends = [
    watchFrames((at) => {
      frames.note(at)
      const { age } = readBacklog(at)
      if (age > 0) ages.note(at, age)
    }),
    listen('window.visible', frames.interrupt),
    watchLongTasks(tasks.note),
    watchPushes(listen, (bytes) => pushes.note(performance.now(), bytes)),
  ]
  return {
    read() {
      const now = performance.now()
      const intervals = frames.since(now - frameSpan)
      const recentTasks = tasks.read(now)
      const recentPushes = pushes.read(now)
      const seconds = Math.min(pushSpan, Math.max(1000, now - startedAt)) / 1000
      return {
        frames: frameFigures(intervals),
        intervals,
        longTasks: { count: recentTasks.length, longest: Math.max(0, ...recentTasks) },
        backlog: readBacklog(now),
        oldestBacklog: Math.max(0, ...ages.read(now)),
        pushes: {
          count: recentPushes.length / seconds,
          textBytes: recentPushes.reduce((sum, bytes) => sum + bytes, 0) / seconds,
        },
        elements: document.getElementsByTagName('*').length,
      }
    },
    stop() {
      for (const end of ends) end()
    },
  }
}

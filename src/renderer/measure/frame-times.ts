/** The time from one animation frame to the next, in milliseconds. */
export interface FrameInterval {
  readonly at: number
  readonly length: number
}

export interface FrameFigures {
  readonly count: number
  readonly median: number
  readonly p95: number
  readonly longest: number
  /** The part of the frames the screen could have shown that were not drawn, 0 to 1. */
  readonly dropped: number
  /** How often the screen seems to refresh, per second. */
  readonly refreshRate: number
}

export interface FrameRing {
  /** Notes an animation frame at that time, in milliseconds. */
  readonly note: (at: number) => void
  /** The next frame does not follow the last: there were none, or nobody could see them. */
  readonly interrupt: () => void
  /** What ended after that time, oldest first. */
  readonly since: (time: number) => readonly FrameInterval[]
}

/** Keeps the last intervals without allocating anything when one is noted. */
export function createFrameRing(capacity: number): FrameRing {
  const ends = new Float64Array(capacity)
  const lengths = new Float64Array(capacity)
  let noted = 0
  let last: number | null = null
  return {
    note(at) {
      if (last !== null) {
        ends[noted % capacity] = at
        lengths[noted % capacity] = at - last
        noted += 1
      }
      last = at
    },
    interrupt() {
      last = null
    },
    since(time) {
      const intervals: FrameInterval[] = []
      for (let index = Math.max(0, noted - capacity); index < noted; index += 1) {
        const at = ends[index % capacity] ?? 0
        if (at > time) intervals.push({ at, length: lengths[index % capacity] ?? 0 })
      }
      return intervals
    },
  }
}

/** A screen that is slower is rare, and cannot be told from a window that drops every other frame. */
const slowestRefresh = 1000 / 60

/** Null when there is no interval. */
export function frameFigures(intervals: readonly FrameInterval[]): FrameFigures | null {
  if (intervals.length === 0) return null
  const lengths = intervals.map(({ length }) => length).sort((left, right) => left - right)
  const refresh = Math.max(1, Math.min(slowestRefresh, quantile(lengths, 0.25)))
  let possible = 0
  for (const length of lengths) possible += Math.max(1, Math.round(length / refresh))
  return {
    count: lengths.length,
    median: quantile(lengths, 0.5),
    p95: quantile(lengths, 0.95),
    longest: quantile(lengths, 1),
    dropped: 1 - lengths.length / possible,
    refreshRate: 1000 / refresh,
  }
}

/** The smallest value that so large a part of the values does not exceed. */
export function quantile(ascending: readonly number[], part: number): number {
  const index = Math.max(0, Math.ceil(part * ascending.length) - 1)
  return ascending[index] ?? 0
}

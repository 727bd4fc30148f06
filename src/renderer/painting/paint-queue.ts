import { boundaryAfter, completeLength } from './grapheme'

/** What is shown never lags further behind what has arrived, in milliseconds. */
export const longestLag = 150

/**
 * Text is due this long after it arrived. The rest of {@link longestLag} is for a frame that comes
 * late.
 */
const spread = 100

interface Arrival {
  readonly at: number
  /** The length of the text with it. */
  readonly end: number
}

/** What has arrived, and how much of it is revealed. All times in milliseconds of one clock. */
export interface PaintQueue {
  readonly text: string
  /** UTF-16 units that are revealed; always a boundary between grapheme clusters. */
  readonly shown: number
  /** What is not revealed yet, by arrival. */
  readonly arrivals: readonly Arrival[]
  /** The part of a unit that the last frames have left over. */
  readonly credit: number
  readonly lastFrameAt: number | null
}

/** A queue in which everything is revealed. */
export function paintedWhole(text: string): PaintQueue {
  const shown = completeLength(text)
  return { text, shown, arrivals: [], credit: 0, lastFrameAt: null }
}

/** The text so far, longer than before. */
export function arrive(queue: PaintQueue, text: string, at: number): PaintQueue {
  if (text.length <= queue.text.length) return text === queue.text ? queue : paintedWhole(text)
  return { ...queue, text, arrivals: [...queue.arrivals, { at, end: text.length }] }
}

/** Reveals at an animation frame what the slowest even pace asks for that meets every due time. */
export function paintFrame(queue: PaintQueue, now: number): PaintQueue {
  const frame = Math.max(1, now - (queue.lastFrameAt ?? now - 16))
  const limit = completeLength(queue.text)
  if (queue.shown >= limit) return { ...queue, arrivals: [], credit: 0, lastFrameAt: now }

  let pace = 0
  let due = queue.shown
  for (const { at, end } of queue.arrivals) {
    const left = at + spread - now
    if (left <= frame) due = end
    else pace = Math.max(pace, (end - queue.shown) / left)
  }
  const earned = queue.credit + pace * frame
  const wanted = Math.min(limit, Math.max(due, queue.shown + Math.max(1, Math.floor(earned))))
  const shown = Math.min(limit, boundaryAfter(queue.text, queue.shown, wanted))
  return {
    ...queue,
    shown,
    arrivals: queue.arrivals.filter(({ end }) => end > shown),
    credit: Math.max(0, Math.min(1, earned - (shown - queue.shown))),
    lastFrameAt: now,
  }
}

export function isPainted(queue: PaintQueue): boolean {
  return queue.shown >= completeLength(queue.text)
}

export function shownText(queue: PaintQueue): string {
  return queue.text.slice(0, queue.shown)
}

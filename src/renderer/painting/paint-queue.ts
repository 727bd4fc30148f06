import { goesOn } from './goes-on'
import { boundaryAfter, completeLength } from './grapheme'

/**
 * Text is due this long after it arrived, in milliseconds: gaps in a stream that are shorter are not
 * seen, and nobody feels that much between the network and the eye once the first word is there.
 */
export const spread = 100

/**
 * What is shown never lags further behind what has arrived, in milliseconds: {@link spread}, and
 * what is left of it for a frame that comes late, at 20 frames a second.
 */
export const longestLag = 150

/** A character at each frame of a 60 Hz screen, also when one comes early; in characters a millisecond. */
const slowestPace = 1 / 15

/** UTF-16 units of an answer that are shown at once: the first word is waited for. */
const firstWord = 16

/** What arrives within this many milliseconds is due together, so that the arrivals stay few. */
const grain = 4

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
  /** What is not revealed yet, oldest first. */
  readonly arrivals: readonly Arrival[]
  /** The part of a unit that the last frames have left over; a whole one when nothing waited. */
  readonly credit: number
  /** Up to when the pace has been paid out: the last frame, or when text came after a rest. */
  readonly paidUntil: number
}

/** A queue in which everything is revealed. */
export function paintedWhole(text: string): PaintQueue {
  return { text, shown: completeLength(text), arrivals: [], credit: 1, paidUntil: 0 }
}

/** The text so far. One that does not go on from what was there is shown as it is. */
export function arrive(queue: PaintQueue, text: string, at: number): PaintQueue {
  if (text === queue.text) return queue
  if (!goesOn(text, queue.text)) return paintedWhole(text)
  const arrivals = withArrival(queue.arrivals, { at, end: text.length })
  return { ...queue, text, arrivals, paidUntil: isPainted(queue) ? at : queue.paidUntil }
}

function withArrival(arrivals: readonly Arrival[], next: Arrival): readonly Arrival[] {
  const last = arrivals.at(-1)
  if (last === undefined || next.at - last.at >= grain) return [...arrivals, next]
  return [...arrivals.slice(0, -1), { at: last.at, end: next.end }]
}

/**
 * Reveals at an animation frame what the slowest even pace asks for that shows every arrival when it
 * is due: from what was shown at the last frame straight to its end, for the arrival that asks most.
 */
export function paintFrame(queue: PaintQueue, now: number): PaintQueue {
  const passed = Math.max(0, now - queue.paidUntil)
  // What is due before the next frame is due now. The next is taken to be as far away as the last.
  const ahead = Math.min(passed, longestLag - spread)
  let wanted = passed * slowestPace
  for (const { at, end } of queue.arrivals) {
    const left = at + spread - ahead - now
    const share = left <= 0 ? 1 : passed / (passed + left)
    wanted = Math.max(wanted, (end - queue.shown) * share)
  }
  const earned = queue.credit + wanted
  const whole = Math.max(Math.floor(earned), queue.shown === 0 ? firstWord : 0)
  const limit = completeLength(queue.text)
  const shown = Math.min(limit, boundaryAfter(queue.text, queue.shown, queue.shown + whole))
  if (shown === limit) return { ...queue, shown, arrivals: [], credit: 1, paidUntil: now }
  return {
    ...queue,
    shown,
    arrivals: queue.arrivals.filter(({ end }) => end > shown),
    credit: Math.max(0, earned - (shown - queue.shown)),
    paidUntil: Math.max(now, queue.paidUntil),
  }
}

export function isPainted(queue: PaintQueue): boolean {
  return queue.shown >= completeLength(queue.text)
}

/** Whether frames have stayed away for too long, as they do in a window that others cover. */
export function isLate(queue: PaintQueue, now: number): boolean {
  return hiddenAge(queue, now) > longestLag
}

/** How long ago the oldest text came that is not shown yet, in milliseconds; 0 when all is shown. */
export function hiddenAge({ arrivals }: PaintQueue, now: number): number {
  const [oldest] = arrivals
  return oldest === undefined ? 0 : Math.max(0, now - oldest.at)
}

export function shownText(queue: PaintQueue): string {
  return queue.text.slice(0, queue.shown)
}

import type { BacklogSource } from '../measure/backlog'
import {
  arrive,
  hiddenAge,
  isLate,
  isPainted,
  paintedWhole,
  paintFrame,
  shownText,
} from './paint-queue'

/** What a painter needs of its window. Both clocks are the same, in milliseconds. */
export interface PaintingWindow {
  readonly requestFrame: (callback: (now: number) => void) => number
  readonly cancelFrame: (request: number) => void
  readonly now: () => number
}

export interface TextPainter {
  /** The text so far. Unless it goes on `evenly`, all of it is shown at once. */
  readonly take: (text: string, evenly: boolean) => void
  /** Shows at once what is there. */
  readonly flush: () => void
  readonly backlog: BacklogSource
  readonly stop: () => void
}

/** Calls `show` with what is to be shown whenever that changes; frames are asked for only meanwhile. */
export function createTextPainter(
  text: string,
  { requestFrame, cancelFrame, now }: PaintingWindow,
  show: (text: string) => void,
): TextPainter {
  let queue = paintedWhole(text)
  let request: number | null = null

  function change(next: typeof queue) {
    const before = shownText(queue)
    queue = next
    const after = shownText(queue)
    if (after !== before) show(after)
  }
  function onFrame(at: number) {
    request = null
    change(paintFrame(queue, at))
    schedule()
  }
  function schedule() {
    if (request === null && !isPainted(queue)) request = requestFrame(onFrame)
  }
  function stop() {
    if (request !== null) cancelFrame(request)
    request = null
  }
  function flush() {
    stop()
    change(paintedWhole(queue.text))
  }

  return {
    take(next, evenly) {
      const at = now()
      change(arrive(queue, next, at))
      if (!evenly) flush()
      // A window that is covered gets no frames: what piled up would all be drawn in the first one.
      else if (isLate(queue, at)) change(paintFrame(queue, at))
      schedule()
    },
    flush,
    backlog: (at) => ({
      characters: queue.text.length - queue.shown,
      age: hiddenAge(queue, at),
    }),
    stop,
  }
}

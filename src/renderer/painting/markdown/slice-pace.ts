/** How a long text is taken in: a slice a frame, and the next as long as the last one was quick. */
export interface SlicePace {
  /** UTF-16 units. */
  readonly slice: number
  /** When the first frame began that left something over, and the last one; in milliseconds. */
  readonly began: number | null
  readonly frame: number | null
}

/** What takes one frame to open is shown at once on a slow computer, too. */
export const firstPace: SlicePace = { slice: 3_072, began: null, frame: null }

const shortestSlice = 1_024
/** More could take too long where what follows is worse than what came. */
const longestSlice = 16 * 1024

/** In milliseconds, with room for displays that are not quite at 60 Hz. */
const shortFrame = 20
const longFrame = 34
const veryLongFrame = 80

/** After that, what is not taken in yet is shown as it is written; in milliseconds. */
const patience = 300

/** @param now when the next frame began, in milliseconds */
export function paceAfter({ slice, began, frame }: SlicePace, now: number): SlicePace {
  if (began === null || frame === null) return { slice, began: now, frame: now }
  return { slice: nextSlice(slice, now - frame), began, frame: now }
}

export const isLate = ({ began, frame }: SlicePace): boolean =>
  began !== null && frame !== null && frame - began > patience

function nextSlice(slice: number, took: number): number {
  if (took <= shortFrame) return Math.min(longestSlice, slice * 2)
  if (took <= longFrame) return slice
  return Math.max(shortestSlice, Math.floor(slice / (took <= veryLongFrame ? 2 : 8)))
}

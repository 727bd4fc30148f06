/** Of the display that the benches run on. */
export const frameMilliseconds = 1000 / 60

/** Between two frames there may be more than one refresh of the display. */
function refreshes(gap: number): number {
  return Math.max(1, Math.round(gap / frameMilliseconds))
}

/** The longest time between two frames, in milliseconds, a multiple of the display's refresh. */
export function longestGap(gaps: readonly number[]): number {
  const longest = gaps.reduce((most, gap) => Math.max(most, refreshes(gap)), 0)
  return Math.round(longest * frameMilliseconds * 10) / 10
}

/** How many refreshes of the display came without a frame, in percent of all. */
export function droppedPercent(gaps: readonly number[]): number {
  const all = gaps.reduce((sum, gap) => sum + refreshes(gap), 0)
  return all === 0 ? 0 : (100 * (all - gaps.length)) / all
}

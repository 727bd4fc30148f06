import type { FrameInterval } from './frame-times'

/**
 * The intervals as a path for SVG, `width` × `height`: the longest of each slice of the time from
 * `from` to `to`, zero at the bottom, `ceiling` milliseconds and more at the top.
 */
export function sparkline(
  intervals: readonly FrameInterval[],
  { from, to, ceiling }: { readonly from: number; readonly to: number; readonly ceiling: number },
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const longest: (number | undefined)[] = Array.from({ length: Math.ceil(width / 2) })
  for (const { at, length } of intervals) {
    const slice = Math.floor(((at - from) / (to - from)) * longest.length)
    const index = Math.min(longest.length - 1, Math.max(0, slice))
    longest[index] = Math.max(longest[index] ?? 0, length)
  }
  let path = ''
  for (const [index, length] of longest.entries()) {
    if (length === undefined) continue
    const y = height * (1 - Math.min(1, length / ceiling))
    path += `${path === '' ? 'M' : 'L'}${2 * index} ${y.toFixed(1)}`
  }
  return path
}

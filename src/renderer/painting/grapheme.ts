const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const firstWindow = 64

/**
 * The first boundary between grapheme clusters at or after `wanted`, seen from `start`, which is one.
 * Looks at the text around `wanted` only, however long the text is.
 */
export function boundaryAfter(text: string, start: number, wanted: number): number {
  if (wanted >= text.length) return text.length
  if (wanted <= start) return start
  for (let size = firstWindow; ; size *= 2) {
    const end = Math.min(text.length, wanted + size)
    const cluster = segmenter.segment(text.slice(start, end)).containing(wanted - start)
    if (cluster === undefined || cluster.index === wanted - start) return wanted
    const boundary = start + cluster.index + cluster.segment.length
    if (boundary < end || end === text.length) return boundary
  }
}

/** How much of a text can be shown: all but half a character whose other half is still on its way. */
export function completeLength(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length
}

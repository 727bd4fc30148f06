import { endsInHalf } from '../../shared/text/surrogates'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const firstWindow = 64

/**
 * The first boundary between grapheme clusters at or after `wanted`, seen from `start`, which is one.
 * Looks at the text around `wanted` only, however long the text is.
 */
export function boundaryAfter(text: string, start: number, wanted: number): number {
  if (wanted >= text.length) return text.length
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
  return endsInHalf(text) ? text.length - 1 : text.length
}

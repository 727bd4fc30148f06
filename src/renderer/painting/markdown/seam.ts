import type { MarkdownBlock } from './parse-markdown'

/** The blocks before which a seam is drawn: each is the first that holds text after a resume. */
export function seamPositions(
  blocks: readonly MarkdownBlock[],
  seams: readonly number[],
): ReadonlySet<number> {
  const positions = new Set<number>()
  for (const offset of seams) {
    const index = blocks.findIndex(({ start, source }) => start + source.trimEnd().length > offset)
    if (index > 0) positions.add(index)
  }
  return positions
}

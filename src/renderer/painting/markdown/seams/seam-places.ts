import type { Block } from '../node'

/** Where seams are drawn. */
export interface SeamPlaces {
  /** Blocks, by index, before which one stands: each is the first with text after a resume. */
  readonly before: ReadonlySet<number>
  /** By block, the offsets in its source at which one stands inside it. */
  readonly within: ReadonlyMap<number, readonly number[]>
}

/** @param seams offsets in `text`, whose blocks are given */
export function seamPlaces(
  blocks: readonly Block[],
  text: string,
  seams: readonly number[],
): SeamPlaces {
  const before = new Set<number>()
  const within = new Map<number, number[]>()
  for (const offset of seams) {
    const last = blocks.findLastIndex(({ start }) => start <= offset)
    const isInside = last >= 0 && textEnd(blocks[last], text) > offset
    const index = isInside ? last : last + 1
    const block = blocks[index]
    if (block === undefined) continue
    if (offset > block.start) {
      within.set(index, [...(within.get(index) ?? []), offset - block.start])
    } else if (index > 0) before.add(index)
  }
  return { before, within }
}

function textEnd(block: Block | undefined, text: string): number {
  return block === undefined ? 0 : block.start + text.slice(block.start, block.end).trimEnd().length
}

import type { Block, SeamLine } from '../node'
import type { ParsedMarkdown } from '../parser/parse-markdown'
import { blockWithSeams } from './block-with-seams'
import { seamPlaces } from './seam-places'

const lines = new WeakMap<Block, SeamLine>()

/**
 * The blocks of a document with a mark at each seam: a line between blocks, or a sign inside of one.
 *
 * @param seams offsets in the text where it went on after an interruption
 */
export function blocksWithSeams(
  parsed: ParsedMarkdown,
  seams: readonly number[],
): readonly Block[] {
  const { blocks } = parsed.document
  if (seams.length === 0) return blocks
  const { before, within } = seamPlaces(blocks, parsed.text, seams)
  return blocks.flatMap((block, index) => {
    const offsets = within.get(index)
    const marked = offsets === undefined ? block : blockWithSeams(parsed, block, offsets)
    return before.has(index) ? [lineBefore(block), marked] : [marked]
  })
}

function lineBefore(block: Block): SeamLine {
  const known = lines.get(block)
  // A place of its own among its siblings.
  const place = block.start - 0.5
  const line = known ?? { kind: 'seam', start: place, end: place }
  lines.set(block, line)
  return line
}

import type { MarkdownDocument } from '../node'
import type { ParsedMarkdown } from '../parser/parse-markdown'
import { blocksWithSeams, blockWithSeams } from './blocks-with-seams'
import { lineBefore } from './seam-lines'
import { seamPlaces } from './seam-places'

/**
 * A document with a mark at each seam: a line between blocks, or a sign inside of one. Only what holds
 * a seam is another object than before.
 *
 * @param seams offsets in the text where it went on after an interruption
 */
export function documentWithSeams(
  parsed: ParsedMarkdown,
  seams: readonly number[],
): MarkdownDocument {
  const { document, text } = parsed
  if (seams.length === 0) return document
  const page = { parsed, quotes: 0 }
  const { before, within, footnotes } = seamPlaces(document, text, seams)
  const blocks = document.blocks.flatMap((block, index) => {
    const offsets = within.get(index)
    const marked = offsets === undefined ? [block] : blockWithSeams(page, block, offsets)
    return before.has(index) ? [lineBefore(block), ...marked] : marked
  })
  if (footnotes.size === 0) return { blocks, footnotes: document.footnotes }
  return {
    blocks,
    footnotes: document.footnotes.map((footnote, index) => {
      const offsets = footnotes.get(index)
      if (offsets === undefined) return footnote
      return { ...footnote, children: blocksWithSeams(page, footnote.children, offsets) }
    }),
  }
}

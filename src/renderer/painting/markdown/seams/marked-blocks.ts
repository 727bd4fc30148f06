import type { Block, CodeBlock, Inline, InlineRun } from '../node'

/** Stands in a text where a seam is: no text holds it, it is a noncharacter. */
export const stand = '\uFDD0'

/** Blocks of a text with stands in it, with seams in their place. */
export function withoutStands(blocks: readonly Block[]): readonly Block[] {
  return blocks.map(blockWithoutStands)
}

function blockWithoutStands(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, runs: runsWithoutStands(block.runs) }
    case 'quote':
      return { ...block, children: withoutStands(block.children) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: withoutStands(item.children) })),
      }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, runs: runsWithoutStands(cell.runs) })),
        })),
      }
    case 'code':
      return codeWithoutStands(block)
    case 'plain':
      return { ...block, ...piecesOf(block.text) }
    default:
      return block
  }
}

function codeWithoutStands(block: CodeBlock): CodeBlock {
  const { text, seams } = piecesOf(block.lines.join('\n'))
  return seams === undefined ? block : { ...block, lines: text.split('\n'), seams }
}

function runsWithoutStands(runs: readonly InlineRun[]): readonly InlineRun[] {
  return runs.map(({ inlines }) => ({ inlines: inlines.flatMap(inlineWithoutStands) }))
}

function inlineWithoutStands(inline: Inline): readonly Inline[] {
  switch (inline.kind) {
    case 'text':
      return inline.text
        .split(stand)
        .flatMap((text, index): readonly Inline[] => [
          ...(index === 0 ? [] : [{ kind: 'seam' } as const]),
          ...(text === '' ? [] : [{ kind: 'text', text } as const]),
        ])
    case 'code':
      return [{ ...inline, ...piecesOf(inline.text) }]
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
    case 'link':
      return [{ ...inline, children: inline.children.flatMap(inlineWithoutStands) }]
    default:
      return [inline]
  }
}

/** Code is one piece: it is told where its seams are. */
function piecesOf(marked: string): { readonly text: string; readonly seams?: readonly number[] } {
  const pieces = marked.split(stand)
  if (pieces.length === 1) return { text: marked }
  const seams: number[] = []
  for (const piece of pieces.slice(0, -1)) seams.push((seams.at(-1) ?? 0) + piece.length)
  return { text: pieces.join(''), seams }
}

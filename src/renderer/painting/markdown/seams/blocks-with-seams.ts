import { assertNever } from '../../../../shared/assert-never'
import type { Block, List, ListItem } from '../node'
import { codeWithSeams } from './code-with-seams'
import { headingContent, paragraphContent } from './content'
import { madeOnce } from './made-once'
import { plainWithSeams } from './plain-with-seams'
import { runsWithSeams } from './runs-with-seams'
import { lineBefore } from './seam-lines'
import { keyOf, type SeamPage } from './seam-page'
import { siblingsAt } from './siblings'
import { tableWithSeams } from './table-with-seams'

/** Blocks inside another, of which those that hold an offset of the text are marked there. */
export function blocksWithSeams(
  page: SeamPage,
  blocks: readonly Block[],
  offsets: readonly number[],
  hasTaskMark = false,
): readonly Block[] {
  const within = siblingsAt(blocks, page.parsed.text, offsets)
  return blocks.flatMap((block, index) => {
    const own = within.get(index)
    return own === undefined
      ? [block]
      : blockWithSeams(page, block, own, hasTaskMark && index === 0)
  })
}

const markedBlock = madeOnce<readonly Block[]>()
const markedItem = madeOnce<ListItem>()

/**
 * A block with a mark at offsets of the text, or with a line before or behind it if no mark can stand
 * inside.
 */
export function blockWithSeams(
  page: SeamPage,
  block: Block,
  offsets: readonly number[],
  hasTaskMark = false,
): readonly Block[] {
  const key = keyOf(page.parsed, block, offsets)
  return markedBlock(block, key, () => marked(page, block, offsets, hasTaskMark))
}

function marked(
  page: SeamPage,
  block: Block,
  offsets: readonly number[],
  hasTaskMark: boolean,
): readonly Block[] {
  const { parsed, quotes } = page
  switch (block.kind) {
    case 'paragraph': {
      const content = () => paragraphContent(parsed.text, block, quotes, hasTaskMark)
      return [{ ...block, runs: runsWithSeams(parsed, block, offsets, content) }]
    }
    case 'heading': {
      const content = () => headingContent(parsed.text, block, quotes)
      return [{ ...block, runs: runsWithSeams(parsed, block, offsets, content) }]
    }
    case 'code':
      return codeWithSeams(parsed.text, block, offsets)
    case 'plain':
      return [plainWithSeams(parsed.text, block, offsets)]
    case 'quote': {
      if (block.children.length === 0) return [lineBefore(block), block]
      const inner = { parsed, quotes: quotes + 1 }
      return [{ ...block, children: blocksWithSeams(inner, block.children, offsets) }]
    }
    case 'list':
      return [listWithSeams(page, block, offsets)]
    case 'table':
      return [tableWithSeams(parsed, block, offsets)]
    // All of them is shown only after the resume.
    case 'math':
    case 'rule':
      return [lineBefore(block), block]
    case 'seam':
      return [block]
    default:
      return assertNever(block)
  }
}

function listWithSeams(page: SeamPage, list: List, offsets: readonly number[]): List {
  const items = list.items.slice()
  for (const [index, own] of siblingsAt(items, page.parsed.text, offsets)) {
    const item = items[index]
    if (item !== undefined) {
      items[index] = markedItem(item, keyOf(page.parsed, item, own), () =>
        itemWithSeams(page, item, own),
      )
    }
  }
  return { ...list, items }
}

function itemWithSeams(page: SeamPage, item: ListItem, offsets: readonly number[]): ListItem {
  const { start, end, children } = item
  if (children.length === 0) {
    const runs = [{ inlines: [{ kind: 'seam' } as const] }]
    return { ...item, children: [{ kind: 'paragraph', start, end, runs }] }
  }
  return { ...item, children: blocksWithSeams(page, children, offsets, item.done !== null) }
}

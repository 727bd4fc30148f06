import { assertNever } from '../../../../shared/assert-never'
import type { Block, ListItem, Table, TableRow } from '../node'
import type { Context } from './context'
import type {
  ContainerDraft,
  Draft,
  FootnoteDraft,
  ItemDraft,
  ListDraft,
  Remembered,
  RootDraft,
  RowDraft,
  TableDraft,
} from './draft'
import { readWords } from './read-words'
import { isLastAtEnd } from './resolve'
import { nodesOfParts } from './settled'
import { share } from './share'
import type { Shown } from './summary'

export interface Page {
  /** The text that the drafts are of. */
  readonly text: string
  readonly context: Context
  readonly shown: Shown
}

/** The root is in nothing, and items are only in lists. */
type BlockDraft = Exclude<Draft, RootDraft | ItemDraft>

/** The nodes of the blocks in a container. What is equal to one of `before` is that one. */
export function assembleChildren(
  { children, settledCount, settled }: Exclude<ContainerDraft, ListDraft>,
  page: Page,
  before: readonly Block[],
): readonly Block[] {
  const all = children as readonly BlockDraft[]
  const rules = { context: page.context, shown: page.shown, tight: false }
  return nodesOfParts({ all, settledCount, settled }, rules, before, (child) =>
    assembleBlock(child, page, before),
  )
}

function assembleBlock(draft: BlockDraft, page: Page, siblings: readonly Block[]): Block | null {
  const known = draft.remembered
  if (known !== null && isStillShown(known, page)) return known.node
  const before = known?.node ?? nodeAt(siblings, draft.start)
  const made = makeBlock(draft, page, before)
  const node = made === null ? null : share(before, made)
  if (known !== null) {
    known.node = node
    known.nodeContext = page.context
    known.shown = page.shown
  }
  return node
}

function makeBlock(draft: BlockDraft, page: Page, before: Block | undefined): Block | null {
  const { start, end } = draft
  switch (draft.kind) {
    case 'paragraph':
    case 'heading': {
      const source = draft.content.trimEnd()
      if (source === '' && draft.kind === 'paragraph') return null
      const { runs } = readWords(draft.words, source, draft.atEnd, page.context)
      if (draft.kind === 'paragraph') return { kind: 'paragraph', start, end, runs }
      return { kind: 'heading', start, end, level: draft.level, runs }
    }
    case 'code': {
      const { info, closed, fence } = draft
      const lines = fence === null ? withoutBlankEnd(draft.lines) : draft.lines
      return { kind: 'code', start, end, info, lines, closed }
    }
    case 'math':
      return { kind: 'math', start, end, tex: draft.tex.trim(), closed: draft.closed }
    case 'rule':
      return { kind: 'rule', start, end }
    case 'plain':
      return { kind: 'plain', start, end, text: draft.text.trim() }
    case 'definition':
      return isHiddenDefinition(draft.label, draft.start, page)
        ? null
        : { kind: 'plain', start, end, text: draft.text }
    case 'footnote':
      return isShownFootnote(draft, page)
        ? null
        : { kind: 'plain', start, end, text: page.text.slice(start, end).trimEnd() }
    case 'table':
      return tableNode(draft, page, before)
    case 'quote': {
      const nodes = before?.kind === 'quote' ? before.children : []
      return { kind: 'quote', start, end, children: assembleChildren(draft, page, nodes) }
    }
    case 'list':
      return listNode(draft, page, before)
    default:
      return assertNever(draft)
  }
}

function listNode(list: ListDraft, page: Page, before: Block | undefined): Block {
  const { start, end, first, settledCount, settled } = list
  const all = list.children as readonly ItemDraft[]
  const nodes = before?.kind === 'list' ? before.items : []
  const rules = { context: page.context, shown: page.shown, tight: !list.loose }
  const items = nodesOfParts({ all, settledCount, settled }, rules, nodes, (item, place) =>
    itemNode(item, rules.tight, page, nodes[place]),
  )
  return { kind: 'list', start, end, first, items }
}

function itemNode(
  item: ItemDraft,
  tight: boolean,
  page: Page,
  before: ListItem | undefined,
): ListItem {
  const { start, end, done, remembered: known } = item
  if (known?.item?.tight === tight && isStillShown(known, page)) return known.item
  const children = assembleChildren(item, page, before?.children ?? [])
  const node = share(before, { start, end, tight, done, children })
  if (known !== null) {
    known.item = node
    known.nodeContext = page.context
    known.shown = page.shown
  }
  return node
}

function isStillShown({ nodeContext, shown, summary }: Remembered, page: Page): boolean {
  if (nodeContext === null) return false
  return (
    (nodeContext === page.context || !summary.asks) && (shown === page.shown || !summary.defines)
  )
}

function tableNode(table: TableDraft, page: Page, before: Block | undefined): Table {
  const { start, end, rows: all, settledCount, settled } = table
  const nodes = before?.kind === 'table' ? before.rows : []
  const rules = { context: page.context, shown: page.shown, tight: false }
  const rows = nodesOfParts({ all, settledCount, settled }, rules, nodes, (row, place) =>
    rowNode(row, table, page, nodes[place]),
  )
  return { kind: 'table', start, end, rows }
}

function rowNode(
  row: RowDraft,
  { alignments }: TableDraft,
  { context }: Page,
  before: TableRow | undefined,
): TableRow {
  const known = row.remembered
  if (known?.node && (known.nodeContext === context || !known.summary.asks)) return known.node
  const cells = row.words.map((words, index) => ({
    alignment: alignments[index] ?? null,
    runs: readWords(words, row.cells[index] ?? '', isLastAtEnd(row, index), context).runs,
  }))
  const node = share(before, { start: row.start, end: row.end, cells })
  if (known !== null) {
    known.node = node
    known.nodeContext = context
  }
  return node
}

/** Hidden: something shown uses it, and no earlier one has its label. */
function isHiddenDefinition(label: string, start: number, page: Page): boolean {
  if (!page.shown.used.has(label)) return false
  return page.context.definitions.first(label)?.start === start
}

function isShownFootnote({ label, start }: FootnoteDraft, page: Page): boolean {
  return page.shown.footnotes.get(label) === start
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  let length = lines.length
  while (length > 0 && !/[^ \t]/.test(lines[length - 1] ?? '')) length -= 1
  return lines.slice(0, length)
}

/** Siblings are in the order of their places. */
function nodeAt(siblings: readonly Block[], start: number): Block | undefined {
  let low = 0
  let high = siblings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((siblings[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return siblings[low]?.start === start ? siblings[low] : undefined
}

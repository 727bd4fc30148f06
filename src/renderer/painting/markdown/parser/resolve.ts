import type { Context } from './context'
import type { ContainerDraft, Draft, Remembered, RowDraft } from './draft'
import { readWords, summaryOfWords } from './read-words'
import { summaryOfParts } from './settled'
import { definingSummary, emptySummary, type Summary, summaryOf } from './summary'

/** Reads the inlines of a block where that was not done yet, or labels mean something else now. */
export function resolve(draft: Draft, context: Context): Summary {
  const known = draft.remembered
  if (known !== null && (known.context === context || !known.summary.asks)) return known.summary
  const summary = readDraft(draft, context)
  if (known === null) draft.remembered = remembered(summary, context)
  else {
    known.context = context
    known.summary = summary
  }
  return summary
}

/** Of all that is in a container. */
export function resolveChildren(container: ContainerDraft, context: Context): Summary {
  const { children: all, settledCount, settled } = container
  return summaryOfParts<Draft, unknown>({ all, settledCount, settled }, context, resolve)
}

function readDraft(draft: Draft, context: Context): Summary {
  switch (draft.kind) {
    case 'paragraph':
    case 'heading':
      return summaryOfWords(readWords(draft.words, draft.content.trimEnd(), draft.atEnd, context))
    case 'table': {
      const { rows: all, settledCount, settled } = draft
      return summaryOfParts({ all, settledCount, settled }, context, resolveRow)
    }
    case 'definition':
      return definingSummary
    case 'footnote': {
      const inner = resolveChildren(draft, context)
      return {
        ...definingSummary,
        asks: inner.asks,
        footnotes: [draft, ...inner.footnotes],
      }
    }
    case 'root':
    case 'quote':
    case 'list':
    case 'item':
      return resolveChildren(draft, context)
    default:
      return emptySummary
  }
}

function resolveRow(row: RowDraft, context: Context): Summary {
  const known = row.remembered
  if (known !== null && (known.context === context || !known.summary.asks)) return known.summary
  const summary = summaryOf(
    emptySummary,
    row.words.map((words, index) =>
      summaryOfWords(readWords(words, row.cells[index] ?? '', isLastAtEnd(row, index), context)),
    ),
  )
  if (known === null) row.remembered = { context, summary, node: null, nodeContext: null }
  else {
    known.context = context
    known.summary = summary
  }
  return summary
}

export const isLastAtEnd = ({ atEnd, lastFilled }: RowDraft, index: number): boolean =>
  atEnd && index >= lastFilled

function remembered(summary: Summary, context: Context): Remembered {
  return { context, summary, node: null, item: null, nodeContext: null, shown: null }
}

import type { Context } from './context'
import type { Draft, FootnoteDraft, Remembered, RootDraft, RowDraft } from './draft'
import { readWords, summaryOfWords } from './read-words'
import { emptySummary, type Shown, type Summary, summaryOf } from './summary'

const definingSummary: Summary = { ...emptySummary, defines: true }

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

/** What is shown of the definitions: those that the text, or a footnote shown, refers to. */
export function shownOf(root: RootDraft, context: Context, previous: Shown | undefined): Shown {
  const summary = resolve(root, context)
  const drafts = firstFootnotes(summary, context)
  const used = new Set(summary.used)
  const footnotes = new Map<string, number>()
  // Grows while it is gone through: footnotes may refer to others.
  const references = new Set(summary.references)
  for (const label of references) {
    const footnote = drafts.get(label)
    if (footnote === undefined) continue
    footnotes.set(label, footnote.start)
    const inner = summaryOf(footnote.children.map((child) => resolve(child, context)))
    for (const reference of inner.references) references.add(reference)
    for (const usedLabel of inner.used) used.add(usedLabel)
  }
  return previous !== undefined && isSameShown(previous, used, footnotes)
    ? previous
    : { used, footnotes }
}

/** By label, the first footnote of the document that defines it. */
export function firstFootnotes(
  { footnotes }: Summary,
  { firstFootnotes: starts }: Context,
): ReadonlyMap<string, FootnoteDraft> {
  const first = footnotes.filter(({ label, start }) => starts.get(label) === start)
  return new Map(first.map((footnote) => [footnote.label, footnote]))
}

function readDraft(draft: Draft, context: Context): Summary {
  switch (draft.kind) {
    case 'paragraph':
    case 'heading':
      return summaryOfWords(readWords(draft.words, draft.content.trimEnd(), draft.atEnd, context))
    case 'table':
      return summaryOf(draft.rows.map((row) => resolveRow(row, context)))
    case 'definition':
      return definingSummary
    case 'footnote': {
      const inner = summaryOf(draft.children.map((child) => resolve(child, context)))
      return {
        asks: inner.asks,
        defines: true,
        used: [],
        references: [],
        footnotes: [draft, ...inner.footnotes],
      }
    }
    case 'root':
    case 'quote':
    case 'list':
    case 'item':
      return summaryOf(draft.children.map((child) => resolve(child, context)))
    default:
      return emptySummary
  }
}

function resolveRow(row: RowDraft, context: Context): Summary {
  const known = row.remembered
  if (known !== null && (known.context === context || !known.summary.asks)) return known.summary
  const summary = summaryOf(
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

export const isLastAtEnd = ({ atEnd, cells }: RowDraft, index: number): boolean =>
  atEnd && cells.slice(index + 1).every((cell) => cell === '')

function remembered(summary: Summary, context: Context): Remembered {
  return { context, summary, node: null, item: null, nodeContext: null, shown: null }
}

function isSameShown(
  { used, footnotes }: Shown,
  nowUsed: ReadonlySet<string>,
  nowFootnotes: ReadonlyMap<string, number>,
): boolean {
  return (
    used.size === nowUsed.size &&
    footnotes.size === nowFootnotes.size &&
    [...nowUsed].every((label) => used.has(label)) &&
    [...nowFootnotes].every(([label, start]) => footnotes.get(label) === start)
  )
}

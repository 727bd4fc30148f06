import type { Context } from './context'
import type { FootnoteDraft } from './draft'
import { resolveChildren } from './resolve'
import type { Shown, Summary } from './summary'

/** What the definitions of a document are for, and what that was found out from. */
export interface Showing {
  readonly summary: Summary
  readonly context: Context
  readonly shown: Shown
  /** The footnotes that are shown, by their labels, in order. */
  readonly drafts: ReadonlyMap<string, FootnoteDraft>
}

/** Shown is what the text refers to, or a footnote that is shown. */
export function showingOf(
  summary: Summary,
  context: Context,
  previous: Showing | undefined,
): Showing {
  if (previous?.summary === summary && previous.context === context) return previous
  const first = firstFootnotes(summary, context)
  const drafts = new Map<string, FootnoteDraft>()
  const used = new Set(summary.used)
  const footnotes = new Map<string, number>()
  // Grows while it is gone through: footnotes may refer to others.
  const references = new Set(summary.references)
  for (const label of references) {
    const footnote = first.get(label)
    if (footnote === undefined) continue
    drafts.set(label, footnote)
    footnotes.set(label, footnote.start)
    const inner = resolveChildren(footnote, context)
    for (const reference of inner.references) references.add(reference)
    for (const usedLabel of inner.used) used.add(usedLabel)
  }
  const before = previous?.shown
  const isSame = before !== undefined && isSameShown(before, used, footnotes)
  return { summary, context, shown: isSame ? before : { used, footnotes }, drafts }
}

/** By label, the first footnote of the document that defines it. */
function firstFootnotes(
  { footnotes }: Summary,
  { footnotes: starts }: Context,
): ReadonlyMap<string, FootnoteDraft> {
  const first = new Map<string, FootnoteDraft>()
  for (const footnote of footnotes) {
    if (starts.first(footnote.label)?.start === footnote.start) first.set(footnote.label, footnote)
  }
  return first
}

function isSameShown(
  { used, footnotes }: Shown,
  nowUsed: ReadonlySet<string>,
  nowFootnotes: ReadonlyMap<string, number>,
): boolean {
  if (used.size !== nowUsed.size || footnotes.size !== nowFootnotes.size) return false
  for (const label of nowUsed) if (!used.has(label)) return false
  // Also in the same order.
  const entries = footnotes.entries()
  for (const [label, start] of nowFootnotes) {
    const [knownLabel, knownStart] = entries.next().value ?? []
    if (label !== knownLabel || start !== knownStart) return false
  }
  return true
}

import type { Footnote } from '../node'
import { assembleChildren, type Page } from './assemble'
import type { Showing } from './footnotes-shown'
import type { ParsedMarkdown } from './parse-markdown'
import { sameList } from './share'

/** The nodes of the footnotes that are shown. What is equal to one of `before` is that one. */
export function footnotesOf(
  showing: Showing,
  page: Page,
  before: ParsedMarkdown | undefined,
): readonly Footnote[] {
  const known = before?.document.footnotes ?? []
  if (showing === before?.progress.showing || showing.shown.footnotes.size + known.length === 0) {
    return known
  }
  const nodes = new Map(known.map((footnote) => [footnote.label, footnote]))
  const footnotes: Footnote[] = []
  for (const [label, draft] of showing.drafts) {
    const node = nodes.get(label)
    const children = assembleChildren(draft, page, node?.children ?? [])
    footnotes.push(children === node?.children ? node : { label, children })
  }
  return sameList(known, footnotes)
}

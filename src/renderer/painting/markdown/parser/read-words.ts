import type { Context } from './context'
import { isSameMeaning } from './context'
import type { Words } from './draft'
import { type ParsedInlines, parseInlines } from './inlines/parse-inlines'
import { emptySummary, noLabels, type Summary } from './summary'

/**
 * Parses the inlines of a block, or goes on from what was parsed of its beginning. What is remembered
 * is used only if it holds.
 */
export function readWords(
  words: Words,
  source: string,
  atEnd: boolean,
  context: Context,
): ParsedInlines {
  const known = words.parsed
  const holds = known !== null && isStillMeant(known, words.context, context)
  const growsAlike = known === null || !asks(known) || known.documentGrowing === context.growing
  if (holds && growsAlike && known.source === source && words.atEnd === atEnd) {
    words.context = context
    return known
  }
  const options = { atEnd, documentGrowing: context.growing }
  const parsed = parseInlines(source, context, holds ? { ...options, previous: known } : options)
  words.parsed = parsed
  words.atEnd = atEnd
  words.context = context
  return parsed
}

export function summaryOfWords(parsed: ParsedInlines): Summary {
  if (!asks(parsed)) return emptySummary
  const { used, footnotes } = parsed
  return {
    asks: true,
    defines: false,
    used: used.length === 0 ? noLabels : new Set(used),
    references: footnotes.length === 0 ? noLabels : new Set(footnotes),
    footnotes: [],
  }
}

/** With other definitions, or at the end of the document, it may mean something else. */
const asks = ({ labels, footnotes, isProvisional }: ParsedInlines): boolean =>
  isProvisional || labels.length + footnotes.length > 0

function isStillMeant(
  { labels, footnotes }: ParsedInlines,
  before: Context | null,
  now: Context,
): boolean {
  if (before === now || (labels.length === 0 && footnotes.length === 0)) return true
  return (
    before !== null &&
    labels.every((label) => isSameMeaning(before.definition(label), now.definition(label))) &&
    footnotes.every((label) => before.isFootnote(label) === now.isFootnote(label))
  )
}

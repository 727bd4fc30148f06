import type { ParsedMarkdown } from '../parser/parse-markdown'

/** What seams are put into. */
export interface SeamPage {
  readonly parsed: ParsedMarkdown
  /** How many quotes what is marked stands in. */
  readonly quotes: number
}

/** Whether what ends there may be unfinished: nothing follows, but may. */
export const isGrowingAt = ({ text, growing }: ParsedMarkdown, end: number): boolean =>
  growing && text.slice(end).trim() === ''

/** What the places of seams in a node depend on, besides the node. */
export const keyOf = (
  parsed: ParsedMarkdown,
  { end }: { readonly end: number },
  offsets: readonly number[],
): string => `${offsets.join()}${isGrowingAt(parsed, end) ? ' growing' : ''}`

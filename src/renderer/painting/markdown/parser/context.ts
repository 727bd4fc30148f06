import type { DefinitionDraft } from './draft'
import type { InlineContext } from './inlines/parse-inlines'
import { type Labels, mostFootnotes } from './labels'
import type { FootnoteStart, State } from './state'

/** What labels mean. The same object as long as they mean the same. */
export interface Context extends InlineContext {
  /** Later text may still define labels. */
  readonly growing: boolean
  readonly definitions: Labels<DefinitionDraft>
  readonly footnotes: Labels<FootnoteStart>
}

/** What a caller may set apart from the labels. */
export type InlineRules = Pick<InlineContext, 'isAddress' | 'visited'>

export function contextOf(
  { definitions, footnotes }: State,
  textGrows: boolean,
  previous: Context | undefined,
  rules: InlineRules,
): Context {
  const growing = textGrows && footnotes.length < mostFootnotes
  if (
    previous?.isAddress === rules.isAddress &&
    previous?.visited === rules.visited &&
    previous?.growing === growing &&
    definitions.isSame(previous.definitions, isSameDefinition) &&
    footnotes.isSame(previous.footnotes, isSameFootnote)
  ) {
    return previous
  }
  return {
    ...rules,
    growing,
    definitions,
    footnotes,
    definition: (label) => definitions.first(label),
    isFootnote: (label) => footnotes.first(label) !== undefined,
  }
}

export function isSameMeaning(
  left: { address: string; title: string | null } | undefined,
  right: { address: string; title: string | null } | undefined,
): boolean {
  return left === right || (left?.address === right?.address && left?.title === right?.title)
}

const isSameDefinition = (left: DefinitionDraft, right: DefinitionDraft) =>
  left === right ||
  (left.start === right.start && left.label === right.label && isSameMeaning(left, right))

const isSameFootnote = (left: FootnoteStart, right: FootnoteStart) =>
  left.start === right.start && left.label === right.label

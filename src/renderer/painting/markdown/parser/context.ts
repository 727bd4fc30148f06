import type { DefinitionDraft } from './draft'
import type { InlineContext } from './inlines/parse-inlines'
import type { FootnoteStart, State } from './state'

/** What labels mean. The same object as long as they mean the same. */
export interface Context extends InlineContext {
  /** Later text may still define labels. */
  readonly growing: boolean
  readonly definitions: readonly DefinitionDraft[]
  readonly footnotes: readonly FootnoteStart[]
  /** Of the first definition of each label, its offset. */
  readonly firstDefinitions: ReadonlyMap<string, DefinitionDraft>
  readonly firstFootnotes: ReadonlyMap<string, number>
}

/** What a caller may set apart from the labels. */
export type InlineRules = Pick<InlineContext, 'isAddress' | 'visited'>

export function contextOf(
  { definitions, footnotes }: State,
  growing: boolean,
  previous: Context | undefined,
  rules: InlineRules,
): Context {
  if (
    previous?.isAddress === rules.isAddress &&
    previous?.visited === rules.visited &&
    previous?.growing === growing &&
    isEach(definitions, previous.definitions, isSameDefinition) &&
    isEach(footnotes, previous.footnotes, (left, right) => left.start === right.start)
  ) {
    return previous
  }
  const firstDefinitions = new Map<string, DefinitionDraft>()
  for (const definition of definitions) {
    if (!firstDefinitions.has(definition.label)) firstDefinitions.set(definition.label, definition)
  }
  const firstFootnotes = new Map<string, number>()
  for (const { label, start } of footnotes) {
    if (!firstFootnotes.has(label)) firstFootnotes.set(label, start)
  }
  return {
    ...rules,
    growing,
    definitions,
    footnotes,
    firstDefinitions,
    firstFootnotes,
    definition: (label) => firstDefinitions.get(label),
    isFootnote: (label) => firstFootnotes.has(label),
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

function isEach<T>(
  left: readonly T[],
  right: readonly T[],
  isSame: (left: T, right: T) => boolean,
): boolean {
  return (
    left.length === right.length && left.every((item, index) => isSame(item, right[index] as T))
  )
}

import type { FootnoteDraft } from './draft'

/** What a block has to do with definitions elsewhere. */
export interface Summary {
  /** It looked a label up: with other definitions it may mean something else. */
  readonly asks: boolean
  /** It holds definitions, which are shown or not. */
  readonly defines: boolean
  /** Labels of link definitions that its links use. */
  readonly used: readonly string[]
  /** Labels of footnotes it refers to, in order. */
  readonly references: readonly string[]
  readonly footnotes: readonly FootnoteDraft[]
}

/** What the definitions of a document are for. */
export interface Shown {
  /** Labels of link definitions that something shown uses. */
  readonly used: ReadonlySet<string>
  /** Labels of footnotes that are shown, in order, each with the offset of its definition. */
  readonly footnotes: ReadonlyMap<string, number>
}

export const emptySummary: Summary = {
  asks: false,
  defines: false,
  used: [],
  references: [],
  footnotes: [],
}

/** Of many blocks; costs nothing for those that have nothing to do with definitions. */
export function summaryOf(parts: Iterable<Summary>): Summary {
  const some: Summary[] = []
  for (const part of parts) if (part !== emptySummary) some.push(part)
  if (some.length < 2) return some[0] ?? emptySummary
  return {
    asks: some.some(({ asks }) => asks),
    defines: some.some(({ defines }) => defines),
    used: [...new Set(some.flatMap(({ used }) => used))],
    references: [...new Set(some.flatMap(({ references }) => references))],
    footnotes: some.flatMap(({ footnotes }) => footnotes),
  }
}

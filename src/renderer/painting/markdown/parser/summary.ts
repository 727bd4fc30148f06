import type { FootnoteDraft } from './draft'

/** What a block has to do with definitions elsewhere. */
export interface Summary {
  /** It looked a label up: with other definitions it may mean something else. */
  readonly asks: boolean
  /** It holds definitions, which are shown or not. */
  readonly defines: boolean
  /** Labels of link definitions that its links use. */
  readonly used: ReadonlySet<string>
  /** Labels of footnotes it refers to, in order. */
  readonly references: ReadonlySet<string>
  readonly footnotes: readonly FootnoteDraft[]
}

/** What the definitions of a document are for. */
export interface Shown {
  /** Labels of link definitions that something shown uses. */
  readonly used: ReadonlySet<string>
  /** Labels of footnotes that are shown, in order, each with the offset of its definition. */
  readonly footnotes: ReadonlyMap<string, number>
}

export const noLabels: ReadonlySet<string> = new Set()

export const emptySummary: Summary = {
  asks: false,
  defines: false,
  used: noLabels,
  references: noLabels,
  footnotes: [],
}

/** Of a definition, which is nothing but that. */
export const definingSummary: Summary = { ...emptySummary, defines: true }

/** Of many blocks; the same object as `first` if the others add nothing to it. */
export function summaryOf(first: Summary, others: readonly Summary[]): Summary {
  const some = others.filter((other) => adds(first, other))
  const [one] = some
  if (one === undefined) return first
  if (first === emptySummary && some.every((other) => other === one)) return one
  const parts = [first, ...some]
  return {
    asks: parts.some(({ asks }) => asks),
    defines: parts.some(({ defines }) => defines),
    used: union(parts.map(({ used }) => used)),
    references: union(parts.map(({ references }) => references)),
    footnotes: parts.flatMap(({ footnotes }) => footnotes),
  }
}

function adds(first: Summary, other: Summary): boolean {
  if (other === emptySummary) return false
  return (
    (other.asks && !first.asks) ||
    (other.defines && !first.defines) ||
    other.footnotes.length > 0 ||
    !isSubset(other.used, first.used) ||
    !isSubset(other.references, first.references)
  )
}

function isSubset(labels: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  for (const label of labels) if (!all.has(label)) return false
  return true
}

/** In the order of their first appearance. */
function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const some = sets.filter(({ size }) => size > 0)
  if (some.length < 2) return some[0] ?? noLabels
  const all = new Set(some[0])
  for (const set of some.slice(1)) for (const label of set) all.add(label)
  return all
}

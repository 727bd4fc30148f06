import { createContext } from 'react'

/** What the footnotes of a document are called in the page. */
export interface FootnoteNames {
  /** Unlike that of every other document in the window. */
  readonly prefix: string
  /** By label, from one. A footnote that is not written yet has none. */
  readonly numbers: ReadonlyMap<string, number>
}

export const FootnotesContext = createContext<FootnoteNames>({ prefix: '', numbers: new Map() })

export function footnotePlace({ prefix }: FootnoteNames, number: number): string {
  return `${prefix}-footnote-${number}`
}

export function referencePlace({ prefix }: FootnoteNames, number: number): string {
  return `${prefix}-reference-${number}`
}

export interface LinkDefinition {
  readonly address: string
  readonly title: string | null
}

/** What inlines mean depends on the rest of the document. */
export interface InlineContext {
  readonly definition: (normalizedLabel: string) => LinkDefinition | undefined
  readonly isFootnote: (normalizedLabel: string) => boolean
  /** Whether an address makes a link at all; what the product allows unless a test says otherwise. */
  readonly isAddress?: (address: string) => boolean
  /** Told how many characters or steps were looked at, for a test that the cost is linear. */
  readonly visited?: (steps: number) => void
}

import type { Inline } from '../../node'
import type { Delimiter } from './delimiter-stack'

/** An element of emphasis. Its beginning and its end are in different items. */
export interface Pair {
  readonly kind: 'emphasis' | 'strong' | 'strikethrough'
}

/** A `[` or `![`. It is text unless it has a link. */
export interface Bracket {
  readonly kind: 'bracket'
  readonly isImage: boolean
  readonly position: number
  /** Another bracket follows: what is between this one and its end is no label. */
  hasBracket: boolean
  link: { readonly address: string | null; readonly title: string | null } | null
}

/** What a line consists of before it is a tree. */
export type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'leaf'; readonly inline: Inline; readonly plain: string }
  | Delimiter
  | Bracket
  | { readonly kind: 'bracket-end'; readonly bracket: Bracket; readonly source: string }
  /** The end of an element; `source` is how it is written, if it is. */
  | { readonly kind: 'pair-end'; readonly pair: Pair; readonly source: string }

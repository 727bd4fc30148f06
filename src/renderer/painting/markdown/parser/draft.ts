import type { Alignment, Block, ListItem, TableRow } from '../node'
import type { Context } from './context'
import type { ParsedInlines } from './inlines/parse-inlines'
import type { Labels } from './labels'
import type { LineCursor } from './line-cursor'
import type { Settled } from './settled'
import type { Shown, Summary } from './summary'

/**
 * What the lines say, before links are known. A block in the children of another is closed and
 * never changes, but for what is remembered of it; blocks that are open belong to one `State`.
 */
export type Draft = LeafDraft | ContainerDraft

interface DraftPlace {
  readonly start: number
  end: number
  /** The last line that belongs to it. */
  endLine: number
  remembered: Remembered | null
}

/** What was found out about a closed block, for as long as it holds. */
export interface Remembered {
  context: Context
  summary: Summary
  node: Block | null
  item: ListItem | null
  nodeContext: Context | null
  shown: Shown | null
}

/** The last reading of a piece of text: where the next begins, or all of it if nothing changed. */
export interface Words {
  parsed: ParsedInlines | null
  atEnd: boolean
  context: Context | null
}

export type LeafDraft =
  | ParagraphDraft
  | HeadingDraft
  | CodeDraft
  | MathDraft
  | TableDraft
  | RuleDraft
  | PlainDraft
  | DefinitionDraft

/** Where a line of a paragraph comes from. */
export interface LinePlace {
  /** Offset in the content. */
  readonly at: number
  readonly start: number
  readonly end: number
  readonly number: number
}

export interface ParagraphDraft extends DraftPlace {
  readonly kind: 'paragraph'
  start: number
  content: string
  /** Offset in the content of its last line. */
  lastLine: number
  /** That line: to cut it off a growing content each time would copy all of it. */
  lastText: string
  /** Where that line starts in the text, and where the line before it ends. */
  lastStart: number
  beforeLast: number
  /** Of all lines, as long as the content may begin with a link definition. */
  lines: LinePlace[] | null
  atEnd: boolean
  readonly words: Words
}

export interface HeadingDraft extends DraftPlace {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  readonly content: string
  readonly atEnd: boolean
  readonly words: Words
}

export interface CodeDraft extends DraftPlace {
  readonly kind: 'code'
  /** Null for indented code. */
  readonly fence: { readonly mark: string; readonly length: number; readonly indent: number } | null
  readonly info: string
  lines: string[]
  closed: boolean
}

export interface MathDraft extends DraftPlace {
  readonly kind: 'math'
  readonly closing: '$$' | '\\]'
  tex: string
  closed: boolean
  /** What is needed to take its lines for ordinary Markdown after all. */
  lines: LineCursor[]
  readonly before: {
    readonly paragraph: ParagraphDraft | null
    readonly children: number
    readonly definitions: Labels<DefinitionDraft>
  }
}

export interface RowDraft {
  readonly start: number
  readonly end: number
  readonly cells: readonly string[]
  readonly atEnd: boolean
  /** The place of the last cell that is not empty. */
  readonly lastFilled: number
  readonly words: readonly Words[]
  remembered: {
    context: Context
    summary: Summary
    node: TableRow | null
    nodeContext: Context | null
  } | null
}

export interface TableDraft extends DraftPlace {
  readonly kind: 'table'
  readonly alignments: readonly Alignment[]
  rows: RowDraft[]
  settledCount: number
  readonly settled: Settled<TableRow>
  /** How many cells were added to rows that are too short. */
  filled: number
}

export interface RuleDraft extends DraftPlace {
  readonly kind: 'rule'
}

export interface PlainDraft extends DraftPlace {
  readonly kind: 'plain'
  text: string
}

export interface DefinitionDraft extends DraftPlace {
  readonly kind: 'definition'
  readonly label: string
  readonly address: string
  readonly title: string | null
  readonly text: string
}

export type ContainerDraft = RootDraft | QuoteDraft | ListDraft | ItemDraft | FootnoteDraft

interface ContainerPlace<Node = Block> extends DraftPlace {
  children: Draft[]
  /** So many of the children no line without end has to do with. */
  settledCount: number
  settled: Settled<Node> | null
  /** How many containers it is in; a list and its item are one. */
  readonly depth: number
}

export interface RootDraft extends ContainerPlace {
  readonly kind: 'root'
}

export interface QuoteDraft extends ContainerPlace {
  readonly kind: 'quote'
}

export interface ListDraft extends ContainerPlace<ListItem> {
  readonly kind: 'list'
  /** The sign behind a number, or the bullet. */
  readonly mark: string
  readonly first: number | null
  loose: boolean
}

export interface ItemDraft extends ContainerPlace {
  readonly kind: 'item'
  /** Columns its content is indented by. */
  readonly indent: number
  done: boolean | null
}

export interface FootnoteDraft extends ContainerPlace {
  readonly kind: 'footnote'
  readonly label: string
}

export const noWords = (): Words => ({ parsed: null, atEnd: false, context: null })

/**
 * A document as a tree. Everything is immutable: a node that is the same object as before need not
 * be drawn again. Offsets are UTF-16 units of the whole text.
 */
export interface MarkdownDocument {
  readonly blocks: readonly Block[]
  /** Of footnotes that are referred to and defined, in the order of their first reference. */
  readonly footnotes: readonly Footnote[]
}

/** `start` tells siblings apart and stays as the text grows; the source is `[start, end)`. */
interface Place {
  readonly start: number
  readonly end: number
}

export type Block =
  | Paragraph
  | Heading
  | CodeBlock
  | MathBlock
  | Quote
  | List
  | Table
  | Rule
  | PlainBlock
  | SeamLine

export interface Paragraph extends Place {
  readonly kind: 'paragraph'
  readonly runs: readonly InlineRun[]
}

export interface Heading extends Place {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  readonly runs: readonly InlineRun[]
}

export interface CodeBlock extends Place {
  readonly kind: 'code'
  /** What stands behind the fence; empty for indented code. */
  readonly info: string
  /** Without line ends. The exact code is each of them followed by `\n`. */
  readonly lines: readonly string[]
  /** No more lines can come. */
  readonly closed: boolean
  /** Offsets in the code where it went on after an interruption; see `documentWithSeams`. */
  readonly seams?: readonly number[]
}

export interface MathBlock extends Place {
  readonly kind: 'math'
  readonly tex: string
  /** Its closing delimiter is there. */
  readonly closed: boolean
}

export interface Quote extends Place {
  readonly kind: 'quote'
  readonly children: readonly Block[]
}

export interface List extends Place {
  readonly kind: 'list'
  /** The number of the first item; null for bullets. */
  readonly first: number | null
  readonly items: readonly ListItem[]
}

export interface ListItem extends Place {
  /** Of a tight list: paragraphs are only their text. The same in all items of a list. */
  readonly tight: boolean
  /** Null for an item that is no task. */
  readonly done: boolean | null
  readonly children: readonly Block[]
}

export type Alignment = 'left' | 'center' | 'right' | null

export interface Table extends Place {
  readonly kind: 'table'
  /** The header is the first. Rows may be wider than the header: no cell is left out. */
  readonly rows: readonly TableRow[]
}

export interface TableRow extends Place {
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly alignment: Alignment
  readonly runs: readonly InlineRun[]
}

export interface Rule extends Place {
  readonly kind: 'rule'
}

/** What is shown as it is written: too deeply nested, or a definition that nothing refers to. */
export interface PlainBlock extends Place {
  readonly kind: 'plain'
  readonly text: string
  readonly seams?: readonly number[]
}

/** Only put in by `documentWithSeams`: the text went on here after an interruption. */
export interface SeamLine extends Place {
  readonly kind: 'seam'
}

export interface Footnote {
  /** As it is compared: see `normalizedLabel`. */
  readonly label: string
  readonly children: readonly Block[]
}

/**
 * A piece of a line of text that no later character can change, except for the last. Long texts
 * have many, so that a frame costs only the last.
 */
export interface InlineRun {
  readonly inlines: readonly Inline[]
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly seams?: readonly number[] }
  | {
      readonly kind: 'emphasis' | 'strong' | 'strikethrough'
      readonly children: readonly Inline[]
    }
  | {
      readonly kind: 'link'
      /** As it is written, decoded, not checked; null while it is still being written. */
      readonly address: string | null
      readonly title: string | null
      readonly children: readonly Inline[]
    }
  | {
      readonly kind: 'image'
      readonly address: string | null
      readonly title: string | null
      /** Its description without marks. */
      readonly alt: string
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'math'; readonly tex: string; readonly display: boolean }
  | { readonly kind: 'footnote'; readonly label: string }
  /** Only put in by `documentWithSeams`: the text went on here after an interruption. */
  | { readonly kind: 'seam' }

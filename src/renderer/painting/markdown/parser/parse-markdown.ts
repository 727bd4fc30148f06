import type { Block, MarkdownDocument } from '../node'
import { assembleBlocks, type Page } from './assemble'
import { type Context, contextOf, type InlineRules } from './context'
import type { RootDraft } from './draft'
import { hasLine, tailOf, takeLines, viewOfState } from './read-lines'
import { firstFootnotes, resolve, shownOf } from './resolve'
import { sameList, share } from './share'
import { emptyState, type State, type Tail } from './state'
import type { Shown } from './summary'

export interface ParsedMarkdown {
  readonly document: MarkdownDocument
  /** What was given, and how much of it is in the document: less than all when the limit was reached. */
  readonly text: string
  readonly parsedLength: number
  readonly growing: boolean
  /** What the next call goes on from. */
  readonly progress: Progress
}

interface Progress {
  /** Behind the last line that has its end. */
  readonly state: State
  readonly context: Context
  readonly shown: Shown
  readonly tail: Tail | null
}

export interface ParseOptions {
  /** The text may go on: unfinished syntax at its end is held or completed. */
  readonly growing?: boolean
  /** Of an earlier call with a beginning of this text; anything else is ignored and everything parsed anew. */
  readonly previous?: ParsedMarkdown
  /** UTF-16 units to take in at most in this call, to the next end of a line. Default: no limit. */
  readonly limit?: number
  /** Which addresses make a link, and who is told of the units that are looked at. */
  readonly inlineRules?: InlineRules
}

/**
 * Parses CommonMark 0.31.2 without raw HTML, with the tables, tasks and footnotes of GitHub and
 * formulas. With `previous` the cost is that of the new text and of the blocks still open; nodes that
 * are equal to its nodes are the same objects.
 */
export function parseMarkdown(
  text: string,
  {
    growing = false,
    previous,
    limit = Number.POSITIVE_INFINITY,
    inlineRules = {},
  }: ParseOptions = {},
): ParsedMarkdown {
  const before = previous !== undefined && isBeginning(previous, text) ? previous : undefined
  const tail = before?.progress.tail ?? null
  const state = takeLines(before?.progress.state ?? emptyState(), text, limit, tail)
  const isCut = hasLine(text, state.offset)
  const mayGoOn = growing || isCut
  const parsedLength = isCut ? state.offset : text.length
  const view = viewOfState(state, text.slice(state.offset, parsedLength), mayGoOn, tail)

  const context = contextOf(view, mayGoOn, before?.progress.context, inlineRules)
  const [root] = view.stack
  const shown = shownOf(root, context, before?.progress.shown)
  const page = { text, context, shown, isPiece: false }
  const document = documentOf(root, page, before?.document)
  return {
    document,
    text,
    parsedLength,
    growing,
    progress: { state, context, shown, tail: tailOf(view) },
  }
}

/** The blocks of a piece of a document if its source were another; link definitions and footnotes are those of the document. */
export function parseAgain(
  { progress: { context, shown } }: ParsedMarkdown,
  source: string,
): readonly Block[] {
  const state = takeLines(emptyState(), source, Number.POSITIVE_INFINITY, null)
  const [root] = viewOfState(state, source.slice(state.offset), false, null).stack
  resolve(root, context)
  return assembleBlocks(root.children, { text: source, context, shown, isPiece: true })
}

/** Compared only as far as it matters: a last line without its end is read anew. */
function isBeginning({ text, progress }: ParsedMarkdown, now: string): boolean {
  const { offset } = progress.state
  return now.length >= offset && text.slice(0, offset) === now.slice(0, offset)
}

function documentOf(
  root: RootDraft,
  page: Page,
  before: MarkdownDocument | undefined,
): MarkdownDocument {
  const blocks = assembleBlocks(root.children, page, before?.blocks)
  const drafts = firstFootnotes(resolve(root, page.context), page.context)
  const footnotes = [...page.shown.footnotes.keys()].map((label) => {
    const known = before?.footnotes.find((footnote) => footnote.label === label)
    const children = assembleBlocks(drafts.get(label)?.children ?? [], page, known?.children)
    return share(known, { label, children })
  })
  if (before === undefined) return { blocks, footnotes }
  const sameFootnotes = sameList(before.footnotes, footnotes)
  const isSame = blocks === before.blocks && sameFootnotes === before.footnotes
  return isSame ? before : { blocks, footnotes: sameFootnotes }
}

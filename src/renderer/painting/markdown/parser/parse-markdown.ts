import { goesOn } from '../../goes-on'
import type { MarkdownDocument } from '../node'
import { assembleChildren } from './assemble'
import { type Context, contextOf, type InlineRules } from './context'
import { footnotesOf } from './footnotes'
import { type Showing, showingOf } from './footnotes-shown'
import { tailOf, takeLines, viewOfState } from './read-lines'
import { resolve } from './resolve'
import { emptyState, type State, type Tail } from './state'

export interface ParsedMarkdown {
  readonly document: MarkdownDocument
  /** What was given. */
  readonly text: string
  readonly growing: boolean
  /** What the next call goes on from. */
  readonly progress: Progress
}

interface Progress {
  /** Behind the last line that has its end. */
  readonly state: State
  readonly context: Context
  readonly showing: Showing
  readonly tail: Tail | null
}

export interface ParseOptions {
  /** The text may go on: unfinished syntax at its end is held or completed. */
  readonly growing?: boolean
  /** Of an earlier call with a beginning of this text; anything else is ignored and everything parsed anew. */
  readonly previous?: ParsedMarkdown
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
  { growing = false, previous, inlineRules = {} }: ParseOptions = {},
): ParsedMarkdown {
  const before = previous !== undefined && isBeginning(previous, text) ? previous : undefined
  const tail = before?.progress.tail ?? null
  const state = takeLines(before?.progress.state ?? emptyState(), text, tail)
  const view = viewOfState(state, text.slice(state.offset), growing, tail)

  const context = contextOf(view, growing, before?.progress.context, inlineRules)
  const [root] = view.stack
  const showing = showingOf(resolve(root, context), context, before?.progress.showing)
  const page = { text, context, shown: showing.shown }
  const blocks = assembleChildren(root, page, before?.document.blocks ?? [])
  const footnotes = footnotesOf(showing, page, before)
  const isSame = blocks === before?.document.blocks && footnotes === before.document.footnotes
  const document = isSame ? before.document : { blocks, footnotes }
  return {
    document,
    text,
    growing,
    progress: { state, context, showing, tail: tailOf(view) },
  }
}

/** Compared only as far as it matters: a last line without its end is read anew. */
function isBeginning({ text, progress }: ParsedMarkdown, now: string): boolean {
  const { offset } = progress.state
  return text === now || goesOn(now, text.slice(0, offset))
}

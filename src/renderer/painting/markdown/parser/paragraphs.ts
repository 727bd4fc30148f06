import { taskStart } from './block-starts'
import { addLeaf, giveDefinitions } from './close-blocks'
import type { ParagraphDraft, Words } from './draft'
import type { LineCursor } from './line-cursor'
import { innermost, type State, wordsAt } from './state'

/** Adds the line to the open paragraph, or begins one. */
export function addParagraphLine(
  state: State,
  open: ParagraphDraft | null,
  cursor: LineCursor,
  atEnd: boolean,
): void {
  const { place: start, end, number } = cursor
  cursor.skipIndent()
  const paragraph = open ?? newParagraph(wordsAt(state, start), start, end, number)
  if (open === null) state.leaf = paragraph
  const line = open === null ? withoutTaskMark(state, paragraph, cursor.rest) : cursor.rest
  if (paragraph.content === '') {
    if (open !== null) paragraph.start = start
    paragraph.content = line
    paragraph.lastLine = 0
    if (paragraph.lines !== null) paragraph.lines = line.startsWith('[') ? [] : null
  } else {
    paragraph.lastLine = paragraph.content.length + 1
    paragraph.content += `\n${line}`
  }
  paragraph.beforeLast = open === null ? start : paragraph.end
  paragraph.lastStart = start
  paragraph.lastText = line
  paragraph.lines?.push({ at: paragraph.lastLine, start, end, number })
  paragraph.end = end
  paragraph.endLine = number
  paragraph.atEnd = atEnd
}

/** The paragraph above an underline is a heading, unless it holds nothing but definitions. */
export function headingOfParagraph(state: State, level: 1 | 2, cursor: LineCursor): boolean {
  const { leaf } = state
  if (leaf?.kind !== 'paragraph') return false
  giveDefinitions(state, leaf, false)
  if (leaf.content === '') return false
  const { start, content, words } = leaf
  const { end, number: endLine } = cursor
  state.leaf = null
  const text = content.trimEnd()
  const place = { start, end, endLine, remembered: null }
  addLeaf(state, { kind: 'heading', ...place, level, content: text, words, atEnd: false })
  return true
}

function newParagraph(words: Words, start: number, end: number, endLine: number): ParagraphDraft {
  return {
    kind: 'paragraph',
    start,
    end,
    endLine,
    content: '',
    lastLine: 0,
    lastText: '',
    lastStart: start,
    beforeLast: start,
    lines: [],
    atEnd: false,
    words,
    remembered: null,
  }
}

/** The mark of a task stands at the start of an item, and is no part of its text. */
function withoutTaskMark(state: State, paragraph: ParagraphDraft, rest: string): string {
  const item = innermost(state)
  const task = item.kind === 'item' && item.children.length === 0 ? taskStart(rest) : null
  if (item.kind !== 'item' || task === null) return rest
  item.done = task.done
  paragraph.lines = null
  return rest.slice(task.length)
}

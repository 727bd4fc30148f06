import type { MarkerStart } from './block-starts'
import { closeAbove } from './close-blocks'
import type { ContainerDraft, ListDraft } from './draft'
import { mostFootnotes } from './labels'
import type { LineCursor } from './line-cursor'
import { emptyContainer, type FootnoteStart, innermost, type State } from './state'

/** What is nested deeper is shown as it is written. */
export const deepest = 50

const footnoteIndent = 4

/** Whether the line goes on with an open container, whose own signs it then takes. */
export function continues(
  container: ContainerDraft,
  cursor: LineCursor,
  isEmpty: boolean,
): boolean {
  switch (container.kind) {
    case 'root':
    case 'list':
      return true
    case 'quote':
      if (!takeQuoteSign(cursor)) return false
      container.endLine = cursor.number
      return true
    case 'item':
    case 'footnote': {
      const indent = container.kind === 'item' ? container.indent : footnoteIndent
      if (cursor.blank) {
        if (isEmpty) return false
        cursor.skipColumns(indent)
        return true
      }
      if (cursor.indent < indent) return false
      cursor.skipColumns(indent)
      return true
    }
  }
}

export function takeQuoteSign(cursor: LineCursor): boolean {
  if (cursor.indent >= 4 || cursor.text[cursor.nextOffset] !== '>') return false
  cursor.skipMarks(1)
  cursor.skipColumns(1)
  return true
}

/** Opens a quote in the container at `index` of the stack. The sign is taken already. */
export function openQuote(state: State, index: number, start: number, line: number): void {
  openIn(state, index, line)
  const { depth } = innermost(state)
  state.stack.push({
    kind: 'quote',
    ...emptyContainer(start, start + 1, line),
    depth: depth + 1,
  })
}

export function openFootnote(
  state: State,
  index: number,
  { label, start }: FootnoteStart,
  cursor: LineCursor,
): void {
  openIn(state, index, cursor.number)
  const { depth } = innermost(state)
  state.stack.push({
    kind: 'footnote',
    ...emptyContainer(start, cursor.place, cursor.number),
    label,
    depth: depth + 1,
  })
  if (state.footnotes.length < mostFootnotes)
    state.footnotes = state.footnotes.with({ label, start })
}

/** Opens an item, and a list for it if it does not go on with one, taking the marker from the line. */
export function openItem(
  state: State,
  index: number,
  marker: MarkerStart,
  cursor: LineCursor,
): void {
  const start = cursor.place
  const indent = takeMarker(cursor, marker.length)
  closeAbove(state, index)
  if (!isSameList(innermost(state), marker)) {
    openIn(state, index, cursor.number)
    const { depth } = innermost(state)
    state.stack.push(listDraft(marker, start, cursor, depth))
  }
  noteGap(state, cursor.number)
  const { depth } = innermost(state)
  state.stack.push({
    kind: 'item',
    ...emptyContainer(start, cursor.place, cursor.number),
    indent,
    done: null,
    depth: depth + 1,
  })
}

/** Closes what does not go on, so that a block can begin in the container at `index` of the stack. */
export function openIn(state: State, index: number, line: number): void {
  closeAbove(state, index)
  if (innermost(state).kind === 'list') closeAbove(state, state.stack.length - 2)
  noteGap(state, line)
}

/** A list is loose if there is an empty line between its items, or between the blocks of one. */
function noteGap(state: State, line: number): void {
  const container = innermost(state)
  const last = container.children.at(-1)
  if (last === undefined || last.endLine >= line - 1) return
  const list = container.kind === 'item' ? state.stack.at(-2) : container
  if (list?.kind === 'list') list.loose = true
}

const isSameList = (container: ContainerDraft, { mark, first }: MarkerStart) =>
  container.kind === 'list' &&
  container.mark === mark &&
  (container.first === null) === (first === null)

function listDraft(
  { mark, first }: MarkerStart,
  start: number,
  cursor: LineCursor,
  depth: number,
): ListDraft {
  return {
    kind: 'list',
    ...emptyContainer(start, cursor.place, cursor.number),
    mark,
    first,
    loose: false,
    depth,
  }
}

/** Returns the columns by which the content of the item is indented. */
function takeMarker(cursor: LineCursor, length: number): number {
  const before = cursor.indent
  cursor.skipMarks(length)
  const spaces = cursor.indent
  const padding = spaces < 1 || spaces > 4 || cursor.blank ? 1 : spaces
  cursor.skipColumns(padding)
  return before + length + padding
}

import { closeLeaf } from './close-blocks'
import { noWords, type RowDraft, type TableDraft } from './draft'
import type { LineCursor } from './line-cursor'
import { Settled } from './settled'
import type { State } from './state'
import { alignmentsOf, mostColumns, mostFilledCells, mostRows, splitRow } from './table-row'

/**
 * Makes the last line of the open paragraph the header of a table if the given line is the row below
 * one, as in https://github.github.com/gfm/#tables-extension-.
 */
export function openTable(state: State, cursor: LineCursor): boolean {
  const { leaf } = state
  if (leaf?.kind !== 'paragraph') return false
  const header = leaf.lastText
  if (!header.includes('|')) return false
  const alignments = alignmentsOf(cursor.rest)
  if (alignments === null) return false
  const cells = splitRow(header, alignments.length, false)
  if (cells.length !== alignments.length || cells.length > mostColumns) return false

  const { end: headerEnd, lastLine, lastStart: start } = leaf
  if (lastLine === 0) state.leaf = null
  else {
    leaf.content = leaf.content.slice(0, lastLine).trimEnd()
    leaf.end = leaf.beforeLast
    leaf.endLine -= 1
    leaf.lines?.pop()
    closeLeaf(state)
  }
  state.leaf = {
    kind: 'table',
    start,
    end: cursor.end,
    endLine: cursor.number,
    alignments,
    rows: [rowDraft(start, headerEnd, cells, false)],
    settledCount: 0,
    settled: new Settled(),
    filled: 0,
    remembered: null,
  }
  return true
}

/** A browser lays out all rows when one more comes: those that are too many are ordinary text. */
export const isFull = ({ rows }: TableDraft): boolean => rows.length >= mostRows

export function addRow(table: TableDraft, cursor: LineCursor, atEnd: boolean): void {
  const cells = [...splitRow(cursor.rest, table.alignments.length, atEnd)]
  const missing = table.alignments.length - cells.length
  if (missing > 0 && table.filled + missing <= mostFilledCells) {
    table.filled += missing
    for (let count = 0; count < missing; count += 1) cells.push('')
  }
  table.rows.push(rowDraft(cursor.place, cursor.end, cells, atEnd))
  table.end = cursor.end
  table.endLine = cursor.number
}

function rowDraft(start: number, end: number, cells: readonly string[], atEnd: boolean): RowDraft {
  const lastFilled = cells.findLastIndex((cell) => cell !== '')
  return { start, end, cells, atEnd, lastFilled, words: cells.map(noWords), remembered: null }
}

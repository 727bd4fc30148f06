import type { Alignment } from '../node'
import { spanEnds } from './inlines/span-ends'

/** What is wider is no table, and rows beyond so many are text: a browser lays out a table as a whole. */
export const mostColumns = 200
export const mostRows = 1_000
/** Rows that are too short are filled up to this many cells a table: no short text makes a huge one. */
export const mostFilledCells = 65_536

/**
 * The cells of a row as they are written, but for the backslashes before their pipes. A pipe in code
 * or a formula parts cells too, unless the row then had more of them than the table has columns.
 */
export function splitRow(row: string, columns: number, atEnd: boolean): readonly string[] {
  const text = row.trim()
  const cells = cellsOf(text, oneBehind)
  return cells.length > columns ? cellsOf(text, spanEnds(text, atEnd)) : cells
}

function cellsOf(text: string, endOf: (start: number) => number): readonly string[] {
  const cells: string[] = []
  let start = text.startsWith('|') ? 1 : 0
  for (let position = start; position < text.length; position = endOf(position)) {
    if (text[position] !== '|' || text[position - 1] === '\\') continue
    cells.push(text.slice(start, position))
    start = position + 1
  }
  if (start < text.length || cells.length === 0) cells.push(text.slice(start))
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'))
}

const oneBehind = (position: number) => position + 1

/** What the row below the header says of the columns; null for any other line. */
export function alignmentsOf(rest: string): readonly Alignment[] | null {
  if (!/^[|:-][|: \t-]*$/.test(rest) || !rest.includes('-')) return null
  const alignments: Alignment[] = []
  for (const cell of cellsOf(rest.trim(), oneBehind)) {
    if (!/^:?-+:?$/.test(cell)) return null
    const left = cell.startsWith(':')
    if (cell.endsWith(':')) alignments.push(left ? 'center' : 'right')
    else alignments.push(left ? 'left' : null)
  }
  return alignments
}

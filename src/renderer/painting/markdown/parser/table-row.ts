import type { Alignment } from '../node'

/** What is wider is no table, and rows beyond so many are text: a browser lays out a table as a whole. */
export const mostColumns = 200
export const mostRows = 1_000
/** Rows that are too short are filled up to this many cells a table: no short text makes a huge one. */
export const mostFilledCells = 65_536

/** The cells of a row as they are written, but for the backslashes before their pipes. */
export function splitRow(row: string): readonly string[] {
  const text = row.trim()
  const cells: string[] = []
  let start = text.startsWith('|') ? 1 : 0
  for (let position = start; position < text.length; position += 1) {
    if (text[position] !== '|' || text[position - 1] === '\\') continue
    cells.push(text.slice(start, position))
    start = position + 1
  }
  if (start < text.length || cells.length === 0) cells.push(text.slice(start))
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** What the row below the header says of the columns; null for any other line. */
export function alignmentsOf(rest: string): readonly Alignment[] | null {
  if (!/^[|:-][|: \t-]*$/.test(rest) || !rest.includes('-')) return null
  const alignments: Alignment[] = []
  for (const cell of splitRow(rest)) {
    if (!/^:?-+:?$/.test(cell)) return null
    const left = cell.startsWith(':')
    if (cell.endsWith(':')) alignments.push(left ? 'center' : 'right')
    else alignments.push(left ? 'left' : null)
  }
  return alignments
}

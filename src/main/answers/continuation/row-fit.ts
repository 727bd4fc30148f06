import { countCells, findOpenTable } from './open-construct'

/** Bits by which a row of a table speaks against the text, when it has not as many cells as the first. */
const otherCells = 16
/** The same when the line under the header is not as wide as it, though it is drawn that way so far. */
const otherWidth = 8
/** The same when a blank line parts two rows, or none parts the table from what is no row. */
const strayLine = 6

/** How much the row at the seam, if a table is open there, speaks against joining `tail` and `said`. */
export function misfitOfRow(tail: string, said: string, ended: boolean): number {
  const rows = findOpenTable(tail)
  const [header] = rows
  const row = rows.at(-1)
  if (header === undefined || row === undefined) return 0
  if (tail.endsWith('\n')) return /^(?:\n\||[^\n|])/u.test(said) ? strayLine : 0
  if (row === header) return 0
  const newline = said.indexOf('\n')
  if (newline === -1 && !ended) return 0
  const whole = row + (newline === -1 ? said : said.slice(0, newline))
  if (countCells(whole) !== countCells(header)) return otherCells
  return rows.length === 2 && whole.length !== header.length ? otherWidth : 0
}

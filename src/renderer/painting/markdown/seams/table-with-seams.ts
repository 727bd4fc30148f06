import type { Table, TableRow } from '../node'
import type { ParsedMarkdown } from '../parser/parse-markdown'
import { splitRow } from '../parser/table-row'
import { madeOnce } from './made-once'
import { placeInRuns, stand } from './place-in-runs'
import { markedRuns, sourceOfRuns } from './runs-with-seams'
import { isGrowingAt, keyOf } from './seam-page'
import { siblingsAt } from './siblings'

const markedRow = madeOnce<TableRow>()

export function tableWithSeams(
  parsed: ParsedMarkdown,
  table: Table,
  offsets: readonly number[],
): Table {
  const rows = table.rows.slice()
  const columns = rows[0]?.cells.length ?? 0
  for (const [index, own] of siblingsAt(rows, parsed.text, offsets)) {
    const row = rows[index]
    if (row !== undefined) {
      rows[index] = markedRow(row, keyOf(parsed, row, own), () =>
        rowWithSeams(parsed, row, columns, own),
      )
    }
  }
  return { ...table, rows }
}

function rowWithSeams(
  parsed: ParsedMarkdown,
  row: TableRow,
  columns: number,
  offsets: readonly number[],
): TableRow {
  const source = parsed.text.slice(row.start, row.end).replaceAll('\0', '\uFFFD')
  const atEnd = isGrowingAt(parsed, row.end)
  const split = (written: string) => splitRow(written, columns, atEnd)
  const places = offsets.map((offset) => {
    const { index, content, place } = placeInCells(split, source, Math.max(0, offset - row.start))
    const sourceOf = () => sourceOfRuns(parsed, content, place, row.end)
    const runs = row.cells[index]?.runs ?? []
    return { cell: index, place: placeInRuns(runs, offset, parsed.progress.context, sourceOf) }
  })
  const cells = row.cells.map((cell, index) => {
    const own = places.filter((place) => place.cell === index).map(({ place }) => place)
    return own.length === 0 ? cell : { ...cell, runs: markedRuns(cell.runs, own) }
  })
  return { ...row, cells }
}

/** At the ends of a row, and between a pipe and its backslash, a mark would part cells. */
const mostTries = 4

interface CellPlace {
  readonly index: number
  readonly content: string
  readonly place: number
}

function placeInCells(
  split: (row: string) => readonly string[],
  row: string,
  offset: number,
): CellPlace {
  const cells = split(row)
  for (let at = offset; at <= Math.min(row.length, offset + mostTries); at += 1) {
    const marked = split(`${row.slice(0, at)}${stand}${row.slice(at)}`)
    const isSame =
      marked.length === cells.length &&
      cells.every((cell, index) => marked[index]?.replace(stand, '').trim() === cell)
    const index = marked.findIndex((cell) => cell.includes(stand))
    const content = cells[index]
    if (!isSame || content === undefined) continue
    const place = Math.min(content.length, marked[index]?.indexOf(stand) ?? 0)
    return { index, content, place }
  }
  const content = cells.at(-1) ?? ''
  return { index: cells.length - 1, content, place: content.length }
}

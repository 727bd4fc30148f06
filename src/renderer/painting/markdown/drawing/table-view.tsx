import { memo, type ReactNode } from 'react'
import { classes } from '../../../design/classes'
import type { Alignment, Table, TableCell, TableRow } from '../node'
import { Grouped } from './grouped'
import { growingClass, InlineRuns } from './inline-runs'

interface TableProps {
  readonly table: Table
  readonly growing: boolean
  readonly dir: 'auto' | undefined
}

export function TableView({ table, growing, dir }: TableProps) {
  const [header, ...rows] = table.rows
  if (header === undefined) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard.
    <div className="table-scroll" dir={dir} tabIndex={0}>
      <table>
        <thead>
          <RowView row={header} growing={growing && rows.length === 0} heads />
        </thead>
        {rows.length > 0 && (
          <tbody>
            <Grouped items={rows} draw={drawRow} growing={growing} />
          </tbody>
        )}
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: TableRow
  readonly growing: boolean
  /** It heads the columns. */
  readonly heads?: boolean
}

const RowView = memo(function RowView({ row, growing, heads = false }: RowProps) {
  return (
    <tr>
      {row.cells.map((cell, index) => (
        <CellView
          // biome-ignore lint/suspicious/noArrayIndexKey: cells only ever follow each other.
          key={index}
          cell={cell}
          growing={growing && index === row.cells.length - 1}
          heads={heads}
        />
      ))}
    </tr>
  )
})

const drawRow = (row: TableRow, growing: boolean): ReactNode => (
  <RowView key={row.start} row={row} growing={growing} />
)

interface CellProps {
  readonly cell: TableCell
  readonly growing: boolean
  readonly heads: boolean
}

const CellView = memo(function CellView({ cell, growing, heads }: CellProps) {
  const Tag = heads ? 'th' : 'td'
  return (
    <Tag className={classes(alignmentClass(cell.alignment), growingClass(cell.runs, growing))}>
      <InlineRuns runs={cell.runs} growing={growing} />
    </Tag>
  )
})

function alignmentClass(alignment: Alignment): string | undefined {
  return alignment === 'center' || alignment === 'right' ? `align-${alignment}` : undefined
}

import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface Column<Row> {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand at the right, so that their digits line up. */
  isFigure?: boolean
  className?: string
}

interface TableProps<Row> {
  /** Says what the table holds, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Class names of a row that stands out, such as the reader's own. */
  rowClass?: (row: Row) => string | undefined
}

const side = (isFigure: boolean | undefined): string => (isFigure ? 'text-end' : 'text-start')

/** Rows of figures under a header that stays in sight. Its first column names the row. */
export function Table<Row>({ label, columns, rows, keyOf, rowClass }: TableProps<Row>) {
  return (
    <div className="overflow-x-auto rounded-xl bg-raised">
      <table className="w-full border-collapse" aria-label={label}>
        <thead className="sticky top-0 bg-raised">
          <tr className="border-b border-line text-sm text-muted">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames('px-3 py-2.5 font-medium', side(column.isFigure), column.className)}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className={classNames('border-b border-line/60 last:border-0', rowClass?.(row))}
            >
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} row={row} isName={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, isName }: { column: Column<Row>; row: Row; isName: boolean }) {
  const className = classNames('px-3 py-3', side(column.isFigure), column.className)
  if (!isName) return <td className={className}>{column.cell(row)}</td>
  return (
    <th scope="row" className={classNames(className, 'font-normal')}>
      {column.cell(row)}
    </th>
  )
}

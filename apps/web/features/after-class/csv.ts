import { stringify } from 'csv-stringify/browser/esm/sync'

/** A cell of a table. Nothing is an empty cell. */
export type Cell = string | number | boolean | null

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as CSV with a heading. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it; figures stay as they are, with a point whatever the reader's language.
 */
export const csvOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([[...columns], ...rows.map((row) => row.map(cellText))])

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return FORMULA.test(cell) ? `'${cell}` : cell
}

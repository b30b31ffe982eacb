import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { z } from 'zod'
import type { Reading } from '../read.ts'

/** A row of a file of prices, and where it stands for people: the heading of a CSV is row 1. */
export interface Row {
  readonly row: number
  readonly fields: Readonly<Record<string, string>>
}

/** The most rows a file may have: a day of seconds for two instruments. */
const ROWS_MAX = 200_000
const NEEDED = ['time', 'instrument', 'close'] as const

const listSchema = z.array(z.record(z.string(), z.union([z.string(), z.number()]).transform(String)))
const csvSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
)

/** The rows of a CSV with a heading, or of a JSON list of objects with the same fields. */
export function rowsOf(text: string): Reading<readonly Row[]> {
  const read = text.trimStart().startsWith('[') ? jsonRows(text) : csvRows(text)
  if (!read.ok) return read
  const [first] = read.value
  if (!first) return refuse('the file holds no prices')
  if (read.value.length > ROWS_MAX) return refuse(`the file holds more than ${ROWS_MAX} rows`)
  const missing = NEEDED.filter((column) => !Object.hasOwn(first.fields, column))
  return missing.length === 0 ? read : refuse(...missing.map((column) => `the column ${column} is missing`))
}

function csvRows(text: string): Reading<readonly Row[]> {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      columns: (names: readonly string[]) => names.map((name) => name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    })
    const rows = csvSchema.parse(parsed)
    return { ok: true, value: rows.map(({ record, info }) => ({ row: info.lines, fields: record })) }
  } catch (error) {
    if (error instanceof CsvError) return refuse(inWords(error))
    throw error
  }
}

/** Spreadsheets of half the world write semicolons, because their decimals have a comma. */
function delimiterOf(text: string): string {
  const [heading = ''] = text.split('\n', 1)
  return [';', '\t'].find((each) => heading.includes(each)) ?? ','
}

function inWords({ code, message, lines, record, columns }: CsvError): string {
  if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS' && Array.isArray(record) && Array.isArray(columns)) {
    return `row ${lines}: has ${record.length} values, and the heading has ${columns.length}`
  }
  return code.includes('QUOTE') ? `row ${lines}: a quotation mark is out of place` : message
}

function jsonRows(text: string): Reading<readonly Row[]> {
  try {
    const list = listSchema.safeParse(JSON.parse(text))
    if (!list.success) return refuse('the file must be a list of objects whose fields are text or numbers')
    return { ok: true, value: list.data.map((fields, index) => ({ row: index + 1, fields })) }
  } catch (error) {
    return refuse(`the file is not valid JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const refuse = (...problems: readonly string[]) => ({ ok: false, problems }) as const

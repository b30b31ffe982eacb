import type { Instrument, Price } from '@cascade/engine'
import { askedPrice } from '../decimal.ts'
import type { Row } from './rows.ts'

/** One row, read. */
export interface Bar {
  readonly row: number
  /** Market seconds. */
  readonly time: number
  readonly instrument: Instrument
  readonly open: Price
  readonly close: Price
}

/** A row as a bar, or what is wrong with it, by column. */
export function readBar({ row, fields }: Row, known: readonly Instrument[]): Bar | readonly string[] {
  const { time: seconds = '', instrument: name = '' } = fields
  const problems: string[] = []
  const say = (column: string, problem: string) => problems.push(`row ${row}, ${column}: ${problem}`)
  const priceIn = (column: string): Price | null => {
    const read = askedPrice.safeParse(fields[column])
    if (!read.success) say(column, read.error.issues[0]?.message ?? 'must be a price')
    else if (read.data.isZero()) say(column, 'must be above zero')
    return read.data ?? null
  }
  const given = (column: string): Price | null => (fields[column] ? priceIn(column) : null)
  const time = /^\d{1,12}(\.\d{1,6})?$/.test(seconds) ? Number(seconds) : null
  if (time === null) say('time', 'must be a number of seconds')
  const instrument = known.find(({ id }) => id === name)
  if (!instrument) {
    say('instrument', `${name || 'nothing'} is not one of ${known.map(({ id }) => id).join(', ')}`)
  }
  const [open, high, low, close] = [given('open'), given('high'), given('low'), priceIn('close')]
  for (const [column, value] of [
    ['open', open],
    ['close', close],
  ] as const) {
    if (value && high?.lt(value)) say('high', `must not be below the ${column}`)
    if (value && low?.gt(value)) say('low', `must not be above the ${column}`)
  }
  if (problems.length > 0 || time === null || !instrument || !close) return problems
  return { row, time, instrument, open: open ?? close, close }
}

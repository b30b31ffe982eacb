import type { SeatId } from '@cascade/engine'
import type { EventRow, ResultRow } from '@cascade/review'
import type { Overview } from '../review/conversation.ts'
import { type Cell, csvOf } from './csv.ts'

const RESULT_COLUMNS = [
  'automatic',
  'rank',
  'steady_place',
  'equity',
  'gain',
  'worst_dip',
  'exposure',
  'fills',
  'liquidations',
  'fees_paid',
  'wiped_at_tick',
  'joined_at_tick',
  'modes_used',
] as const

const resultCells = (row: ResultRow): readonly Cell[] => [
  row.automatic,
  row.rank,
  row.steadyPlace,
  row.equity,
  row.gain,
  row.worstDip,
  row.exposure,
  row.fills,
  row.liquidations,
  row.feesPaid,
  row.wipedAtTick,
  row.joinedAtTick,
  row.modes,
]

/** How everybody came out, with what they were called. */
export const namedResults = (results: readonly ResultRow[], nameOf: (seat: SeatId) => string): string =>
  csvOf(
    ['name', 'seat', ...RESULT_COLUMNS],
    results.map((row) => [nameOf(row.seat), row.seat, ...resultCells(row)]),
  )

/**
 * How everybody came out, with nothing that says who: each row has a number drawn for this file alone, and
 * stands in the order of these numbers. The rank is left in, since it follows from the equity.
 */
export function anonymousResults(results: readonly ResultRow[], draw: () => string = drawn): string {
  const rows = results.map((row) => ({ row: draw(), cells: resultCells(row) }))
  rows.sort((a, b) => (a.row < b.row ? -1 : 1))
  return csvOf(
    ['row', ...RESULT_COLUMNS],
    rows.map(({ row, cells }) => [row, ...cells]),
  )
}

/** Everything that happened. People are numbered in an order drawn for this file alone. */
export function eventLog(
  events: readonly EventRow[],
  seats: readonly SeatId[],
  draw: () => string = drawn,
): string {
  const order = seats.map((seat) => ({ seat, by: draw() })).sort((a, b) => (a.by < b.by ? -1 : 1))
  const numbers = new Map(order.map(({ seat }, index) => [seat, index + 1]))
  const text = (details: EventRow['details']): string =>
    JSON.stringify(details, (_key, value) => numbers.get(value) ?? value)
  return csvOf(
    ['tick', 'market_minute', 'player', 'what', 'instrument', 'details'],
    events.map(({ tick, marketMinute, seat, what, instrument, details }) => [
      tick,
      marketMinute,
      seat === null ? null : (numbers.get(seat) ?? null),
      what,
      instrument,
      withoutOrderNames(text(details), numbers),
    ]),
  )
}

/** An order is named after its seat, `s3-o1`; here after the seat's number. */
const withoutOrderNames = (text: string, numbers: ReadonlyMap<SeatId, number>): string =>
  [...numbers].reduce((told, [seat, number]) => told.replaceAll(`"${seat}-o`, `"${number}-o`), text)

/** Every mark of every instrument. */
export const priceTable = ({ timeline }: Overview): string =>
  csvOf(
    ['tick', 'market_minute', ...timeline.series.map(({ instrument }) => instrument)],
    timeline.ticks.map((tick, index) => [
      tick,
      tick * timeline.marketMinutesPerTick,
      ...timeline.series.map(({ marks }) => marks[index] ?? null),
    ]),
  )

/** 64 random bits: `randomUUID` is missing on pages without https. */
function drawn(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

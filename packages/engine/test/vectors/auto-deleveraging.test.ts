import { describe, expect, test } from 'vitest'
import {
  equityOf,
  instrumentId,
  type MarginMode,
  money,
  type PositionDeleveraged,
  type PositionLiquidated,
  rate,
} from '../../src/index.ts'
import { reasonOf, type Scripted } from '../scripted.ts'
import { nearly, type Row, readRows } from './rows.ts'
import { stageOf, trading } from './stage.ts'

interface Given {
  readonly instrument: string
  readonly size: string
  readonly leverage: string
}

interface DeleveragingRow extends Row {
  readonly mode: MarginMode
  readonly cash: string
  readonly maintenanceRate: string
  /** The positions of the account that is liquidated, by instrument. */
  readonly lost: readonly (Given & { readonly entryPrice: string })[]
  /** Positions of others, opened at the same prices. */
  readonly others: readonly (Given & { readonly seat: string })[]
  readonly marks: Readonly<Record<string, string>>
  readonly expected: {
    /** Seats, in their order. */
    readonly deleveraged: readonly string[]
    readonly instrument?: string
    readonly price?: string
    readonly quantity?: string
    readonly uncovered?: string
    /** Of the liquidated account. */
    readonly cash?: string
    /** Of the first deleveraged account, since the beginning. */
    readonly gain?: string
    /** What was closed by force. */
    readonly closed?: Readonly<Record<string, string>>
  }
}

const rows = readRows<DeleveragingRow>('auto-deleveraging.json')

function open(s: Scripted, { instrument, size, leverage }: Given, seat = s.seat): void {
  const id = instrumentId(instrument)
  s.send({ type: 'leverage.set', seat, id: null, instrument: id, leverage: rate(leverage) })
  const answer = reasonOf(s.order(trading(size, instrument), {}, seat))
  if (answer !== 'accepted') throw new Error(`what the source has is refused: ${answer}`)
}

/** Everybody opens at the entry prices; then the marks come, and the fund is empty. */
function played(row: DeleveragingRow) {
  const s = stageOf({
    ...row,
    leverage: '1',
    openings: Object.fromEntries(row.lost.map(({ instrument, entryPrice }) => [instrument, entryPrice])),
    rules: {
      insuranceFund: money(0),
      lossPolicy: 'auto-deleveraging',
      crossPolicy: 'largest-first',
    },
  })
  for (const given of row.lost) open(s, given)
  const seats = new Map([...new Set(row.others.map(({ seat }) => seat))].map((name) => [name, s.join(name)]))
  for (const given of row.others) open(s, given, seats.get(given.seat))
  const events = s.move(row.marks)
  return {
    s,
    seats,
    closed: events.filter((event): event is PositionLiquidated => event.type === 'position.liquidated'),
    taken: events.filter((event): event is PositionDeleveraged => event.type === 'position.deleveraged'),
  }
}

describe('auto-deleveraging of others', () => {
  test.each(rows)('INS-004 $id: $expected.deleveraged pay, in this order ($source)', (row) => {
    expect(played(row).taken.map(({ seat }) => seat)).toEqual(row.expected.deleveraged)
  })

  test.each(rows.filter(({ expected }) => expected.price))(
    'INS-005 $id: $expected.quantity at $expected.price, the bankruptcy price of the whole ($source)',
    (row) => {
      const { taken, s, seats } = played(row)
      const { instrument, price = '', quantity, cash, gain = '' } = row.expected
      expect(taken).toHaveLength(1)
      expect(taken[0]).toMatchObject({ instrument })
      expect(nearly(taken[0]?.price, price, row.tolerance)).toBe(price)
      expect(taken[0]?.quantity.toFixed()).toBe(quantity)
      expect(s.account().cash.toFixed()).toBe(cash)
      const winner = s.account(seats.get(taken[0]?.seat ?? ''))
      expect(nearly(equityOf(s.round, winner).minus(row.cash), gain, row.tolerance)).toBe(gain)
    },
  )

  test.each(rows.filter(({ expected }) => expected.uncovered))(
    'INS-002 $id: $expected.uncovered are uncovered ($source)',
    (row) => {
      const [first] = played(row).closed
      expect(first?.uncovered.toFixed()).toBe(row.expected.uncovered)
    },
  )

  test.each(rows.filter(({ expected }) => expected.closed))(
    'LIQ-013 $id: the largest requirement first, and no more than the deficit ($source)',
    (row) => {
      const found = played(row).closed.map(({ instrument, size }) => [instrument, size.toFixed()])
      expect(Object.fromEntries(found)).toEqual(row.expected.closed)
      expect(found).toHaveLength(Object.keys(row.expected.closed ?? {}).length)
    },
  )
})

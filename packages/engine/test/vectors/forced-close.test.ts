import { describe, expect, test } from 'vitest'
import {
  type CrossPolicy,
  Decimal,
  money,
  type PositionLiquidated,
  type RoundEvent,
  rate,
} from '../../src/index.ts'
import { nearly, type Row, readRows } from './rows.ts'
import { stageOf, trading } from './stage.ts'

interface ForcedRow extends Row {
  /** Of the only position, negative when short. */
  readonly size: string
  /** At which it is closed. */
  readonly mark: string
  /** Of the account at that mark. */
  readonly equity: string
  readonly entryPrice?: string
  readonly maintenanceRate: string
  readonly closingFeeRate: string
  readonly insuranceFund: string
  readonly crossPolicy: CrossPolicy
  readonly expected: {
    readonly closed?: string
    /** Notional of what is left open. */
    readonly remaining?: string
    readonly cash?: string
    readonly fee?: string
    readonly bankruptcyPrice?: string
    readonly fundChange?: string
    /** What the fund could not pay. */
    readonly uncovered?: string
  }
}

const rows = readRows<ForcedRow>('forced-close.json')

/** The rows that print a figure, each with that figure. */
const printing = <K extends keyof ForcedRow['expected']>(figure: K) =>
  rows.flatMap((row) => {
    const wanted = row.expected[figure]
    return wanted === undefined ? [] : [{ ...row, row, wanted }]
  })

/** Far enough from the mark that the position can be opened with what it then has behind it. */
const AWAY = 4

/** Sources begin where an account is already under water: ours gets there from an entry far away. */
function entryOf({ size, mark, entryPrice }: ForcedRow): Decimal {
  if (entryPrice) return new Decimal(entryPrice)
  return size.startsWith('-') ? new Decimal(mark).div(AWAY) : new Decimal(mark).times(AWAY)
}

/** The tick in which the mark comes and the account is in trouble. */
function liquidated(row: ForcedRow) {
  const entry = entryOf(row)
  const cash = new Decimal(row.equity).minus(new Decimal(row.mark).minus(entry).times(row.size))
  const s = stageOf({
    mode: 'cross',
    cash: cash.toFixed(),
    leverage: new Decimal(1).div(new Decimal(row.maintenanceRate).plus(row.closingFeeRate)).toFixed(8, 1),
    maintenanceRate: row.maintenanceRate,
    openings: { A: entry.toFixed() },
    rules: {
      closingFeeRate: rate(row.closingFeeRate),
      crossPolicy: row.crossPolicy,
      insuranceFund: money(row.insuranceFund),
    },
  })
  s.order(trading(row.size, 'A'))
  const events = s.move({ A: row.mark })
  const closes = events.filter((event): event is PositionLiquidated => event.type === 'position.liquidated')
  return { s, events, closes }
}

const total = (closes: readonly PositionLiquidated[], figure: 'fee' | 'size'): Decimal =>
  closes.reduce((sum, event) => sum.plus(event[figure].abs()), new Decimal(0))

const uncoveredIn = (events: readonly RoundEvent[]): Decimal =>
  events.reduce(
    (sum, event) => (event.type === 'bucket.settled' ? sum.plus(event.uncovered) : sum),
    new Decimal(0),
  )

describe('forced closes of others', () => {
  test.each(printing('closed'))('LIQ-013 $id: $wanted of $size are closed ($source)', (given) => {
    const found = total(liquidated(given.row).closes, 'size')
    expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('remaining'))('LIQ-013 $id: a notional of $wanted stays open ($source)', (given) => {
    const { s } = liquidated(given.row)
    const found = s.position('A').size.abs().times(given.mark)
    expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('cash'))('LIQ-013 $id: $wanted of cash is left ($source)', (given) => {
    const { s } = liquidated(given.row)
    expect(nearly(s.account().cash, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('fee'))('LIQ-004 $id: closing costs a fee of $wanted ($source)', (given) => {
    const found = total(liquidated(given.row).closes, 'fee')
    expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('bankruptcyPrice'))('MAR-008 $id: nothing is left at $wanted ($source)', (given) => {
    const [first] = liquidated(given.row).closes
    expect(nearly(first?.bankruptcyPrice, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('fundChange'))('LIQ-005 $id: the fund changes by $wanted ($source)', (given) => {
    const found = liquidated(given.row).s.round.books?.insurance.minus(given.row.insuranceFund)
    expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('uncovered'))('INS-002 $id: $wanted are uncovered ($source)', (given) => {
    const found = uncoveredIn(liquidated(given.row).events)
    expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(rows.map((row) => ({ ...row, row })))(
    'LIQ-001 $id: after it the account is healthy or has no position ($source)',
    ({ row }) => {
      const { s, closes } = liquidated(row)
      expect(closes.length).toBeGreaterThan(0)
      expect(s.account().cash.gte(0) || s.has('A')).toBe(true)
      expect(s.move({ A: row.mark }).some(({ type }) => type === 'position.liquidated')).toBe(false)
    },
  )
})

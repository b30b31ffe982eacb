import { describe, expect, test } from 'vitest'
import { instrumentId, type MarginMode, riskOf, unrealizedPnl } from '../../src/index.ts'
import { limit, reasonOf, type Scripted } from '../scripted.ts'
import { nearly, type Row, readRows } from './rows.ts'
import { stageOf, trading } from './stage.ts'

interface GivenFill {
  readonly instrument: string
  /** Negative when sold. */
  readonly size: string
  readonly price: string
  /** Of the whole account, after the fill. */
  readonly initialMargin?: string
  readonly rejection?: string
}

interface OpenedRow extends Row {
  readonly mode: MarginMode
  readonly cash: string
  readonly leverage: string
  readonly maintenanceRate: string
  readonly fills: readonly GivenFill[]
  /** An order that waits for its price. */
  readonly limit?: { readonly size: string; readonly price: string }
  /** After all fills. */
  readonly mark: string
  readonly expected: {
    readonly size?: string
    readonly margin?: string
    readonly unrealizedPnl?: string
    readonly realizedPnl?: string
    readonly orderMargin?: string
  }
}

const rows = readRows<OpenedRow>('opened-positions.json')

/** The rows that print a figure. */
const printing = (figure: keyof OpenedRow['expected']) =>
  rows.filter(({ expected }) => expected[figure] !== undefined).map((row) => ({ ...row, row }))

/** Fills as the source has them, one after the other: the mark goes to the price of each. */
function played(row: OpenedRow, watch: (fill: GivenFill, s: Scripted, answer: string) => void = () => {}) {
  const s = stageOf({ ...row, openings: { A: row.fills[0]?.price ?? row.mark, B: '100' } })
  for (const fill of row.fills) {
    s.move({ [fill.instrument]: fill.price })
    watch(fill, s, reasonOf(s.order(trading(fill.size, fill.instrument))))
  }
  s.move({ A: row.mark })
  if (row.limit) s.order(trading(row.limit.size, 'A'), limit(row.limit.price))
  return s
}

describe('positions that others opened', () => {
  test.each(printing('unrealizedPnl'))('MAR-001 $id: cost and P&L of several fills ($source)', ({ row }) => {
    const { size, unrealizedPnl: pnl, realizedPnl } = row.expected
    const s = played(row)
    const held = s.position('A')
    const mark = s.round.marks.get(instrumentId('A'))
    expect(held.size.toFixed()).toBe(size)
    expect(mark && unrealizedPnl(held, mark).toFixed()).toBe(pnl)
    expect(s.account().realizedPnl.toFixed()).toBe(realizedPnl)
  })

  test.each(printing('margin'))('MAR-009 $id: what opening puts behind a position ($source)', ({ row }) => {
    const { margin = '' } = row.expected
    expect(nearly(played(row).position('A').margin, margin, row.tolerance)).toBe(margin)
  })

  test.each(printing('orderMargin'))('ORD-009 $id: what a waiting order sets aside ($source)', ({ row }) => {
    const { orderMargin = '' } = row.expected
    const s = played(row)
    expect(nearly(riskOf(s.round, s.account()).orderMargin, orderMargin, row.tolerance)).toBe(orderMargin)
  })

  test.each(rows.filter(({ fills }) => fills.some(({ initialMargin }) => initialMargin)))(
    'MAR-005 $id: initial margins add up, and what is not covered is refused ($source)',
    (row) => {
      played(row, ({ initialMargin, rejection }, s, answer) => {
        expect(answer).toBe(rejection ?? 'accepted')
        if (initialMargin === undefined) return
        const found = riskOf(s.round, s.account()).initialMargin
        expect(nearly(found, initialMargin, row.tolerance)).toBe(initialMargin)
      })
    },
  )
})

import { describe, expect, test } from 'vitest'
import {
  bankruptcyPriceOf,
  equityOf,
  exactLiquidationPriceOf,
  freeMargin,
  instrumentId,
  instrumentOf,
  isInTrouble,
  maintenanceMargin,
  markOf,
  notionalOf,
  price,
  requirement,
  riskOf,
  sum,
  unrealizedPnl,
} from '../../src/index.ts'
import { type AccountRow, accountOf, marketOf } from './account.ts'
import { nearly, readRows } from './rows.ts'

const rows = readRows<AccountRow>('account-standing.json')

/** The rows that print a figure, each with that figure. */
const printing = <K extends keyof AccountRow['expected']>(figure: K) =>
  rows.flatMap((row) => {
    const wanted = row.expected[figure]
    return wanted === undefined ? [] : [{ ...row, row, wanted }]
  })

/** The account of a row with what its positions are worth. */
const staged = (row: AccountRow) => {
  const market = marketOf(row)
  const account = accountOf(row)
  const weighed = [...account.positions.values()].map((position) => ({
    instrument: instrumentOf(market, position.instrument),
    notional: notionalOf(position.size, markOf(market, position.instrument)),
  }))
  return { market, account, weighed }
}

describe('accounts of others', () => {
  test.each(printing('unrealizedPnls'))(
    'MAR-001 $id: unrealised P&L of every position ($source)',
    (given) => {
      const { market, account } = staged(given.row)
      for (const [id, pnl] of Object.entries(given.wanted)) {
        const held = account.positions.get(instrumentId(id))
        const found = held && unrealizedPnl(held, markOf(market, held.instrument))
        expect(nearly(found, pnl, given.tolerance)).toBe(pnl)
      }
    },
  )

  test.each(printing('equity'))('MAR-005 $id: an equity of $wanted ($source)', (given) => {
    const { market, account } = staged(given.row)
    expect(nearly(equityOf(market, account), given.wanted, given.tolerance)).toBe(given.wanted)
    expect(nearly(riskOf(market, account).equity, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('initialMargin'))('MAR-002 $id: an initial margin of $wanted ($source)', (given) => {
    const { market, account } = staged(given.row)
    const found = riskOf(market, account).initialMargin
    expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('maintenanceMargin'))(
    'MAR-003 $id: a maintenance margin of $wanted ($source)',
    (given) => {
      const { weighed } = staged(given.row)
      const found = sum(weighed.map(({ instrument, notional }) => maintenanceMargin(instrument, notional)))
      expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
    },
  )

  test.each(printing('requirement'))('MAR-004 $id: a requirement of $wanted ($source)', (given) => {
    const { market, weighed } = staged(given.row)
    const { closingFeeRate } = market.config.rules
    const found = sum(
      weighed.map(({ instrument, notional }) => requirement(instrument, notional, closingFeeRate)),
    )
    expect(nearly(found, given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('freeMargin'))('MAR-005 $id: a free margin of $wanted ($source)', (given) => {
    const { market, account } = staged(given.row)
    expect(nearly(freeMargin(market, account), given.wanted, given.tolerance)).toBe(given.wanted)
  })

  test.each(printing('bankruptcyPrices'))('MAR-008 $id: where nothing is left ($source)', (given) => {
    const { market, account } = staged(given.row)
    for (const [id, wanted] of Object.entries(given.wanted)) {
      const found = bankruptcyPriceOf(market, account, instrumentId(id))
      if (wanted === null) expect(found).toBeNull()
      else expect(nearly(found, wanted, given.tolerance)).toBe(wanted)
    }
  })

  test.each(printing('liquidatable'))('LIQ-001 $id: liquidatable is $wanted ($source)', (given) => {
    const { market, account } = staged(given.row)
    expect(isInTrouble(market, account)).toBe(given.wanted)
  })

  test.each(printing('liquidated'))('LIQ-002 $id: $wanted alone is liquidatable ($source)', (given) => {
    const { market, account } = staged(given.row)
    const { isolated } = riskOf(market, account)
    const found = [...isolated].filter(([, { equity, requirement }]) => equity.lt(requirement))
    expect(found.map(([id]) => id)).toEqual(given.wanted)
  })
})

/** The account once its one position is marked elsewhere. */
const at = (row: AccountRow, markPrice: string): AccountRow => ({
  ...row,
  positions: row.positions.map((held) => ({ ...held, markPrice })),
})

test.each(rows.filter(({ positions }) => positions.length === 1).map((row) => ({ ...row, row })))(
  'MAR-006 $id: at the liquidation price the account lives, a hair beyond it does not ($source)',
  ({ row }) => {
    const { market, account } = staged(row)
    const [held] = account.positions.values()
    const found = held && exactLiquidationPriceOf(market, account, held.instrument)
    if (!held || !found) return
    const hair = price(found.times('0.000001').times(held.size.isNegative() ? 1 : -1))
    const marked = (mark: string) => isInTrouble(marketOf(at(row, mark)), account)
    expect(marked(found.plus(hair).toFixed())).toBe(true)
    expect(marked(found.minus(hair).toFixed())).toBe(false)
  },
)

import { describe, expect, test } from 'vitest'
import {
  Decimal,
  deriveTiers,
  money,
  price,
  quantity,
  rate,
  size,
  solveBankruptcyPrice,
  solveLiquidationPrice,
  tierOf,
  worth,
} from '../../src/index.ts'
import liquidationPrices from './liquidation-price.json' with { type: 'json' }
import { isNear, type Row, readRows } from './rows.ts'

interface TableRow extends Row {
  /** Floor and maintenance rate of each tier. */
  readonly tiers: readonly (readonly [string, string])[]
}

interface AmountRow extends TableRow {
  readonly maintenanceAmounts: readonly string[]
}

interface LookupRow extends TableRow {
  readonly notional: string
  readonly maintenanceRate: string
  readonly maintenanceAmount: string | null
}

const tableOf = ({ tiers }: TableRow) =>
  deriveTiers(tiers.map(([floor, maintenanceRate]) => ({ floor, maintenanceRate })))

describe('figures of others', () => {
  test.each(liquidationPrices)('MAR-006 $id: a liquidation price of $liquidationPrice ($source)', (row) => {
    const side = row.side === 'long' ? 1 : -1
    const solution = solveLiquidationPrice(
      {
        side,
        quantity: quantity(row.quantity),
        entryCost: worth(size(new Decimal(row.quantity).times(side)), price(row.entryPrice)),
        wallet: money(row.wallet),
        otherUnrealizedPnl: money(row.otherUnrealizedPnl),
        otherRequirement: money(row.otherRequirement),
        closingFeeRate: rate(row.closingFeeRate),
      },
      { maintenanceRate: rate(row.maintenanceRate), maintenanceAmount: money(row.maintenanceAmount) },
    )
    expect(solution && isNear(solution, row.liquidationPrice, row.tolerance)).toBe(true)
  })

  test.each(readRows<AmountRow>('maintenance-amount.json'))(
    'MAR-003 $id: amounts derived from floors and rates ($source)',
    (row) => {
      const found = tableOf(row).map(({ maintenanceAmount }) => maintenanceAmount.toFixed())
      expect(found).toEqual(row.maintenanceAmounts)
    },
  )

  test.each(readRows<AmountRow>('maintenance-amount.json'))(
    'MAR-003 $id: no step at any floor, from below and from above ($source)',
    (row) => {
      const tiers = tableOf(row)
      for (const [index, { floor, maintenanceRate, maintenanceAmount }] of tiers.entries()) {
        const below = tiers[index - 1]
        if (!below) continue
        const from = floor.times(below.maintenanceRate).minus(below.maintenanceAmount)
        expect(floor.times(maintenanceRate).minus(maintenanceAmount).toFixed()).toBe(from.toFixed())
      }
    },
  )

  test.each(readRows<LookupRow>('tier-lookup.json'))(
    'MAR-003 $id: a notional of $notional is asked for $maintenanceRate ($source)',
    (row) => {
      const { maintenanceRate, maintenanceAmount } = tierOf(tableOf(row), money(row.notional))
      expect(maintenanceRate.toFixed()).toBe(row.maintenanceRate)
      if (row.maintenanceAmount !== null) expect(maintenanceAmount.toFixed()).toBe(row.maintenanceAmount)
    },
  )

  test('MAR-008 equity is spread over the full quantity, not over the part that is closed', () => {
    const found = solveBankruptcyPrice({
      side: 1,
      quantity: quantity(10),
      at: price(1875),
      equity: money(750),
    })
    expect(found?.toFixed()).toBe('1800')
  })
})

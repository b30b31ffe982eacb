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
  worth,
} from '../../src/index.ts'
import liquidationPrices from './liquidation-price.json' with { type: 'json' }
import maintenanceAmounts from './maintenance-amount.json' with { type: 'json' }

interface Tolerance {
  readonly abs?: string
  readonly rel?: string
}

/**
 * Sources print their figures cut to a few digits: an absolute tolerance of nothing means every printed
 * digit.
 */
function isNear(found: Decimal, wanted: string, { abs, rel }: Tolerance): boolean {
  const printed = new Decimal(wanted)
  const lastDigit = new Decimal(10).pow(-printed.decimalPlaces())
  const allowed = rel ? printed.times(rel) : Decimal.max(abs ?? 0, lastDigit)
  return found.minus(printed).abs().lte(allowed)
}

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

  test.each(maintenanceAmounts)('MAR-003 $id: amounts derived from floors and rates ($source)', (row) => {
    const tiers = deriveTiers(
      row.tiers.map(([floor, maintenanceRate]) => ({
        floor: money(floor ?? ''),
        maintenanceRate: rate(maintenanceRate ?? ''),
      })),
    )
    expect(tiers.map(({ maintenanceAmount }) => maintenanceAmount.toNumber())).toEqual(
      row.maintenanceAmounts.map(Number),
    )
  })

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

import { describe, expect, test } from 'vitest'
import { Decimal } from '../number/decimal.ts'
import { money } from '../number/units.ts'
import { deriveTiers, TierProblem, tierOf } from './tiers.ts'

const rows = [
  { floor: 0, maintenanceRate: '0.005' },
  { floor: 250_000, maintenanceRate: '0.01' },
  { floor: 1_000_000, maintenanceRate: '0.025' },
]

describe('a maintenance table', () => {
  test('derives each amount from the row above', () => {
    expect(deriveTiers(rows).map((tier) => tier.maintenanceAmount.toFixed())).toEqual(['0', '1250', '16250'])
  })

  test('has no step: at each floor the tier and the one below ask for the same', () => {
    const tiers = deriveTiers(rows)
    for (const [index, tier] of tiers.entries()) {
      const below = tiers[index - 1]
      if (below === undefined) continue
      const asked = (of: typeof tier) => tier.floor.times(of.maintenanceRate).minus(of.maintenanceAmount)
      expect(asked(tier).toFixed()).toBe(asked(below).toFixed())
    }
  })

  test.each([
    [1, 'no row', []],
    [1, 'a gap below the first floor', [{ floor: 1, maintenanceRate: '0.005' }]],
    [2, 'a floor that repeats', [rows[0], { floor: 0, maintenanceRate: '0.01' }]],
    [3, 'a floor that falls', [rows[0], rows[1], { floor: 249_999, maintenanceRate: '0.02' }]],
    [2, 'a rate that falls', [rows[0], { floor: 10, maintenanceRate: '0.004' }]],
    [2, 'a rate of one', [rows[0], { floor: 10, maintenanceRate: 1 }]],
    [1, 'a rate of nothing', [{ floor: 0, maintenanceRate: 0 }]],
    [1, 'a rate below nothing', [{ floor: 0, maintenanceRate: '-0.01' }]],
    [2, 'a floor that is no number', [rows[0], { floor: Number.NaN, maintenanceRate: '0.01' }]],
  ])('is refused at row %i for %s', (row, _why, table) => {
    const given = table.filter((each) => each !== undefined)
    expect(() => deriveTiers(given)).toThrow(TierProblem)
    expect(() => deriveTiers(given)).toThrow(`maintenance tier ${row}:`)
  })

  test('may repeat a rate', () => {
    expect(deriveTiers([...rows, { floor: 2_000_000, maintenanceRate: '0.025' }])).toHaveLength(4)
  })
})

describe('the tier of a notional', () => {
  test.each([
    ['0', 0],
    ['249999.99999999', 0],
    ['250000', 1],
    ['999999.99999999', 1],
    ['1000000', 2],
    ['1e15', 2],
  ])('%s lies in tier %i', (notional, index) => {
    const tiers = deriveTiers(rows)
    expect(tierOf(tiers, money(new Decimal(notional)))).toBe(tiers[index])
  })

  test('a notional below nothing has none', () => {
    expect(() => tierOf(deriveTiers(rows), money(-1))).toThrow(TierProblem)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, type PositionLiquidated, rate, riskOf } from '../../src/index.ts'
import { stageOf, trading } from '../vectors/stage.ts'

const decimal = (least: number, most: number, parts: number) =>
  fc.integer({ min: least * parts, max: most * parts }).map((units) => new Decimal(units).div(parts))

/** One cross position that a jump of the mark leaves with a part of what it requires. */
interface Fall {
  readonly long: boolean
  readonly units: Decimal
  readonly mark: Decimal
  readonly maintenanceRate: Decimal
  readonly closingFeeRate: Decimal
  /** Equity over the requirement, below one. */
  readonly share: Decimal
}

const fall: fc.Arbitrary<Fall> = fc.record({
  long: fc.boolean(),
  units: decimal(1, 500, 10),
  mark: decimal(20, 400, 100),
  maintenanceRate: decimal(0.01, 0.1, 1000),
  closingFeeRate: decimal(0, 0.009, 1000),
  share: decimal(0.2, 0.98, 100),
})

const INCREMENT = new Decimal('0.000000001')

/** Opened at twice the mark or at half of it, with cash that leaves the wanted share of the requirement. */
function played({ long, units, mark, maintenanceRate, closingFeeRate, share }: Fall) {
  const size = long ? units : units.negated()
  const entry = long ? mark.times(2) : mark.div(2).toDecimalPlaces(6)
  const rates = maintenanceRate.plus(closingFeeRate)
  const equity = units.times(mark).times(rates).times(share).toDecimalPlaces(8)
  const s = stageOf({
    mode: 'cross',
    cash: equity.minus(mark.minus(entry).times(size)).toFixed(),
    leverage: '9',
    maintenanceRate: maintenanceRate.toFixed(),
    openings: { A: entry.toFixed() },
    rules: { closingFeeRate: rate(closingFeeRate), crossPolicy: 'largest-first' },
  })
  s.order(trading(size.toFixed(), 'A'))
  const events = s.move({ A: mark.toFixed() })
  const closed = events
    .filter((event): event is PositionLiquidated => event.type === 'position.liquidated')
    .reduce((sum, event) => sum.plus(event.size.abs()), new Decimal(0))
  return { s, equity, rates, closed }
}

describe('a part that is closed by force', () => {
  test('LIQ-013 it makes the account healthy, and less by a few increments or units of money would not have', () => {
    fc.assert(
      fc.property(fall, (given) => {
        const { s, equity, rates, closed } = played(given)
        const { units, mark, maintenanceRate, closingFeeRate } = given
        expect(closed.gt(0)).toBe(true)
        const { cross } = riskOf(s.round, s.account())
        expect(cross.equity.gte(cross.requirement)).toBe(true)
        const few = INCREMENT.times(3).plus(new Decimal('0.00000003').div(mark.times(maintenanceRate)))
        const less = closed.minus(few)
        const left = equity.minus(less.times(mark).times(closingFeeRate))
        expect(left.lt(units.minus(less).times(mark).times(rates))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('LIQ-013 never more than is held, never the other way, and the entry of the rest stays', () => {
    fc.assert(
      fc.property(fall, (given) => {
        const { s, closed } = played(given)
        expect(closed.lte(given.units)).toBe(true)
        if (!s.has('A')) return
        const { size, entryCost } = s.position('A')
        expect(size.abs().plus(closed).toFixed()).toBe(given.units.toFixed())
        expect(size.isNegative()).toBe(!given.long)
        const entry = given.long ? given.mark.times(2) : given.mark.div(2).toDecimalPlaces(6)
        expect(entryCost.minus(size.times(entry)).abs().lt('0.0000001')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

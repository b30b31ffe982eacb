import { ONE, ZERO } from '../number/decimal.ts'
import { type Money, money, type Numeric, rate } from '../number/units.ts'
import type { Tier } from './tier.ts'

/**
 * One row of a maintenance table as written: where it begins (simulated dollars) and its rate (a share of
 * the notional).
 */
export interface TierRow {
  readonly floor: Numeric
  readonly maintenanceRate: Numeric
}

/** A maintenance table that would leave a gap or a step. Names the row, counted from 1. */
export class TierProblem extends RangeError {
  override readonly name = 'TierProblem'
  readonly row: number

  constructor(row: number, message: string) {
    super(`maintenance tier ${row}: ${message}`)
    this.row = row
  }
}

/**
 * Makes a table of maintenance tiers, deriving each amount so that maintenance has no step at a floor: `c_n
 * = c_{n−1} + floor_n·(r_n − r_{n−1})`, simulated dollars. Throws a TierProblem on a table that is not one.
 */
export function deriveTiers(rows: readonly TierRow[]): readonly Tier[] {
  if (rows.length === 0) throw new TierProblem(1, 'a table has at least one row')
  const tiers: Tier[] = []
  for (const row of rows) tiers.push(derive(row, tiers))
  return tiers
}

function derive(row: TierRow, before: readonly Tier[]): Tier {
  const number = before.length + 1
  const last = before.at(-1)
  const floor = money(row.floor)
  const maintenanceRate = rate(row.maintenanceRate)
  if (!floor.isFinite() || !maintenanceRate.isFinite())
    throw new TierProblem(number, 'holds something not a number')
  if (!maintenanceRate.gt(ZERO) || !maintenanceRate.lt(ONE)) {
    throw new TierProblem(number, `rate ${maintenanceRate} is not between 0 and 1`)
  }
  if (last === undefined) {
    if (!floor.isZero()) throw new TierProblem(number, `floor ${floor} leaves a gap below it`)
    return { floor, maintenanceRate, maintenanceAmount: money(ZERO) }
  }
  if (!floor.gt(last.floor)) throw new TierProblem(number, `floor ${floor} is not above ${last.floor}`)
  if (maintenanceRate.lt(last.maintenanceRate)) {
    throw new TierProblem(number, `rate ${maintenanceRate} is below ${last.maintenanceRate}`)
  }
  const step = floor.times(maintenanceRate.minus(last.maintenanceRate))
  return { floor, maintenanceRate, maintenanceAmount: money(last.maintenanceAmount.plus(step)) }
}

/** The tier of a notional in simulated dollars: the highest whose floor does not lie above it. */
export function tierOf(tiers: readonly Tier[], notional: Money): Tier {
  for (let index = tiers.length - 1; index >= 0; index -= 1) {
    const tier = tiers[index]
    if (tier?.floor.lte(notional)) return tier
  }
  throw new TierProblem(1, `no tier holds a notional of ${notional}`)
}

import type { Tier } from '../market/tier.ts'
import { Decimal } from '../number/decimal.ts'
import type { Money, Price, Quantity, Rate } from '../number/units.ts'

/** The bucket behind one position, for the price at which it is liquidated. */
export interface LiquidationInputs {
  readonly side: 1 | -1
  readonly quantity: Quantity
  /** `s·q·E`, signed like the position, simulated dollars. */
  readonly entryCost: Money
  /** Isolated: the position's margin. Cross: the shared cash. Simulated dollars. */
  readonly wallet: Money
  /** Unrealised P&L of the bucket's other positions, simulated dollars. */
  readonly otherUnrealizedPnl: Money
  /** Maintenance and closing fees of the bucket's other positions, simulated dollars. */
  readonly otherRequirement: Money
  readonly closingFeeRate: Rate
}

/**
 * The price at which equity meets the requirement within one tier:
 * `P* = (W − MM_other + uPnL_other + c − s·q·E) / (q·(r + f) − s·q)`, from docs/rules/margin.md MAR-006.
 * Not rounded; null when no positive price solves it.
 */
export function solveLiquidationPrice(
  inputs: LiquidationInputs,
  tier: Pick<Tier, 'maintenanceRate' | 'maintenanceAmount'>,
): Decimal | null {
  const { side, quantity, wallet, entryCost } = inputs
  const numerator = wallet
    .minus(inputs.otherRequirement)
    .plus(inputs.otherUnrealizedPnl)
    .plus(tier.maintenanceAmount)
    .minus(entryCost)
  const rates = tier.maintenanceRate.plus(inputs.closingFeeRate)
  const denominator = quantity.times(rates.minus(side))
  if (denominator.isZero()) return null
  const solution = numerator.div(denominator)
  return solution.gt(0) ? solution : null
}

/**
 * The solution whose notional lies in the tier it was solved with, from the lowest tier up; null when there
 * is none.
 */
export function liquidationPriceAcrossTiers(
  inputs: LiquidationInputs,
  tiers: readonly Tier[],
): Decimal | null {
  for (const [index, tier] of tiers.entries()) {
    const solution = solveLiquidationPrice(inputs, tier)
    if (solution === null) continue
    const notional = inputs.quantity.times(solution)
    const ceiling = tiers[index + 1]?.floor
    if (notional.gte(tier.floor) && (ceiling === undefined || notional.lt(ceiling))) return solution
  }
  return null
}

/**
 * The price at which nothing is left: `P − s·equity/q`, all equity laid on this position, over its full
 * quantity. With the entry price and the margin it is the isolated `E − s·W/q`. Not rounded; null when not
 * positive.
 */
export function solveBankruptcyPrice(position: {
  readonly side: 1 | -1
  readonly quantity: Quantity
  readonly at: Price
  readonly equity: Money
}): Decimal | null {
  const distance = position.equity.times(position.side).div(position.quantity)
  const solution = new Decimal(position.at).minus(distance)
  return solution.gt(0) ? solution : null
}

import type { Instrument } from '../market/instrument.ts'
import { tierOf } from '../market/tiers.ts'
import { charge } from '../number/rounding.ts'
import { type Money, money, type Rate } from '../number/units.ts'

/** What opening a notional takes: `N / leverage`, rounded up, simulated dollars. */
export const initialMargin = (notional: Money, leverage: Rate): Money => charge(notional.div(leverage))

/**
 * What must stay behind a notional: `N·r − c` of its tier, simulated dollars. Exact, never divided by
 * leverage.
 */
export const maintenanceMargin = (instrument: Instrument, notional: Money): Money => {
  const tier = tierOf(instrument.tiers, notional)
  return money(notional.times(tier.maintenanceRate).minus(tier.maintenanceAmount))
}

/** Maintenance and the fee of closing by force, `N·r − c + N·f`: what equity may not fall below. Exact. */
export const requirement = (instrument: Instrument, notional: Money, closingFeeRate: Rate): Money =>
  money(maintenanceMargin(instrument, notional).plus(notional.times(closingFeeRate)))

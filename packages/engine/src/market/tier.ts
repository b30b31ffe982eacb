import type { Money, Rate } from '../number/units.ts'

/** One step of an instrument's maintenance table. */
export interface Tier {
  /** Smallest notional of the tier, simulated dollars. */
  readonly floor: Money
  /** Share of the notional that must stay in the bucket. */
  readonly maintenanceRate: Rate
  /** What is taken off, so that maintenance has no step at the floor. Derived, simulated dollars. */
  readonly maintenanceAmount: Money
}

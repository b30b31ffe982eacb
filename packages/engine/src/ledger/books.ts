import type { Money } from '../number/units.ts'

/** The money that is no player's. Deposits count what was paid in, as a negative balance of the outside. */
export interface Books {
  /** Counterparty of every trade; may be negative, simulated dollars. */
  readonly house: Money
  readonly insurance: Money
  /** Minus everything that was ever paid in, simulated dollars. */
  readonly deposits: Money
}

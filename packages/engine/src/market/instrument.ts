import type { InstrumentId } from '../number/ids.ts'
import type { Price, Quantity } from '../number/units.ts'
import type { Tier } from './tier.ts'

/** How an instrument behaves in the market: its volatility, daily volume and depth. */
export type InstrumentClass = 'MAJ1' | 'MAJ2' | 'ALT1' | 'ALT2' | 'MEME' | 'STBL'

/** Something that can be traded in a round. */
export interface Instrument {
  readonly id: InstrumentId
  /** What people call it, for example `Bitcoin`. */
  readonly name: string
  readonly class: InstrumentClass
  /** Price before the first tick, simulated dollars per unit. */
  readonly openingPrice: Price
  /** Every price is a whole multiple of this, simulated dollars. */
  readonly priceIncrement: Price
  /** Every quantity is a whole multiple of this, units. */
  readonly sizeIncrement: Quantity
  /** The largest position, units. */
  readonly quantityMax: Quantity
  /** Maintenance tiers by notional, lowest first. */
  readonly tiers: readonly Tier[]
}

import { CLASS_CHARACTERS } from '../class-character.ts'
import type { Instrument } from '../instrument.ts'
import type { ImpactRule } from './rule.ts'

/**
 * Units of the instrument that are bought or sold within 1 % of its price in a usual market: the unit in
 * which impact counts volume. Taken at the opening price and kept, so that a round trip is one at any
 * price.
 */
export function usualDepth({ class: of, openingPrice }: Instrument): number {
  const { dailyVolume, depthShare } = CLASS_CHARACTERS[of]
  return (dailyVolume * depthShare) / openingPrice.toNumber()
}

/** What ghosts hold on each side, units of the usual depth: half of the open interest. */
export const ghostInterest = ({ openInterest }: ImpactRule, { class: of }: Instrument): number =>
  openInterest / CLASS_CHARACTERS[of].depthShare / 2

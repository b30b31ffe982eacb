import { known } from '../assert.ts'
import { shockFactor } from '../market/shock.ts'
import { priceOnIncrement } from '../number/rounding.ts'
import { larger, type Price, price } from '../number/units.ts'
import type { Round } from '../state.ts'

/**
 * The feed's marks of the next tick, moved by the round's shocks: a price on its increment, never nothing.
 * The feed itself and its dice do not know of shocks.
 */
export function withShocks({ config, shocks, tick }: Round, marks: readonly Price[]): readonly Price[] {
  if (shocks.length === 0) return marks
  const at = { tick: tick + 1, marketMinutesPerTick: config.clock.marketMinutesPerTick }
  return config.instruments.map((instrument, index) => {
    const mark = known(marks[index], 'every instrument has a mark')
    const moved = price(mark.times(shockFactor(shocks, instrument, at)))
    return larger(priceOnIncrement(moved, instrument.priceIncrement), instrument.priceIncrement)
  })
}

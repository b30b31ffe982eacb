import { known } from '../assert.ts'
import type { PositionLiquidated } from '../event.ts'
import { requirement } from '../margin/requirement.ts'
import { money, notionalOf, price, size as units } from '../number/units.ts'
import type { RoundConfig } from '../round/config.ts'
import type { DiesAt } from './forced-sale.ts'

/**
 * Whether a bucket that was liquidated would have been at other marks, from what its liquidation says of
 * it.
 */
export function bucketEnd(config: RoundConfig, { cause }: PositionLiquidated): DiesAt {
  const parts = cause.parts.map((part) => ({
    part,
    instrument: known(
      config.instruments.find(({ id }) => id === part.instrument),
      'a position is in an instrument of the round',
    ),
  }))
  return (markAt) => {
    let health = cause.equity.toNumber()
    for (const { part, instrument } of parts) {
      const mark = part.mark.toNumber()
      const other = markAt(part.instrument, mark)
      const held = units(part.size)
      health += held.toNumber() * (other - mark)
      const notional = money(notionalOf(held, price(other)))
      health -= requirement(instrument, notional, config.rules.closingFeeRate).toNumber()
    }
    return health < 0
  }
}

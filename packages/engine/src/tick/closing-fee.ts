import { markOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { charge, credit } from '../number/rounding.ts'
import { larger, type Money, NO_MONEY, notionalOf, smaller } from '../number/units.ts'
import type { Round } from '../state.ts'

/** The fee of a forced close, `min(f · closed notional, max(0, equity left))`, simulated dollars. */
export function closingFee(
  round: Round,
  closed: Pick<Position, 'instrument' | 'size'>,
  equityLeft: Money,
): Money {
  const notional = notionalOf(closed.size, markOf(round, closed.instrument))
  const fee = charge(notional.times(round.config.rules.closingFeeRate))
  return smaller(fee, larger(NO_MONEY, credit(equityLeft)))
}

import { charge } from '../number/rounding.ts'
import { larger, type Money, minus, NO_MONEY, notionalOf, type Rate } from '../number/units.ts'
import { type Market, markOf } from './bucket.ts'
import { type Position, unrealizedPnl } from './position.ts'
import { initialMargin } from './requirement.ts'

/**
 * The margin with which an isolated position would be backed as if it were opened now: `margin + P&L` is the
 * initial margin at the mark. Never negative, rounded up, simulated dollars.
 */
export function backingMargin(market: Market, position: Position, leverage: Rate): Money {
  const mark = markOf(market, position.instrument)
  const wanted = initialMargin(notionalOf(position.size, mark), leverage)
  return larger(NO_MONEY, charge(minus(wanted, unrealizedPnl(position, mark))))
}

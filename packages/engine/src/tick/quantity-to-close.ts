import type { Account } from '../margin/account.ts'
import { crossBucket, instrumentOf, markOf, standingOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { tierOf } from '../market/tiers.ts'
import { Decimal } from '../number/decimal.ts'
import { charge, MONEY_UNIT, quantityUp } from '../number/rounding.ts'
import {
  type Money,
  minus,
  notionalOf,
  plus,
  type Quantity,
  quantity,
  quantityOf,
  smaller,
} from '../number/units.ts'
import type { Round } from '../state.ts'

/**
 * How much of a position is closed by force, in units. All at once: the whole of it. Largest first: the
 * deficit over what one unit frees, `deficit / (P·r)`, up to a whole size increment and to the whole
 * position; nothing once the account is healthy. A unit frees its maintenance and its closing fee, and
 * costs that fee, so the fee drops out, but not what rounding it up takes: where increments are so fine that
 * this counts, a unit of the ledger is added to the deficit, since else each close would cost more than it
 * frees. Within a higher tier a unit frees more than in the next lower one, so another sweep may follow.
 */
export function quantityToClose(round: Round, account: Account, position: Position): Quantity {
  const whole = quantityOf(position.size)
  if (round.config.rules.crossPolicy === 'all-at-once') return whole
  const { equity, requirement } = standingOf(round, account, crossBucket(account))
  const deficit = minus(requirement, equity)
  if (deficit.lte(0)) return quantity(0)
  const instrument = instrumentOf(round, position.instrument)
  const mark = markOf(round, position.instrument)
  const { maintenanceRate } = tierOf(instrument.tiers, notionalOf(position.size, mark))
  const freed = new Decimal(mark).times(maintenanceRate)
  if (freed.isZero()) return whole
  const upTo = (missing: Money) => quantityUp(missing.div(freed), instrument.sizeIncrement)
  const part = upTo(deficit)
  const fee = part.times(mark).times(round.config.rules.closingFeeRate)
  const lost = charge(fee).minus(fee)
  const isEnough = part.times(freed).minus(deficit).gte(lost)
  return smaller(whole, isEnough ? part : upTo(plus(deficit, MONEY_UNIT)))
}

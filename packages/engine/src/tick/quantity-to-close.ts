import type { Account } from '../margin/account.ts'
import { crossBucket, instrumentOf, markOf, standingOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { tierOf } from '../market/tiers.ts'
import { Decimal } from '../number/decimal.ts'
import { quantityUp } from '../number/rounding.ts'
import { minus, notionalOf, type Quantity, quantity, quantityOf, smaller } from '../number/units.ts'
import type { Round } from '../state.ts'

/**
 * How much of a position is closed by force, in units. All at once: the whole of it. Largest first: the
 * deficit over what one unit frees, `deficit / (P·r)`, up to a whole size increment and to the whole
 * position; nothing once the account is healthy. A unit frees its maintenance and its closing fee, and
 * costs that fee, so the fee drops out; within a higher tier it frees more than in the next lower one, so
 * another sweep may follow.
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
  return smaller(whole, quantityUp(deficit.div(freed), instrument.sizeIncrement))
}

import type { TransferMargin } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Account } from '../margin/account.ts'
import { standingOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { marginPostings } from '../margin/post.ts'
import { bucketOf, spendableMargin } from '../margin/risk.ts'
import { MONEY_DECIMALS } from '../number/rounding.ts'
import { larger, type Money, minus, NO_MONEY, negated, smaller } from '../number/units.ts'
import type { Outcome } from '../outcome.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { checkTrader } from './check-trader.ts'

/** Why money cannot be moved into or out of an isolated margin now, or null. */
export function checkTransfer(round: Round, command: Omit<TransferMargin, 'type' | 'id'>): Rejection | null {
  const { seat, instrument, amount } = command
  const trader = checkTrader(round, seat, instrument)
  if ('reason' in trader) return trader
  const held = trader.account.positions.get(instrument)
  if (!held) return rejection('position_unknown')
  if (held.marginMode !== 'isolated') return rejection('position_not_isolated')
  if (amount.isZero() || amount.decimalPlaces() > MONEY_DECIMALS) return rejection('amount_not_valid')
  if (amount.gt(0)) return checkCovered(spendableMargin(round, trader.account), amount)
  const limit = removableMargin(round, trader.account, held)
  return negated(amount).gt(limit) ? rejection('margin_not_removable', { limit: limit.toFixed() }) : null
}

/**
 * What can be taken out of an isolated margin: what is above the initial margin and the requirement at the
 * mark, never more than the margin itself.
 */
export function removableMargin(round: Round, account: Account, held: Position): Money {
  const standing = standingOf(round, account, bucketOf(account, held))
  const above = larger(NO_MONEY, minus(standing.equity, standing.committedMargin))
  return smaller(above, held.margin)
}

/** Moves money between cash and an isolated position's margin. */
export function transferMargin(round: Round, command: TransferMargin): Outcome {
  const refused = checkTransfer(round, command)
  if (refused) return reject(refused)

  const { seat, instrument, amount } = command
  const decision = new Decision(round)
  const postings = marginPostings(seat, instrument, amount)
  decision.emit({ type: 'margin.transferred', seat, instrument, postings })
  return decision.accept()
}

const checkCovered = (free: Money, amount: Money): Rejection | null =>
  amount.gt(free) ? rejection('margin_insufficient', { shortfall: minus(amount, free) }) : null

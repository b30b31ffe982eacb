import type { Decision } from '../decision.ts'
import { cashOf, HOUSE, move } from '../ledger/post.ts'
import type { Pocket, Posting } from '../ledger/posting.ts'
import type { Account } from '../margin/account.ts'
import { markOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { marginOf } from '../margin/post.ts'
import { charge } from '../number/rounding.ts'
import { type Money, money, NO_MONEY, negated, type Rate, smaller, worth } from '../number/units.ts'
import type { Round } from '../state.ts'

/**
 * Pays funding where it is due, `size · P · rate`: longs pay when the rate is positive, shorts receive. The
 * house stands between them. An isolated position pays out of its own margin and no more than that.
 */
export function payFunding(decision: Decision): void {
  const { round } = decision
  const { funding } = round.config.rules
  if (!funding || round.tick % funding.everyTicks !== 0) return
  for (const account of [...round.accounts.values()]) {
    if (account.positions.size > 0) payAccount(decision, account, funding.rate)
  }
}

function payAccount(decision: Decision, account: Account, rate: Rate): void {
  const { round } = decision
  const dues = [...account.positions.values()].map((position) => ({
    position,
    amount: dueOf(round, position, rate),
  }))
  const payments = dues
    .filter(({ amount }) => !amount.isZero())
    .map(({ position, amount }) => ({ instrument: position.instrument, amount }))
  if (payments.length === 0) return
  const postings = dues.flatMap(({ position, amount }) => postingsOf(account, position, amount))
  decision.emit({ type: 'funding.paid', tick: round.tick, seat: account.seat, payments, postings })
}

/** What a position owes, rounded against the player; an isolated margin is all that it can pay with. */
function dueOf(round: Round, position: Position, rate: Rate): Money {
  const due = charge(money(worth(position.size, markOf(round, position.instrument)).times(rate)))
  return position.marginMode === 'isolated' ? smaller(due, position.margin) : due
}

function postingsOf(account: Account, position: Position, amount: Money): readonly Posting[] {
  const own: Pocket =
    position.marginMode === 'isolated' ? marginOf(account.seat, position.instrument) : cashOf(account.seat)
  return amount.gt(NO_MONEY)
    ? move(amount, { from: own, to: HOUSE, for: 'funding' })
    : move(negated(amount), { from: HOUSE, to: own, for: 'funding' })
}

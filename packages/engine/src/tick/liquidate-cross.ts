import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { PositionLiquidated } from '../event.ts'
import { cashOf, HOUSE, move } from '../ledger/post.ts'
import type { Posting } from '../ledger/posting.ts'
import type { Account } from '../margin/account.ts'
import { crossBucket, markOf, requirementOf, standingOf } from '../margin/bucket.ts'
import { causeOf, type LiquidationCause } from '../margin/cause.ts'
import { type Position, unrealizedPnl } from '../margin/position.ts'
import { bankruptcyPriceOf } from '../margin/risk.ts'
import type { SeatId } from '../number/ids.ts'
import { credit } from '../number/rounding.ts'
import { larger, type Money, NO_MONEY, negated } from '../number/units.ts'
import type { Round } from '../state.ts'
import { closingFee } from './closing-fee.ts'
import { settleCross } from './settle-cross.ts'

/**
 * Closes every cross position of an account in the same tick, the largest requirement first; then what is
 * left of the shared money goes to the insurance fund, or the fund pays what is missing.
 */
export function liquidateCross(decision: Decision, account: Account): readonly PositionLiquidated[] {
  const { round } = decision
  const cause = causeOf(round, account, crossBucket(account))
  const closed = byRequirement(round, crossBucket(account).positions).map((position) =>
    closePosition(decision, position, { seat: account.seat, cause }),
  )
  settleCross(decision, account.seat)
  return closed
}

function byRequirement(round: Round, positions: readonly Position[]): readonly Position[] {
  const weighed = positions.map((position) => ({ position, weight: requirementOf(round, position) }))
  return weighed.sort((a, b) => b.weight.cmp(a.weight)).map(({ position }) => position)
}

/** The bankruptcy price lays all equity of the account on this position, read anew before each close. */
function closePosition(
  decision: Decision,
  position: Position,
  { seat, cause }: { seat: SeatId; cause: LiquidationCause },
): PositionLiquidated {
  const { round } = decision
  const account = known(round.accounts.get(seat), 'a position belongs to an account')
  const price = markOf(round, position.instrument)
  const realizedPnl = credit(unrealizedPnl(position, price))
  const fee = closingFee(round, position, standingOf(round, account, crossBucket(account)).equity)
  const event: PositionLiquidated = {
    type: 'position.liquidated',
    tick: round.tick,
    seat,
    instrument: position.instrument,
    marginMode: 'cross',
    size: position.size,
    price,
    bankruptcyPrice: bankruptcyPriceOf(round, account, position.instrument),
    realizedPnl,
    fee,
    cause,
    postings: postingsOf(seat, realizedPnl, fee),
  }
  decision.emit(event)
  return event
}

function postingsOf(seat: SeatId, realizedPnl: Money, fee: Money): readonly Posting[] {
  const cash = cashOf(seat)
  return [
    ...move(larger(NO_MONEY, realizedPnl), { from: HOUSE, to: cash, for: 'pnl' }),
    ...move(larger(NO_MONEY, negated(realizedPnl)), { from: cash, to: HOUSE, for: 'pnl' }),
    ...move(fee, { from: cash, to: HOUSE, for: 'closing-fee' }),
  ]
}

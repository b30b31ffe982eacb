import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { PositionLiquidated } from '../event.ts'
import { cashOf, HOUSE, move } from '../ledger/post.ts'
import type { Posting } from '../ledger/posting.ts'
import type { Account } from '../margin/account.ts'
import { crossBucket, markOf, requirementOf, standingOf } from '../margin/bucket.ts'
import { causeOf, type LiquidationCause } from '../margin/cause.ts'
import type { Position } from '../margin/position.ts'
import { bankruptcyPriceOf } from '../margin/risk.ts'
import type { SeatId } from '../number/ids.ts'
import { larger, type Money, NO_MONEY, negated, type Quantity, size } from '../number/units.ts'
import { closePart } from '../orders/fill.ts'
import type { Round } from '../state.ts'
import { closingFee } from './closing-fee.ts'
import type { Liquidated } from './deleverage.ts'
import { quantityToClose } from './quantity-to-close.ts'
import { settleCross } from './settle-cross.ts'

/**
 * Closes an account's cross positions by the round's policy, the largest requirement first. All at once,
 * what is left of the shared money goes to the insurance fund; debt without a position is settled under
 * either policy.
 */
export function liquidateCross(decision: Decision, account: Account): Liquidated {
  const { round } = decision
  const cause = causeOf(round, account, crossBucket(account))
  const closed: PositionLiquidated[] = []
  for (const position of byRequirement(round, crossBucket(account).positions)) {
    const part = quantityToClose(round, accountOf(round, account.seat), position)
    if (part.isZero()) break
    closed.push(closePosition(decision, position, { seat: account.seat, cause, part }))
  }
  return {
    closed,
    uncovered: hasToSettle(round, account.seat) ? settleCross(decision, account.seat) : NO_MONEY,
  }
}

/** Money that no position needs any more: all of it at once, debt under either policy. */
function hasToSettle(round: Round, seat: SeatId): boolean {
  const { positions, wallet } = crossBucket(accountOf(round, seat))
  if (positions.length > 0) return false
  return round.config.rules.crossPolicy === 'all-at-once' || wallet.isNegative()
}

const accountOf = (round: Round, seat: SeatId): Account =>
  known(round.accounts.get(seat), 'a position belongs to an account')

function byRequirement(round: Round, positions: readonly Position[]): readonly Position[] {
  const weighed = positions.map((position) => ({ position, weight: requirementOf(round, position) }))
  return weighed.sort((a, b) => b.weight.cmp(a.weight)).map(({ position }) => position)
}

interface Closing {
  readonly seat: SeatId
  readonly cause: LiquidationCause
  readonly part: Quantity
}

/** The bankruptcy price lays all equity of the account on the full position, read anew before each close. */
function closePosition(
  decision: Decision,
  position: Position,
  { seat, cause, part }: Closing,
): PositionLiquidated {
  const { round } = decision
  const account = accountOf(round, seat)
  const price = markOf(round, position.instrument)
  const { pnl, remaining } = closePart(position, part, price)
  const closed = size(position.size.isNegative() ? part.negated() : part)
  const equity = standingOf(round, account, crossBucket(account)).equity
  const fee = closingFee(round, { instrument: position.instrument, size: closed }, equity)
  const event: PositionLiquidated = {
    type: 'position.liquidated',
    tick: round.tick,
    seat,
    instrument: position.instrument,
    marginMode: 'cross',
    size: closed,
    price,
    bankruptcyPrice: bankruptcyPriceOf(round, account, position.instrument),
    realizedPnl: pnl,
    fee,
    after: remaining,
    uncovered: NO_MONEY,
    cause,
    postings: postingsOf(seat, pnl, fee),
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

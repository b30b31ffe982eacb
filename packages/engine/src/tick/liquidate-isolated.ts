import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { PositionLiquidated } from '../event.ts'
import { HOUSE, INSURANCE, move } from '../ledger/post.ts'
import type { Posting } from '../ledger/posting.ts'
import type { Account } from '../margin/account.ts'
import { type Bucket, markOf } from '../margin/bucket.ts'
import { causeOf } from '../margin/cause.ts'
import type { Position } from '../margin/position.ts'
import { marginOf } from '../margin/post.ts'
import { bankruptcyPriceOf } from '../margin/risk.ts'
import type { SeatId } from '../number/ids.ts'
import {
  larger,
  type Money,
  minus,
  NO_MONEY,
  negated,
  plus,
  quantityOf,
  smaller,
  sum,
} from '../number/units.ts'
import { closePart } from '../orders/fill.ts'
import { closingFee } from './closing-fee.ts'
import type { Liquidated } from './deleverage.ts'

/**
 * Takes an isolated position over at its bankruptcy price: its whole margin is gone, the closing fee comes
 * first out of what is left of it, then the insurance fund. Nothing else of the account changes.
 */
export function liquidateIsolated(decision: Decision, account: Account, bucket: Bucket): Liquidated {
  const { round } = decision
  const cause = causeOf(round, account, bucket)
  const closed = bucket.positions.map((position) => {
    const price = markOf(round, position.instrument)
    const { pnl: realizedPnl, remaining } = closePart(position, quantityOf(position.size), price)
    const left = plus(position.margin, realizedPnl)
    const fee = closingFee(round, position, left)
    const shortfall = larger(NO_MONEY, negated(left))
    const covered = smaller(shortfall, known(round.books, 'the whole round keeps its books').insurance)
    const event: PositionLiquidated = {
      type: 'position.liquidated',
      tick: round.tick,
      seat: account.seat,
      instrument: position.instrument,
      marginMode: 'isolated',
      size: position.size,
      price,
      bankruptcyPrice: bankruptcyPriceOf(round, account, position.instrument),
      realizedPnl,
      fee,
      after: remaining,
      uncovered: minus(shortfall, covered),
      cause,
      postings: postingsOf({ seat: account.seat, position, realizedPnl, fee, covered }),
    }
    decision.emit(event)
    return event
  })
  return { closed, uncovered: sum(closed.map(({ uncovered }) => uncovered)) }
}

interface Takeover {
  readonly seat: SeatId
  readonly position: Position
  readonly realizedPnl: Money
  readonly fee: Money
  /** What the insurance fund pays of the loss beyond the margin. */
  readonly covered: Money
}

function postingsOf({ seat, position, realizedPnl, fee, covered }: Takeover): readonly Posting[] {
  const margin = marginOf(seat, position.instrument)
  const left = plus(position.margin, realizedPnl)
  const gain = larger(NO_MONEY, realizedPnl)
  const loss = smaller(position.margin, larger(NO_MONEY, negated(realizedPnl)))
  const surplus = larger(NO_MONEY, minus(left, fee))
  return [
    ...move(gain, { from: HOUSE, to: margin, for: 'pnl' }),
    ...move(loss, { from: margin, to: HOUSE, for: 'pnl' }),
    ...move(fee, { from: margin, to: HOUSE, for: 'closing-fee' }),
    ...move(surplus, { from: margin, to: INSURANCE, for: 'surplus' }),
    ...move(covered, { from: INSURANCE, to: HOUSE, for: 'shortfall' }),
  ]
}

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
import { larger, type Money, minus, NO_MONEY, negated, plus, quantityOf, smaller } from '../number/units.ts'
import { closePart } from '../orders/fill.ts'
import { closingFee } from './closing-fee.ts'

/**
 * Takes an isolated position over at its bankruptcy price: its whole margin is gone, the closing fee comes
 * first out of what is left of it, then the insurance fund. Nothing else of the account changes.
 */
export function liquidateIsolated(
  decision: Decision,
  account: Account,
  bucket: Bucket,
): readonly PositionLiquidated[] {
  const { round } = decision
  const cause = causeOf(round, account, bucket)
  return bucket.positions.map((position) => {
    const price = markOf(round, position.instrument)
    const { pnl: realizedPnl, remaining } = closePart(position, quantityOf(position.size), price)
    const fee = closingFee(round, position, plus(position.margin, realizedPnl))
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
      cause,
      postings: postingsOf(decision, { account, position, realizedPnl, fee }),
    }
    decision.emit(event)
    return event
  })
}

function postingsOf(
  { round }: Decision,
  {
    account,
    position,
    realizedPnl,
    fee,
  }: { account: Account; position: Position; realizedPnl: Money; fee: Money },
): readonly Posting[] {
  const margin = marginOf(account.seat, position.instrument)
  const left = plus(position.margin, realizedPnl)
  const gain = larger(NO_MONEY, realizedPnl)
  const loss = smaller(position.margin, larger(NO_MONEY, negated(realizedPnl)))
  const surplus = larger(NO_MONEY, minus(left, fee))
  const shortfall = larger(NO_MONEY, negated(left))
  const fund = known(round.books, 'the whole round keeps its books').insurance
  return [
    ...move(gain, { from: HOUSE, to: margin, for: 'pnl' }),
    ...move(loss, { from: margin, to: HOUSE, for: 'pnl' }),
    ...move(fee, { from: margin, to: HOUSE, for: 'closing-fee' }),
    ...move(surplus, { from: margin, to: INSURANCE, for: 'surplus' }),
    ...move(smaller(shortfall, fund), { from: INSURANCE, to: HOUSE, for: 'shortfall' }),
  ]
}

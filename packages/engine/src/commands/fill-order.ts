import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import { HOUSE, INSURANCE, move } from '../ledger/post.ts'
import { minus, smaller } from '../number/units.ts'
import { reducible } from '../orders/book-order.ts'
import type { Fill } from '../orders/fill.ts'
import type { Order } from '../orders/order.ts'

/** Books a fill that nothing may refuse any more, and clears away what it leaves without purpose. */
export function fillOrder(decision: Decision, order: Order, { uncovered, ...fill }: Fill): void {
  const { round } = decision
  decision.emit({ type: 'order.filled', tick: round.tick, seat: order.seat, order: order.id, ...fill })
  if (uncovered.gt(0)) {
    const { insurance } = known(round.books, 'the whole round keeps its books')
    const covered = smaller(uncovered, insurance)
    decision.emit({
      type: 'bucket.settled',
      tick: round.tick,
      seat: order.seat,
      bucket: 'isolated',
      uncovered: minus(uncovered, covered),
      postings: move(covered, { from: INSURANCE, to: HOUSE, for: 'shortfall' }),
    })
  }
  cancelIdle(decision, order)
}

/** A reduce-only order without anything to reduce would surprise its owner later. */
export function cancelIdle(
  decision: Decision,
  { seat, instrument }: Pick<Order, 'seat' | 'instrument'>,
): void {
  const account = known(decision.round.accounts.get(seat), 'a fill has an account')
  for (const order of account.orders.values()) {
    if (order.instrument !== instrument || !order.reduceOnly || reducible(account, order).gt(0)) continue
    decision.emit({ type: 'order.cancelled', seat, order: order.id, reason: 'nothing_to_reduce' })
  }
}

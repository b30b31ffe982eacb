import { checkFreeMargin } from '../commands/check-order.ts'
import { fillOrder } from '../commands/fill-order.ts'
import type { Decision } from '../decision.ts'
import type { Account } from '../margin/account.ts'
import { markOf } from '../margin/bucket.ts'
import { fillOf, onlyReduces, waitingTerms } from '../orders/book-order.ts'
import { type Fill, withFill } from '../orders/fill.ts'
import type { CancelReason, Order } from '../orders/order.ts'
import { isDue } from '../orders/trigger.ts'
import { cancelOrder } from './cancel.ts'

/** Fills every waiting order that the new marks reach, by seat and then by placement. */
export function triggerOrders(decision: Decision): void {
  const { round } = decision
  for (const account of [...round.accounts.values()]) {
    for (const order of account.orders.values()) {
      if (isDue(order, markOf(round, order.instrument))) trigger(decision, order)
    }
  }
}

/** What no longer fits is cancelled with the reason; what an earlier fill has cancelled is passed over. */
function trigger(decision: Decision, order: Order): void {
  const account = decision.round.accounts.get(order.seat)
  if (!account?.orders.has(order.id)) return
  const fitting = fitFill(decision, account, order)
  if (typeof fitting === 'string') cancelOrder(decision, order, fitting)
  else fillOrder(decision, order, fitting)
}

/** The fill of a waiting order as if it did not wait any more, or the reason why it cannot be. */
function fitFill({ round }: Decision, account: Account, order: Order): Fill | CancelReason {
  const orders = new Map(account.orders)
  orders.delete(order.id)
  const freed = { ...account, orders }
  const fill = fillOf({ market: round, account: freed }, order, waitingTerms(round, order))
  if (!fill) return 'nothing_to_reduce'
  if (onlyReduces(account, order)) return fill
  return checkFreeMargin(round, withFill(freed, fill, round.tick)) ? 'margin_insufficient' : fill
}

import { checkFreeMargin, checkTier } from '../commands/check-order.ts'
import { fillOrder } from '../commands/fill-order.ts'
import type { Decision } from '../decision.ts'
import type { Account } from '../margin/account.ts'
import { instrumentOf } from '../margin/bucket.ts'
import { fillOf, onlyReduces, waitingTerms } from '../orders/book-order.ts'
import { type Fill, withFill } from '../orders/fill.ts'
import { isTooThin, priceMet } from '../orders/fill-price.ts'
import type { CancelReason, Order } from '../orders/order.ts'
import { isTooLarge } from '../orders/request.ts'
import { isDue } from '../orders/trigger.ts'
import type { Round } from '../state.ts'
import { cancelOrder } from './cancel.ts'

/** Fills every waiting order that the new marks reach, by seat and then by placement. */
export function triggerOrders(decision: Decision): void {
  const { round } = decision
  for (const account of [...round.accounts.values()]) {
    for (const order of account.orders.values()) {
      if (isDue(order, priceMet(round, order))) trigger(decision, order)
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
  const fill = fillOf({ market: round, account: freed }, order, waitingTerms)
  if (!fill) return 'nothing_to_reduce'
  return onlyReduces(account, order) ? fill : (misfit(round, freed, { order, fill }) ?? fill)
}

/** What enlarges a position must still fit instrument, tier and account: other orders may have filled. */
function misfit(
  round: Round,
  freed: Account,
  { order, fill }: { order: Order; fill: Fill },
): CancelReason | null {
  const { size: after } = fill.after
  if (isTooLarge(after, instrumentOf(round, order.instrument))) return 'quantity_above_max'
  if (isTooThin(round, order, fill.quantity)) return 'market_too_thin'
  if (checkTier(round, freed, { order, after, at: fill.price })) return 'leverage_above_tier'
  return checkFreeMargin(round, withFill(freed, fill, round.tick)) ? 'margin_insufficient' : null
}

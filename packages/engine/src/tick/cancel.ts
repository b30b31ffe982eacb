import type { Decision } from '../decision.ts'
import type { Account } from '../margin/account.ts'
import type { CancelReason, Order } from '../orders/order.ts'

/** Takes an order out of the book, saying why. */
export const cancelOrder = (decision: Decision, order: Order, reason: CancelReason): void =>
  decision.emit({ type: 'order.cancelled', seat: order.seat, order: order.id, reason })

/** Takes those of an account's orders out of the book that the choice names. */
export function cancelOrders(
  decision: Decision,
  account: Account,
  { reason, choose }: { reason: CancelReason; choose: (order: Order) => boolean },
): void {
  for (const order of account.orders.values()) if (choose(order)) cancelOrder(decision, order, reason)
}

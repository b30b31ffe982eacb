import type { CancelOrder } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Outcome } from '../outcome.ts'
import { rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { checkSeat } from './check-trader.ts'

/** Takes an open order back. */
export function cancelOrder(round: Round, { seat, order }: CancelOrder): Outcome {
  const account = checkSeat(round, seat)
  if ('reason' in account) return reject(account)
  if (!account.orders.has(order)) return reject(rejection('order_unknown'))

  const decision = new Decision(round)
  decision.emit({ type: 'order.cancelled', seat, order, reason: 'asked' })
  return decision.accept()
}

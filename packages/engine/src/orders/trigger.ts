import type { Price } from '../number/units.ts'
import type { OrderRequest } from './order.ts'

/**
 * Whether a mark fills an order: a limit at its price or better, a stop once the market has gone against its
 * side, a take-profit once it has gone with it. A market order is always due.
 */
export function isDue(order: OrderRequest, mark: Price): boolean {
  const buys = order.side === 'buy'
  if (order.limitPrice) return buys ? mark.lte(order.limitPrice) : mark.gte(order.limitPrice)
  if (!order.triggerPrice) return true
  const rising = order.type === 'stop' ? buys : !buys
  return rising ? mark.gte(order.triggerPrice) : mark.lte(order.triggerPrice)
}

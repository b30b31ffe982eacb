import { known } from '../assert.ts'
import type { Account } from '../margin/account.ts'
import { instrumentOf, standingOf } from '../margin/bucket.ts'
import { initialMargin, requirement } from '../margin/requirement.ts'
import { bucketOf, spendableMargin } from '../margin/risk.ts'
import { type InstrumentId, type OrderId, orderId, type SeatId } from '../number/ids.ts'
import { minus, negated, notionalOf, type Price, type Size, size } from '../number/units.ts'
import { fillOf, onlyReduces, reducible, takerTerms } from '../orders/book-order.ts'
import { type Fill, withFill } from '../orders/fill.ts'
import { isTooThin, priceMet } from '../orders/fill-price.ts'
import { type Order, type OrderRequest, signOf } from '../orders/order.ts'
import { checkRequest } from '../orders/request.ts'
import { waitingPrice } from '../orders/reserve.ts'
import { isDue } from '../orders/trigger.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { checkTrader } from './check-trader.ts'

/** How many orders of one account may wait at once. */
export const ORDERS_MAX = 50

/** What the round would do with an order now: refuse it, fill it at once, or let it wait. */
export type OrderPlan =
  | { readonly do: 'reject'; readonly rejection: Rejection }
  | { readonly do: 'fill'; readonly order: Order; readonly fill: Fill; readonly account: Account }
  | { readonly do: 'wait'; readonly order: Order; readonly account: Account }

/**
 * Why the round would not take an order, or null. The ticket, the slider and the handler ask the same
 * function.
 */
export function checkOrder(round: Round, seat: SeatId, request: OrderRequest): Rejection | null {
  const plan = planOrder(round, seat, request)
  return plan.do === 'reject' ? plan.rejection : null
}

/** What the round would do with an order now, and the account after it. Changes nothing. */
export function planOrder(round: Round, seat: SeatId, request: OrderRequest): OrderPlan {
  const trader = checkTrader(round, seat, request.instrument)
  if ('reason' in trader) return no(trader)
  const { account, instrument } = trader
  const enlarges = !onlyReduces(account, request)
  const broken = checkRequest(request, instrument, enlarges ? sizeAfter(account, request) : size(0))
  if (broken) return no(broken)

  const due = isDue(request, priceMet(round, request))
  if (due && request.triggerPrice) return no(rejection('trigger_already_met'))
  if (!due && account.orders.size >= ORDERS_MAX) {
    return no(rejection('orders_too_many', { limit: String(ORDERS_MAX) }))
  }
  if (request.reduceOnly && reducible(account, request).isZero()) return no(rejection('nothing_to_reduce'))

  const order: Order = { ...request, id: nextOrderId(account), seat, placedAtTick: round.tick }
  const plan = due ? planFillNow(round, account, order) : planWait(account, order)
  const refused = enlarges ? checkEnlarged(round, account, plan) : null
  return refused ? no(refused) : plan
}

type Allowed = Exclude<OrderPlan, { do: 'reject' }>

const no = (why: Rejection): OrderPlan => ({ do: 'reject', rejection: why })

const nextOrderId = (account: Account): OrderId => orderId(`${account.seat}-o${account.ordersPlaced + 1}`)

function planFillNow(round: Round, account: Account, order: Order): Allowed {
  const fill = fillOf({ market: round, account }, order, takerTerms)
  const booked = known(fill, 'an order that passed its checks has something to trade')
  return { do: 'fill', order, fill: booked, account: withFill(account, booked, round.tick) }
}

const planWait = (account: Account, order: Order): Allowed => ({
  do: 'wait',
  order,
  account: { ...account, orders: new Map(account.orders).set(order.id, order) },
})

/** What enlarges a position must fit the tier and the account. */
function checkEnlarged(round: Round, before: Account, plan: Allowed): Rejection | null {
  const { account, order } = plan
  const at = plan.do === 'fill' ? plan.fill.price : waitingPrice(order)
  if (plan.do === 'fill' && isTooThin(round, order, plan.fill.quantity)) return rejection('market_too_thin')
  const tier = checkTier(round, account, { order, after: sizeAfter(before, order), at })
  const poor = tier ?? checkFreeMargin(round, account)
  return poor ?? (plan.do === 'fill' ? checkBacking(round, account, order.instrument) : null)
}

/** An isolated position that has lost may be asked for more than what an enlargement brings along. */
function checkBacking(round: Round, after: Account, id: InstrumentId): Rejection | null {
  const held = after.positions.get(id)
  if (held?.marginMode !== 'isolated') return null
  const { equity, requirement: required } = standingOf(round, after, bucketOf(after, held))
  return equity.lt(required) ? rejection('margin_insufficient', { shortfall: minus(required, equity) }) : null
}

/** The position that the whole of an order leaves. */
const sizeAfter = (account: Account, order: OrderRequest): Size => {
  const held = account.positions.get(order.instrument)?.size ?? size(0)
  return size(held.plus(order.quantity.times(signOf(order.side))))
}

/**
 * Initial margin is never less than the requirement, so that nothing is liquidatable the moment it is opened.
 */
export function checkTier(
  round: Round,
  account: Account,
  { order, after, at }: { order: Pick<Order, 'instrument'>; after: Size; at: Price },
): Rejection | null {
  const setting = known(
    account.settings.get(order.instrument),
    'an account has a setting for every instrument',
  )
  const instrument = instrumentOf(round, order.instrument)
  const notional = notionalOf(after, at)
  const required = requirement(instrument, notional, round.config.rules.closingFeeRate)
  if (initialMargin(notional, setting.leverage).gte(required)) return null
  return rejection('leverage_above_tier', { limit: notional.div(required).toFixed(2, 1) })
}

/** After the change, everything that is reserved must be covered. */
export function checkFreeMargin(round: Round, after: Account): Rejection | null {
  const free = spendableMargin(round, after)
  return free.isNegative() ? rejection('margin_insufficient', { shortfall: negated(free) }) : null
}

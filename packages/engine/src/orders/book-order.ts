import type { Account } from '../margin/account.ts'
import { crossBucket, type Market, markOf, standingOf } from '../margin/bucket.ts'
import {
  larger,
  type Money,
  minus,
  money,
  NO_MONEY,
  type Price,
  type Quantity,
  quantity,
  quantityOf,
  type Rate,
  smaller,
} from '../number/units.ts'
import { type Fill, planFill } from './fill.ts'
import { fillPrice } from './fill-price.ts'
import { type OrderRequest, signOf } from './order.ts'

/** At which price an order fills and what share of the notional it pays. */
export interface Terms {
  readonly price: Price
  readonly feeRate: Rate
}

/** The terms of an order for so many units. */
export type TermsOf = (market: Market, order: OrderRequest, units: Quantity) => Terms

/** What fills at once pays the taker's rate. */
export const takerTerms: TermsOf = (market, order, units) => ({
  price: fillPrice(market, order, units),
  feeRate: market.config.rules.takerFeeRate,
})

/**
 * A limit order that waited fills at its own price and pays the maker's rate; a triggered order takes the
 * mark.
 */
export const waitingTerms: TermsOf = (market, order, units) =>
  order.limitPrice
    ? { price: order.limitPrice, feeRate: market.config.rules.makerFeeRate }
    : takerTerms(market, order, units)

/** The account a fill is worked out for, and the marks and rules around it. */
export interface Trader {
  readonly market: Market
  readonly account: Account
}

/** The fill of an order: a reduce-only order is cut to what is held. Null when nothing is left to trade. */
export function fillOf({ market, account }: Trader, order: OrderRequest, termsOf: TermsOf): Fill | null {
  const units = order.reduceOnly ? reducible(account, order) : order.quantity
  if (units.isZero()) return null
  const terms = termsOf(market, order, units)
  return planFill(account, {
    instrument: order.instrument,
    side: order.side,
    quantity: units,
    ...terms,
    feeMax: minus(standingOf(market, account, crossBucket(account)).equity, lostOnFill(market, order, terms)),
  })
}

/** What a price worse than the mark takes for every unit, before any fee: only where trades move prices. */
function lostOnFill(market: Market, { instrument, side, quantity }: OrderRequest, { price }: Terms): Money {
  if (!market.impacts?.has(instrument)) return NO_MONEY
  const worse = minus(price, markOf(market, instrument)).times(signOf(side))
  return larger(NO_MONEY, money(worse.times(quantity)))
}

/** Units that a reduce-only order can close now. */
export function reducible(account: Account, order: OrderRequest): Quantity {
  const held = account.positions.get(order.instrument)
  if (!held || held.size.isNegative() !== (order.side === 'buy')) return quantity(0)
  return smaller(order.quantity, quantityOf(held.size))
}

/** Whether the whole order closes what is held, so that it can only make the account safer. */
export const onlyReduces = (account: Account, order: OrderRequest): boolean =>
  order.reduceOnly || reducible(account, order).gte(order.quantity)

import type { Instrument } from '../market/instrument.ts'
import { isMultiple } from '../number/rounding.ts'
import type { Price, Size } from '../number/units.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { OrderRequest } from './order.ts'

/**
 * What is wrong with an order's own figures; `after` is the position it would enlarge to, nothing where it
 * only reduces.
 */
export function checkRequest(order: OrderRequest, instrument: Instrument, after: Size): Rejection | null {
  const { quantity } = order
  if (quantity.lte(0)) return rejection('quantity_not_positive')
  if (!isMultiple(quantity, instrument.sizeIncrement)) {
    return rejection('quantity_off_increment', { limit: instrument.sizeIncrement.toFixed() })
  }
  if (quantity.gt(instrument.quantityMax) || isTooLarge(after, instrument)) {
    return rejection('quantity_above_max', { limit: instrument.quantityMax.toFixed() })
  }
  return checkPrices(order, instrument)
}

/** Whether a position would be larger than the instrument allows. */
export const isTooLarge = (after: Size, { quantityMax }: Instrument): boolean => after.abs().gt(quantityMax)

function checkPrices(order: OrderRequest, instrument: Instrument): Rejection | null {
  const wanted = order.type === 'limit' ? order.limitPrice : order.triggerPrice
  const unwanted = order.type === 'limit' ? order.triggerPrice : order.limitPrice
  if (order.type !== 'market' && wanted === null) return rejection('price_missing')
  if (unwanted !== null || (order.type === 'market' && wanted !== null)) return rejection('price_unexpected')
  return wanted === null ? null : checkPrice(wanted, instrument)
}

/** What is wrong with a price of an instrument, whoever names it. */
export function checkPrice(price: Price, instrument: Instrument): Rejection | null {
  if (price.lte(0)) return rejection('price_not_positive')
  if (isMultiple(price, instrument.priceIncrement)) return null
  return rejection('price_off_increment', { limit: instrument.priceIncrement.toFixed() })
}

import type { Instrument } from '../market/instrument.ts'
import { isMultiple } from '../number/rounding.ts'
import type { Price } from '../number/units.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { OrderRequest } from './order.ts'

/** What is wrong with an order's own figures, whoever places it. */
export function checkRequest(order: OrderRequest, instrument: Instrument): Rejection | null {
  const { quantity } = order
  if (quantity.lte(0)) return rejection('quantity_not_positive')
  if (!isMultiple(quantity, instrument.sizeIncrement)) {
    return rejection('quantity_off_increment', { limit: instrument.sizeIncrement.toFixed() })
  }
  if (quantity.gt(instrument.quantityMax)) return tooLarge(instrument)
  return checkPrices(order, instrument)
}

/** The order or the position it would make is larger than the instrument allows. */
export const tooLarge = (instrument: Instrument): Rejection =>
  rejection('quantity_above_max', { limit: instrument.quantityMax.toFixed() })

function checkPrices(order: OrderRequest, instrument: Instrument): Rejection | null {
  const wanted = order.type === 'limit' ? order.limitPrice : order.triggerPrice
  const unwanted = order.type === 'limit' ? order.triggerPrice : order.limitPrice
  if (unwanted !== null) return rejection('price_unexpected')
  if (order.type === 'market') return wanted === null ? null : rejection('price_unexpected')
  if (wanted === null) return rejection('price_missing')
  return checkPrice(wanted, instrument)
}

/** What is wrong with a price of an instrument, whoever names it. */
export function checkPrice(price: Price, instrument: Instrument): Rejection | null {
  if (price.lte(0)) return rejection('price_not_positive')
  if (isMultiple(price, instrument.priceIncrement)) return null
  return rejection('price_off_increment', { limit: instrument.priceIncrement.toFixed() })
}

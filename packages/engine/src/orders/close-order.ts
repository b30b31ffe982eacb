import type { Position } from '../margin/position.ts'
import type { Instrument } from '../market/instrument.ts'
import { quantityDown } from '../number/rounding.ts'
import { larger, quantity, quantityOf, type Rate, smaller } from '../number/units.ts'
import type { OrderRequest } from './order.ts'

/** The order that closes a share of a position at the mark, at least one size increment of it. */
export function closeOrder(position: Position, instrument: Instrument, share: Rate): OrderRequest {
  const held = quantityOf(position.size)
  const wanted = quantityDown(quantity(held.times(share)), instrument.sizeIncrement)
  return {
    instrument: instrument.id,
    side: position.size.isNegative() ? 'buy' : 'sell',
    type: 'market',
    quantity: smaller(held, larger(wanted, instrument.sizeIncrement)),
    limitPrice: null,
    triggerPrice: null,
    reduceOnly: true,
  }
}

import { instrumentOf, type Market, markOf } from '../margin/bucket.ts'
import { type InstrumentImpact, within } from '../market/impact/book.ts'
import { displacementOf, type ImpactedTrade, priceFactor, traded } from '../market/impact/impact.ts'
import { volumeOf } from '../market/impact/trade.ts'
import { priceDown, priceUp } from '../number/rounding.ts'
import { type Price, type Quantity, size } from '../number/units.ts'
import { type OrderRequest, signOf } from './order.ts'

/**
 * The price at which so many units bought or sold at once fill on average, simulated dollars per unit: the
 * mark. Where trades move prices, the exact average of what the order moves the price through, from where
 * the trades of this tick have left it, rounded against the player. In a seat's view the trades of others
 * in this tick are not known.
 */
export function fillPrice(market: Market, { instrument, side }: OrderRequest, units: Quantity): Price {
  const told = market.impacts?.get(instrument)
  if (!told) return markOf(market, instrument)
  const raw = told.base.times(
    priceFactor(impactAfter(market, told, { instrument, side, units }).displacement),
  )
  const round = side === 'buy' ? priceUp : priceDown
  return within(round(raw, instrumentOf(market, instrument).priceIncrement), told)
}

/** How far an order may displace a price from where it would be without any trade, a share of that price. */
const DISPLACED_MOST = 0.5

/**
 * Whether so many units bought or sold at once would displace the price too far, and further than it is:
 * the market has no place for them.
 */
export function isTooThin(market: Market, { instrument, side }: OrderRequest, units: Quantity): boolean {
  const told = market.impacts?.get(instrument)
  if (!told) return false
  const after = displacementOf(impactAfter(market, told, { instrument, side, units }).impact)
  return after * signOf(side) > DISPLACED_MOST
}

function impactAfter(
  market: Market,
  told: InstrumentImpact,
  { instrument, side, units }: Pick<OrderRequest, 'instrument' | 'side'> & { readonly units: Quantity },
): ImpactedTrade {
  const impact = market.secret?.books.get(instrument)?.live.impact ?? told.impact
  return traded(impact, volumeOf(market.config, instrument, size(units.times(signOf(side)))))
}

/** The price that decides whether an order is due: what a limit order would fill at, or the mark. */
export const priceMet = (market: Market, order: OrderRequest): Price =>
  order.limitPrice ? fillPrice(market, order, order.quantity) : markOf(market, order.instrument)

import {
  checkOrder,
  closeOrder,
  Decimal,
  equityOf,
  freeMargin,
  type InstrumentId,
  instrumentOf,
  markOf,
  type OrderRequest,
  type Position,
  type Price,
  priceOnIncrement,
  quantity,
  quantityDown,
  quantityOf,
  rate,
  type Side,
  unrealizedPnl,
} from '@cascade/engine'
import type { Sight } from './sight.ts'

/** Free margin that is never used, for the fee and the next tick. */
const SPARE = 0.08
/** How often an order that does not fit is halved before it is given up. */
const HALVINGS = 4

/** What the player has, simulated dollars. */
export const equity = ({ view, account }: Sight): number => equityOf(view, account).toNumber()

/** Gain of a position since its entry, a share of what it cost; negative when it loses. */
export function gainOf({ view }: Sight, position: Position): number {
  const pnl = unrealizedPnl(position, markOf(view, position.instrument))
  return pnl.toNumber() / position.entryCost.abs().toNumber()
}

/** A market order for so many simulated dollars, cut to what the round takes; nothing if it takes none. */
export function enter(
  sight: Sight,
  wish: { readonly instrument: InstrumentId; readonly side: Side; readonly notional: number },
): readonly OrderRequest[] {
  const { view, account } = sight
  const { sizeIncrement, quantityMax } = instrumentOf(view, wish.instrument)
  const leverage = account.settings.get(wish.instrument)?.leverage.toNumber() ?? 1
  const affordable = freeMargin(view, account).toNumber() * leverage * (1 - SPARE)
  const notional = Math.min(wish.notional, affordable)
  if (notional <= 0) return []
  const units = new Decimal(notional).div(markOf(view, wish.instrument))
  const wanted = quantityDown(Decimal.min(units, quantityMax), sizeIncrement)
  return fitted(sight, market(wish.instrument, wish.side, wanted.toFixed()))
}

/** A market order for the same units again. */
export const double = (sight: Sight, position: Position): readonly OrderRequest[] =>
  enter(sight, {
    instrument: position.instrument,
    side: position.size.isNegative() ? 'sell' : 'buy',
    notional: position.size.abs().times(markOf(sight.view, position.instrument)).toNumber(),
  })

/** The order that closes a position. */
export const leave = (sight: Sight, position: Position): readonly OrderRequest[] =>
  allowed(sight, closeOrder(position, instrumentOf(sight.view, position.instrument), rate(1)))

/** A stop, or a take-profit, for the whole position at a distance from the mark, a share of it. */
export function exitAt(
  sight: Sight,
  position: Position,
  { type, distance }: { readonly type: 'stop' | 'take-profit'; readonly distance: number },
): readonly OrderRequest[] {
  const long = !position.size.isNegative()
  const away = (type === 'stop') === long ? 1 - distance : 1 + distance
  return allowed(sight, {
    instrument: position.instrument,
    side: long ? 'sell' : 'buy',
    type,
    quantity: quantityOf(position.size),
    limitPrice: null,
    triggerPrice: onIncrement(sight, position.instrument, away),
    reduceOnly: true,
  })
}

function onIncrement({ view }: Sight, instrument: InstrumentId, factor: number): Price {
  const { priceIncrement } = instrumentOf(view, instrument)
  return priceOnIncrement(markOf(view, instrument).times(factor), priceIncrement)
}

const market = (instrument: InstrumentId, side: Side, units: string): OrderRequest => ({
  instrument,
  side,
  type: 'market',
  quantity: quantity(units),
  limitPrice: null,
  triggerPrice: null,
  reduceOnly: false,
})

/** The order if the round would take it. */
const allowed = ({ view, seat }: Sight, order: OrderRequest): readonly OrderRequest[] =>
  checkOrder(view, seat, order) === null ? [order] : []

/** The order, or a half, a quarter … of it: the largest that the round would take. */
function fitted(sight: Sight, order: OrderRequest): readonly OrderRequest[] {
  const { sizeIncrement } = instrumentOf(sight.view, order.instrument)
  let tried = order
  for (let halved = 0; halved <= HALVINGS && tried.quantity.gt(0); halved += 1) {
    if (allowed(sight, tried).length > 0) return [tried]
    tried = { ...tried, quantity: quantityDown(tried.quantity.div(2), sizeIncrement) }
  }
  return []
}

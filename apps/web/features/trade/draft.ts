import {
  type Account,
  checkOrder,
  Decimal,
  freeMargin,
  type InstrumentId,
  instrumentOf,
  markOf,
  type OrderRequest,
  type Price,
  price,
  priceOnIncrement,
  type Quantity,
  quantity,
  quantityDown,
  type Round,
  rate,
  type SeatId,
  type Side,
} from '@cascade/engine'
import type { Intent } from '@cascade/protocol'

/** The kinds of order that the ticket offers. */
export type TicketType = 'market' | 'limit' | 'stop'

/** How large the order shall be: a share of free margin, or units. */
export type DraftSize =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'units'; readonly units: number }

/** What is in the ticket before it is sent. */
export interface Draft {
  readonly instrument: InstrumentId
  readonly side: Side
  readonly type: TicketType
  readonly size: DraftSize
  /** Null while nothing is typed in. */
  readonly price: number | null
  /** Null for the leverage that is set already. */
  readonly leverage: number | null
}

/** The sizes with one press, shares of free margin. */
export const SHARES = [0.1, 0.25, 0.5, 1] as const

/**
 * A market order fills a moment later, at the mark of then: a full share keeps a hundredth back, so that a
 * small
 * move in between does not refuse it.
 */
const MARKET_SHARE_MAX = 0.99

/** Rounding up may cost a share of all free margin its last increments. */
const STEPS_BACK_MAX = 3

export const firstDraft = (instrument: InstrumentId): Draft => ({
  instrument,
  side: 'buy',
  type: 'market',
  size: { kind: 'share', share: 0.25 },
  price: null,
  leverage: null,
})

/** What the draft asks for: the leverage first if it changes, so that the order meets it. */
export function intentsOf(draft: Draft, order: OrderRequest): readonly Intent[] {
  return [...leverageIntents(draft), { type: 'order.place', order }]
}

/** The change of leverage that the draft holds, or nothing. */
export const leverageIntents = ({ instrument, leverage }: Draft): readonly Intent[] =>
  leverage === null ? [] : [{ type: 'leverage.set', instrument, leverage: rate(leverage) }]

/**
 * The order of a draft against a round that has the draft's leverage already; null while something is
 * missing.
 */
export function orderOf(draft: Draft, round: Round, seat: SeatId): OrderRequest | null {
  const wanted = priceOf(draft, round)
  const account = round.accounts.get(seat)
  if (!wanted || !account) return null
  const order: OrderRequest = {
    instrument: draft.instrument,
    side: draft.side,
    type: draft.type,
    quantity: unitsOf(draft, { round, account, at: wanted }),
    limitPrice: draft.type === 'limit' ? wanted : null,
    triggerPrice: draft.type === 'stop' ? wanted : null,
    reduceOnly: false,
  }
  if (order.quantity.lte(0)) return null
  return draft.size.kind === 'share' ? affordable(order, round, seat) : order
}

/** The price that an order of this draft is reckoned with. */
function priceOf({ type, price: typed, instrument }: Draft, round: Round): Price | null {
  if (type === 'market') return markOf(round, instrument)
  if (typed === null || typed <= 0) return null
  return priceOnIncrement(price(typed), instrumentOf(round, instrument).priceIncrement)
}

interface Reckoning {
  readonly round: Round
  readonly account: Account
  readonly at: Price
}

function unitsOf({ size, type, instrument }: Draft, { round, account, at }: Reckoning): Quantity {
  const { sizeIncrement, quantityMax } = instrumentOf(round, instrument)
  if (size.kind === 'units') return quantityDown(new Decimal(size.units), sizeIncrement)
  const leverage = account.settings.get(instrument)?.leverage ?? rate(1)
  const free = Decimal.max(0, freeMargin(round, account))
  // One unit reserves price / leverage, and pays its fee beside it.
  const perUnit = at.div(leverage).plus(at.times(round.config.rules.takerFeeRate))
  const share = type === 'market' ? Math.min(size.share, MARKET_SHARE_MAX) : size.share
  const units = free.times(share).div(perUnit)
  return quantityDown(Decimal.min(units, quantityMax), sizeIncrement)
}

/**
 * A share is never refused for a rounding: it steps back until the round takes it. Where the order moves
 * the price that it fills at, a share is the most of it that the round takes.
 */
function affordable(order: OrderRequest, round: Round, seat: SeatId): OrderRequest {
  const refusal = checkOrder(round, seat, order)?.reason
  if (round.impacts.size > 0 && (refusal === 'margin_insufficient' || refusal === 'market_too_thin')) {
    return mostTaken(order, round, seat)
  }
  const { sizeIncrement } = instrumentOf(round, order.instrument)
  let tried = order
  for (let step = 0; step < STEPS_BACK_MAX; step += 1) {
    if (checkOrder(round, seat, tried)?.reason !== 'margin_insufficient') return tried
    const smaller = quantity(tried.quantity.minus(sizeIncrement))
    if (smaller.lte(0)) return order
    tried = { ...tried, quantity: smaller }
  }
  return order
}

/** Each step halves what is not known yet: what is left is less than a hundredth of a per cent. */
const HALVINGS = 14

function mostTaken(order: OrderRequest, round: Round, seat: SeatId): OrderRequest {
  const { sizeIncrement } = instrumentOf(round, order.instrument)
  let taken: Quantity | null = null
  let refused: Quantity = order.quantity
  for (let step = 0; step < HALVINGS; step += 1) {
    const tried = quantityDown((taken ?? new Decimal(0)).plus(refused).div(2), sizeIncrement)
    const isTaken = tried.gt(0) && checkOrder(round, seat, { ...order, quantity: tried }) === null
    if (isTaken) taken = tried
    else refused = tried
  }
  return taken ? { ...order, quantity: taken } : order
}

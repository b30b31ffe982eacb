import type { InstrumentId, OrderId, SeatId } from '../number/ids.ts'
import type { Price, Quantity } from '../number/units.ts'

/** Which way an order trades. */
export type Side = 'buy' | 'sell'

/** When an order fills: at once, at a price or better, or when the mark reaches a trigger. */
export type OrderType = 'market' | 'limit' | 'stop' | 'take-profit'

/** What a player asks for: the same value goes into the ticket's preview and into the command. */
export interface OrderRequest {
  readonly instrument: InstrumentId
  readonly side: Side
  readonly type: OrderType
  /** Units of the instrument, a multiple of its size increment. */
  readonly quantity: Quantity
  /** The worst price a limit order accepts; null for the other types. */
  readonly limitPrice: Price | null
  /** The mark at which a stop or take-profit becomes a market order; null for the other types. */
  readonly triggerPrice: Price | null
  /** Only ever makes a position smaller; cut to what is held when it fills. */
  readonly reduceOnly: boolean
}

/** An order that the round has accepted. */
export interface Order extends OrderRequest {
  readonly id: OrderId
  readonly seat: SeatId
  readonly placedAtTick: number
}

/** Why an order left the book unfilled. */
export type CancelReason =
  | 'asked'
  | 'liquidation'
  | 'quantity_above_max'
  | 'leverage_above_tier'
  | 'market_too_thin'
  | 'margin_insufficient'
  | 'nothing_to_reduce'
  | 'round_ended'
  | 'wiped'

/** +1 for a buy, −1 for a sell. */
export const signOf = (side: Side): 1 | -1 => (side === 'buy' ? 1 : -1)

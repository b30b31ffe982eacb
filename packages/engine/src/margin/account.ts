import type { InstrumentId, OrderId, SeatId } from '../number/ids.ts'
import { type Money, NO_MONEY, type Rate } from '../number/units.ts'
import type { Order } from '../orders/order.ts'
import type { MarginMode } from '../round/config.ts'
import type { Position } from './position.ts'

/** How a seat trades one instrument. */
export interface TradeSetting {
  readonly marginMode: MarginMode
  readonly leverage: Rate
}

/** A seat's money, positions and open orders. A change is a new value. */
export interface Account {
  readonly seat: SeatId
  /**
   * Money that is not set aside in isolated margins, simulated dollars. May be negative while cross positions
   * gain.
   */
  readonly cash: Money
  /** One entry for every instrument of the round. */
  readonly settings: ReadonlyMap<InstrumentId, TradeSetting>
  readonly positions: ReadonlyMap<InstrumentId, Position>
  /** Open orders in the order of placement. */
  readonly orders: ReadonlyMap<OrderId, Order>
  /** Profit less loss of everything closed so far, before fees, simulated dollars. */
  readonly realizedPnl: Money
  /** Trading and closing fees paid so far, simulated dollars. */
  readonly feesPaid: Money
  /** How many orders the seat has placed so far; numbers the next one. */
  readonly ordersPlaced: number
  readonly fills: number
  readonly liquidations: number
  /** The tick in which the account lost its last money, or null. */
  readonly wipedAtTick: number | null
}

/** An account in which nothing has happened yet and nothing lies; how each instrument is traded is said. */
export const emptyAccount = (seat: SeatId, settings: Account['settings']): Account => ({
  seat,
  cash: NO_MONEY,
  settings,
  positions: new Map(),
  orders: new Map(),
  realizedPnl: NO_MONEY,
  feesPaid: NO_MONEY,
  ordersPlaced: 0,
  fills: 0,
  liquidations: 0,
  wipedAtTick: null,
})

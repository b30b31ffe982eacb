import type { ShockRequest } from './market/shock.ts'
import type { InstrumentId, OrderId, SeatId } from './number/ids.ts'
import type { Money, Price, Rate } from './number/units.ts'
import type { OrderRequest } from './orders/order.ts'
import type { MarginMode } from './round/config.ts'

/** Names a player's command: the tab that sent it and that tab's count 1, 2, 3 … A retry keeps the name. */
export interface CommandId {
  readonly client: string
  readonly n: number
}

interface SeatCommand {
  readonly seat: SeatId
  /** Null for commands that nobody retries, such as those of automatic players. */
  readonly id: CommandId | null
}

/**
 * Takes a seat and deposits the starting cash. Allowed in the lobby and while the round runs. What the seat
 * is called is kept beside the round.
 */
export interface JoinSeat {
  readonly type: 'seat.join'
  readonly seat: SeatId
  readonly kind: 'human' | 'automatic'
  readonly character: string | null
  /** Digest of the player's word, if the player has one. Counts in the lobby only. */
  readonly wordDigest?: string
}

/** A player's word, revealed: 64 hexadecimal digits that the player drew by chance. */
export interface RevealedWord {
  readonly seat: SeatId
  readonly word: string
}

/** Opens the market. */
export interface StartRound {
  readonly type: 'round.start'
  /** The words that were revealed in time, in any order. Absent where none was. */
  readonly words?: readonly RevealedWord[]
}

/** Rings the bell before the clock does. */
export interface EndRound {
  readonly type: 'round.end'
}

/** Gives the market a push from outside the feed. */
export interface ShockMarket {
  readonly type: 'market.shock'
  readonly shock: ShockRequest
}

/** Shows everybody a headline. */
export interface PublishNews {
  readonly type: 'news.publish'
  readonly headline: string
  /** What prices do after it; null when they go on as they would. */
  readonly shock: ShockRequest | null
}

/** Moves the round on by one tick. */
export interface AdvanceClock {
  readonly type: 'clock.advance'
  /**
   * In a scripted market only, and there always: one mark per instrument, in the order of the configuration,
   * simulated dollars per unit.
   */
  readonly marks?: readonly Price[]
}

/** Places an order; a market order fills at once at the mark. */
export interface PlaceOrder extends SeatCommand {
  readonly type: 'order.place'
  readonly order: OrderRequest
}

/** Takes an open order back. */
export interface CancelOrder extends SeatCommand {
  readonly type: 'order.cancel'
  readonly order: OrderId
}

/** Sets the leverage of one instrument; an open isolated position's margin follows. */
export interface SetLeverage extends SeatCommand {
  readonly type: 'leverage.set'
  readonly instrument: InstrumentId
  readonly leverage: Rate
}

/** Sets the margin mode of one instrument. Refused while it has a position or an order. */
export interface SetMarginMode extends SeatCommand {
  readonly type: 'margin-mode.set'
  readonly instrument: InstrumentId
  readonly marginMode: MarginMode
}

/** Moves money between cash and an isolated position's margin. */
export interface TransferMargin extends SeatCommand {
  readonly type: 'margin.transfer'
  readonly instrument: InstrumentId
  /** Positive adds to the margin, negative takes back, simulated dollars. */
  readonly amount: Money
}

/** What a player may ask for during a round. */
export type PlayerCommand = PlaceOrder | CancelOrder | SetLeverage | SetMarginMode | TransferMargin

/** Everything that can change a round. */
export type Command =
  | JoinSeat
  | StartRound
  | EndRound
  | ShockMarket
  | PublishNews
  | AdvanceClock
  | PlayerCommand

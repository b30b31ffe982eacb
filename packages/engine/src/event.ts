import type { InstrumentGauge } from './cascade/gauge.ts'
import type { CommandId, RevealedWord } from './command.ts'
import type { Posting } from './ledger/posting.ts'
import type { LiquidationCause } from './margin/cause.ts'
import type { MarketEvent } from './market-event.ts'
import type { InstrumentId, OrderId, SeatId } from './number/ids.ts'
import type { Money, Price, Rate, Size } from './number/units.ts'
import type { Booking, PositionChange } from './orders/fill.ts'
import type { CancelReason, Order } from './orders/order.ts'
import type { Rejection } from './rejection.ts'
import type { MarginMode } from './round/config.ts'
import type { Answer } from './round/receipt.ts'
import type { Seat } from './round/seat.ts'
import type { Standing } from './round/standing.ts'

/** Somebody took a seat. Public. */
export interface SeatJoined {
  readonly type: 'seat.joined'
  readonly seat: Seat
}

/** A seat's account was opened with its first deposit. The seat's own. */
export interface AccountOpened {
  readonly type: 'account.opened'
  readonly seat: SeatId
  readonly postings: readonly Posting[]
}

/** The market opened. Public. */
export interface RoundStarted {
  readonly type: 'round.started'
  /** The players' words of which the market's key is made; absent where it is the seed alone. */
  readonly words?: readonly RevealedWord[]
}

/** An order was accepted. The seat's own. */
export interface OrderPlaced {
  readonly type: 'order.placed'
  readonly seat: SeatId
  readonly order: Order
}

/** An order filled, whole. The seat's own. */
export interface OrderFilled extends Booking {
  readonly type: 'order.filled'
  readonly tick: number
  readonly seat: SeatId
  readonly order: OrderId
}

/** A position was closed at the mark by the bell, without a fee. The seat's own. */
export interface PositionSettled extends Omit<OrderFilled, 'type' | 'order'> {
  readonly type: 'position.settled'
}

/** An order left the book unfilled. The seat's own. */
export interface OrderCancelled {
  readonly type: 'order.cancelled'
  readonly seat: SeatId
  readonly order: OrderId
  readonly reason: CancelReason
}

/** An instrument's leverage was set, and an isolated margin moved with it. The seat's own. */
export interface LeverageSet {
  readonly type: 'leverage.set'
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly leverage: Rate
  readonly postings: readonly Posting[]
}

/** An instrument's margin mode was set, and an open position's margin moved with it. The seat's own. */
export interface MarginModeSet {
  readonly type: 'margin-mode.set'
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly marginMode: MarginMode
  readonly postings: readonly Posting[]
}

/** Money was moved between cash and an isolated margin. The seat's own. */
export interface MarginTransferred {
  readonly type: 'margin.transferred'
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly postings: readonly Posting[]
}

/** A position was closed by force. The seat's own. */
export interface PositionLiquidated {
  readonly type: 'position.liquidated'
  readonly tick: number
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly marginMode: MarginMode
  /** What was closed, units with the position's sign. */
  readonly size: Size
  /** The mark at which it was closed, simulated dollars per unit. */
  readonly price: Price
  /** Where the bucket's equity would have been zero; null if that is not a positive price. */
  readonly bankruptcyPrice: Price | null
  readonly realizedPnl: Money
  readonly fee: Money
  /** What is left of the position: nothing, unless the policy closes no more than it must. */
  readonly after: PositionChange
  /** Loss beyond an isolated margin that the insurance fund did not pay either, simulated dollars. */
  readonly uncovered: Money
  readonly cause: LiquidationCause
  readonly postings: readonly Posting[]
}

/** Funding was paid or received for the positions held. The seat's own. */
export interface FundingPaid {
  readonly type: 'funding.paid'
  readonly tick: number
  readonly seat: SeatId
  /** Positive where the seat pays, simulated dollars. */
  readonly payments: readonly { readonly instrument: InstrumentId; readonly amount: Money }[]
  readonly postings: readonly Posting[]
}

/**
 * A bucket without positions was brought to zero: what was left went to the insurance fund, or the fund paid.
 * The seat's own.
 */
export interface BucketSettled {
  readonly type: 'bucket.settled'
  readonly tick: number
  readonly seat: SeatId
  readonly bucket: MarginMode
  /** What the insurance fund did not pay of a debt, simulated dollars. */
  readonly uncovered: Money
  readonly postings: readonly Posting[]
}

/**
 * A winning position was closed at the bankruptcy price of one that was liquidated, without a fee, to cover
 * its loss. The seat's own.
 */
export interface PositionDeleveraged extends Omit<OrderFilled, 'type' | 'order'> {
  readonly type: 'position.deleveraged'
  /** Where the position would have stood otherwise, simulated dollars per unit. */
  readonly mark: Price
}

/** A seat bore its share of what liquidations left uncovered in this tick. The seat's own. */
export interface LossSocialised {
  readonly type: 'loss.socialised'
  readonly tick: number
  readonly seat: SeatId
  /** What the seat paid, simulated dollars. */
  readonly amount: Money
  readonly postings: readonly Posting[]
}

/** Everyone hears that a seat was liquidated, without amounts. Public. */
export interface SeatLiquidated {
  readonly type: 'seat.liquidated'
  readonly tick: number
  readonly seat: SeatId
  readonly bucket: MarginMode
  readonly closed: readonly { readonly instrument: InstrumentId; readonly long: boolean }[]
}

/** An account lost its last money. Public; the postings are the seat's own. */
export interface AccountWiped {
  readonly type: 'account.wiped'
  readonly tick: number
  readonly seat: SeatId
  readonly postings: readonly Posting[]
}

/** The board was made new. Public as far as ranks are shown; a seat always sees its own row. */
export interface StandingsPublished {
  readonly type: 'standings.published'
  readonly tick: number
  readonly rows: readonly Standing[]
  /** The board after the bell, which everyone may see. */
  readonly final: boolean
}

/** How near every instrument is to a cascade. Public; only where trades move prices. */
export interface CascadeGauged {
  readonly type: 'cascade.gauged'
  readonly tick: number
  readonly gauges: readonly InstrumentGauge[]
}

/** The bell: positions were closed at the marks before this, and nothing moves any more. Public. */
export interface RoundEnded {
  readonly type: 'round.ended'
  readonly tick: number
}

/** A named command got its answer; a retry of the same name gets it again. The seat's own. */
export interface CommandAnswered {
  readonly type: 'command.answered'
  readonly seat: SeatId
  readonly id: CommandId
  /** Digest of the command's text: another body under the same name is a conflict. */
  readonly digest: string
  readonly answer: Answer
}

/** A command without a name was rejected; kept so that the replay shows the attempt. The seat's own. */
export interface CommandRejected {
  readonly type: 'command.rejected'
  readonly seat: SeatId
  readonly command: string
  readonly rejection: Rejection
}

/** Everything that can have happened in a round. */
export type RoundEvent =
  | SeatJoined
  | AccountOpened
  | RoundStarted
  | MarketEvent
  | OrderPlaced
  | OrderFilled
  | PositionSettled
  | OrderCancelled
  | LeverageSet
  | MarginModeSet
  | MarginTransferred
  | FundingPaid
  | PositionLiquidated
  | BucketSettled
  | PositionDeleveraged
  | LossSocialised
  | SeatLiquidated
  | AccountWiped
  | StandingsPublished
  | CascadeGauged
  | RoundEnded
  | CommandAnswered
  | CommandRejected

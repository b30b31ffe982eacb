import type {
  CancelReason,
  FillEffect,
  GiveBack,
  InstrumentId,
  MarginMode,
  RejectionReason,
  SeatId,
  Side,
} from '@cascade/engine'

/** One position's part in a bucket's end, in plain numbers. */
export interface Part {
  readonly instrument: InstrumentId
  readonly long: boolean
  readonly quantity: number
  readonly mark: number
  readonly unrealizedPnl: number
  readonly requirement: number
}

/** Why a bucket was liquidated, in plain numbers. */
export interface Cause {
  readonly bucket: MarginMode
  readonly equity: number
  readonly requirement: number
  /** What backed the bucket before its losses: the shared cash or the position's own margin. */
  readonly wallet: number
  /** The largest loss first. */
  readonly parts: readonly Part[]
}

/** What was bought or sold, in plain numbers. */
export interface Traded {
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly side: Side
  readonly quantity: number
  readonly price: number
  readonly effect: FillEffect
  readonly marginMode: MarginMode
  readonly realizedPnl: number
  readonly fee: number
}

/** Funding for one instrument, in plain numbers. */
export interface FundingPayment {
  readonly instrument: InstrumentId
  /** Positive where the seat paid, simulated dollars. */
  readonly amount: number
}

/** The rules' no, in plain numbers. */
export interface Refused {
  readonly reason: RejectionReason
  /** What was missing, simulated dollars; null where money was not the reason. */
  readonly shortfall: number | null
  /** The bound that was broken, a decimal number; null where a bound was not the reason. */
  readonly limit: string | null
}

/** What a shock does, in plain numbers. */
export interface Shocked {
  /** Change of the price at the worst, a share of it. */
  readonly move: number
  /** Market minutes until then. */
  readonly minutes: number
  readonly givenBack: GiveBack
}

/** What can have happened, as plain data that a sentence can be made of. */
export type MomentBody =
  | { readonly kind: 'joined'; readonly seat: SeatId; readonly automatic: boolean }
  | { readonly kind: 'started' }
  | { readonly kind: 'ended' }
  | {
      readonly kind: 'shocked'
      /** Null when it is the whole market. */
      readonly instrument: InstrumentId | null
      /** Null to whoever may not know it yet. */
      readonly shock: Shocked | null
    }
  | { readonly kind: 'news'; readonly headline: string }
  | ({ readonly kind: 'filled' } & Traded)
  | ({ readonly kind: 'settled' } & Traded)
  | {
      readonly kind: 'placed'
      readonly seat: SeatId
      readonly order: string
      readonly instrument: InstrumentId
      readonly side: Side
      readonly orderType: 'market' | 'limit' | 'stop' | 'take-profit'
      readonly quantity: number
      readonly price: number | null
    }
  | {
      readonly kind: 'cancelled'
      readonly seat: SeatId
      readonly order: string
      readonly reason: CancelReason
    }
  | {
      readonly kind: 'leverage'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly leverage: number
    }
  | {
      readonly kind: 'mode'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly marginMode: MarginMode
      /** What moved from cash into the margin of an open position; negative back, 0 without one. */
      readonly moved: number
    }
  | {
      readonly kind: 'margin'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly amount: number
    }
  | {
      readonly kind: 'liquidated'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly long: boolean
      readonly quantity: number
      /** Units that stay open, where the policy closes no more than it must. */
      readonly left: number
      readonly price: number
      readonly marginMode: MarginMode
      readonly realizedPnl: number
      readonly fee: number
      readonly cause: Cause
    }
  /** A winner's position was closed, whole or in part, to cover what a liquidation left unpaid. */
  | ({ readonly kind: 'deleveraged'; readonly long: boolean; readonly mark: number } & Traded)
  | { readonly kind: 'funding'; readonly seat: SeatId; readonly payments: readonly FundingPayment[] }
  /** The seat bore a share of a loss that nobody else could pay. */
  | { readonly kind: 'socialised'; readonly seat: SeatId; readonly amount: number }
  | { readonly kind: 'wiped'; readonly seat: SeatId }
  | ({ readonly kind: 'rejected'; readonly seat: SeatId } & Refused)

/** Something that happened, at a tick. */
export type Moment = MomentBody & { readonly tick: number }

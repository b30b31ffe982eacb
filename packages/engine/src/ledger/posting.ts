import type { InstrumentId, SeatId } from '../number/ids.ts'
import type { Money } from '../number/units.ts'

/** A place where money lies. */
export type Pocket =
  | { readonly kind: 'cash'; readonly seat: SeatId }
  | { readonly kind: 'margin'; readonly seat: SeatId; readonly instrument: InstrumentId }
  | { readonly kind: 'house' }
  | { readonly kind: 'insurance' }
  | { readonly kind: 'deposits' }

/** Money moved from one place to another, simulated dollars. Both sides move by the same rounded amount. */
export interface Posting {
  readonly from: Pocket
  readonly to: Pocket
  /** Never negative. */
  readonly amount: Money
  readonly for: PostingReason
}

/** Why money moved. */
export type PostingReason =
  | 'deposit'
  | 'margin'
  | 'pnl'
  | 'fee'
  | 'funding'
  | 'closing-fee'
  | 'surplus'
  | 'shortfall'
  | 'wipe'
  | 'socialised-loss'

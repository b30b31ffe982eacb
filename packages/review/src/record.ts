import type { Frame, Opening } from '@cascade/engine'

/** A recorded round: how it opened and everything that could change it, tick by tick. */
export interface RoundRecord {
  readonly opening: Opening
  readonly frames: readonly Frame[]
  /** What was published before anybody joined; absent or null where nothing was. */
  readonly commitment?: string | null
  /** What this reader was shown before the round and has kept, if so. */
  readonly commitmentSeen?: string | null
}

/** Why a record cannot be told: it names the first frame at which it stops being true. */
export type RecordProblem =
  | { readonly kind: 'empty' }
  /** The frames do not follow one another. */
  | { readonly kind: 'gap'; readonly frame: number }
  /** Seed and configuration are not the ones that were committed to before the round. */
  | { readonly kind: 'uncommitted'; readonly published: string; readonly found: string }
  /** The record names another commitment than the reader was shown before the round. */
  | { readonly kind: 'recommitted'; readonly seen: string; readonly published: string | null }
  /** The prices are not those that were bound before the round: the first tick that differs, null for all. */
  | { readonly kind: 'unscripted'; readonly tick: number | null }
  /** The re-run arrives at another fingerprint than the record holds; `tick` is the market's clock. */
  | {
      readonly kind: 'differs'
      readonly frame: number
      readonly tick: number
      readonly recorded: string
      readonly found: string
    }
  /** The record cannot be run at all. */
  | { readonly kind: 'broken'; readonly frame: number; readonly message: string }
  /** The re-run with one seat alone met other marks: a market that reacts to orders has no exact twin. */
  | { readonly kind: 'market_reacts'; readonly tick: number }
  | { readonly kind: 'seat_unknown' }

/** What a review gives: the value, or why there is none. */
export type Reviewed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: RecordProblem }

/** A review that succeeded. */
export const told = <T>(value: T): Reviewed<T> => ({ ok: true, value })

/** A review that could not be made. */
export const untold = (problem: RecordProblem): { readonly ok: false; readonly problem: RecordProblem } => ({
  ok: false,
  problem,
})

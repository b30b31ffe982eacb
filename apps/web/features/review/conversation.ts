import type { CascadeReport, SeatId } from '@cascade/engine'
import type {
  AccountLens,
  Cascade,
  EventRow,
  KeptWord,
  OtherMode,
  RecordProblem,
  ResultRow,
  Reviewed,
  Timeline,
  WordsTold,
} from '@cascade/review'

/** What this browser has kept of a round since before it began. */
export interface Kept {
  readonly commitmentSeen: string | null
  readonly ownWord: KeptWord | null
}

/** What the page asks of the thread that re-runs the round. */
export type Question =
  /** The record as it came from the server, not yet believed. */
  | ({ readonly kind: 'read'; readonly record: unknown } & Kept)
  | { readonly kind: 'account'; readonly seat: SeatId }
  /** Everything that goes into tables after class. */
  | { readonly kind: 'tables' }
  /** What this browser makes of so many ticks of the market that every machine knows. */
  | { readonly kind: 'market'; readonly ticks: number }

/** One row of the final board. */
export interface FinalRow {
  readonly seat: SeatId
  readonly automatic: boolean
  /** Which automatic player sat here; null for a person. */
  readonly character: string | null
  readonly rank: number
  readonly equity: number
  readonly liquidations: number
  readonly wipedAtTick: number | null
}

/** What the seed shown after the bell was compared with, and agreed with. */
export interface Fairness {
  readonly seed: string
  /** What the server says it published; null when nothing was published for this round. */
  readonly commitment: string | null
  /** Whether this browser was shown the same while the round was open. */
  readonly seen: boolean
  /** The players' part in the market's key. */
  readonly words: WordsTold
  /** Whether the host brought the prices, and every one was compared with what was fixed. */
  readonly ownPrices: boolean
}

/** The round as a whole. */
export interface Overview {
  readonly timeline: Timeline
  readonly cascades: readonly Cascade[]
  /** Which liquidations brought others about; null where trades move no price. */
  readonly contagion: CascadeReport | null
  readonly rows: readonly FinalRow[]
  readonly sizeIncrements: readonly (readonly [string, number])[]
  readonly startingCash: number
  readonly frames: number
  readonly fingerprint: string
  readonly fairness: Fairness
}

/** One account of the round, and what the other margin mode would have made of it. */
export interface AccountReview {
  readonly seat: SeatId
  readonly lens: Reviewed<AccountLens>
  readonly otherMode: Reviewed<OtherMode>
}

/** A round as rows, to be taken away. */
export interface Tables {
  readonly results: readonly ResultRow[]
  readonly events: readonly EventRow[]
}

/** What the thread answers. */
export type Answer =
  | { readonly kind: 'overview'; readonly overview: Overview }
  | { readonly kind: 'untrue'; readonly problem: RecordProblem }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }
  | { readonly kind: 'account'; readonly review: AccountReview }
  | { readonly kind: 'tables'; readonly tables: Tables }
  | { readonly kind: 'market'; readonly digest: string }

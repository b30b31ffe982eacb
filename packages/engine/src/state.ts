import type { InstrumentGauge } from './cascade/gauge.ts'
import type { Books } from './ledger/books.ts'
import type { Account } from './margin/account.ts'
import type { FeedState } from './market/feed.ts'
import type { ImpactBook, InstrumentImpact } from './market/impact/book.ts'
import type { News } from './market/news.ts'
import type { Shock } from './market/shock.ts'
import type { InstrumentId, SeatId } from './number/ids.ts'
import type { Price } from './number/units.ts'
import type { Seed } from './random/seed.ts'
import type { RoundConfig } from './round/config.ts'
import type { Receipts } from './round/receipt.ts'
import type { Seat } from './round/seat.ts'
import type { Standing } from './round/standing.ts'

/** Where a round stands in its life. */
export type Phase = 'lobby' | 'running' | 'ended'

/** What nobody may see before the bell. */
export interface Secret {
  readonly seed: Seed
  /** What the feed draws from: the seed, or from the start on what seed and players' words make together. */
  readonly key: Seed
  readonly feed: FeedState
  /** How trades move each instrument; empty where they do not. */
  readonly books: ReadonlyMap<InstrumentId, ImpactBook>
}

/**
 * A round, or what one seat may know of it. The containers belong to the round's one owner and change only in
 * `evolve`; the values inside them are replaced whole.
 */
export interface Round {
  readonly config: RoundConfig
  phase: Phase
  /** Ticks since the market opened; 0 before the first. */
  tick: number
  readonly marks: Map<InstrumentId, Price>
  /** What trades did to each mark; empty where they do nothing. */
  readonly impacts: Map<InstrumentId, InstrumentImpact>
  readonly seats: Map<SeatId, Seat>
  /** In a seat's view: only its own. */
  readonly accounts: Map<SeatId, Account>
  /** In a seat's view: only its own. Keyed by seat and tab. */
  readonly receipts: Map<string, Receipts>
  standings: readonly Standing[]
  /** How near each instrument is to a cascade, as it was last told; empty where trades move no price. */
  gauges: readonly InstrumentGauge[]
  /** Every shock so far, the oldest first; in a seat's view without what it does to prices. */
  shocks: readonly Shock[]
  /** Every headline so far, the oldest first. */
  news: readonly News[]
  /** Null in a seat's view. */
  books: Books | null
  /** Null in a seat's view. */
  secret: Secret | null
  /** Hash over every event so far, hexadecimal; null in a seat's view. */
  fingerprint: string | null
}

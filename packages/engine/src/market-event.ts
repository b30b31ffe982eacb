import type { FeedState } from './market/feed.ts'
import type { ImpactSecret, InstrumentImpact } from './market/impact/book.ts'
import type { News } from './market/news.ts'
import type { Shock } from './market/shock.ts'
import type { Price } from './number/units.ts'

/** Prices moved by one tick. Public, but for the feed's hidden state. */
export interface MarketMoved {
  readonly type: 'market.moved'
  readonly tick: number
  /** One mark per instrument, in the order of the configuration, simulated dollars per unit. */
  readonly marks: readonly Price[]
  /** Traded volume per instrument, units, for the chart only. */
  readonly volumes: readonly number[]
  /** The feed after this tick; null in a seat's view. */
  readonly feed: FeedState | null
  /** Where trades move prices: what they did, in the order of the configuration. */
  readonly impacts?: readonly InstrumentImpact[]
  /** Where trades move prices: what would have been without; null in a seat's view. */
  readonly paths?: readonly ImpactSecret[] | null
}

/** The host gave the market a push. Public, but for what it does to prices. */
export interface MarketShocked extends Shock {
  readonly type: 'market.shocked'
}

/** The host showed a headline. Public. */
export interface NewsPublished extends News {
  readonly type: 'news.published'
}

/** Something that happened to the market, and to no seat in it. */
export type MarketEvent = MarketMoved | MarketShocked | NewsPublished

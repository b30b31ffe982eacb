import type { News } from './market/news.ts'
import type { Shock } from './market/shock.ts'

/** The market got a push from outside its feed. Public, but for what it does to prices. */
export interface MarketShocked extends Shock {
  readonly type: 'market.shocked'
}

/** A headline was shown. Public. */
export interface NewsPublished extends News {
  readonly type: 'news.published'
}

/** What the host did to a running market. */
export type HostEvent = MarketShocked | NewsPublished

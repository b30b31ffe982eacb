import { canonical, chain } from './canonical.ts'
import { openFeed } from './market/feed.ts'
import { openBooks } from './market/impact/open-books.ts'
import { openingImpact } from './market/impact/setting.ts'
import type { Script } from './market/script.ts'
import { NO_MONEY, negated } from './number/units.ts'
import type { Seed } from './random/seed.ts'
import type { RoundConfig } from './round/config.ts'
import type { Round } from './state.ts'
import { RULES_VERSION } from './version.ts'

/** What a round begins with and is replayed from. */
export interface Opening {
  readonly config: RoundConfig
  readonly seed: Seed
  /** The marks that the round is bound to, where its configuration holds their digest. */
  readonly script?: Script
}

/** A round in its lobby: nobody sits, prices stand at their openings, the insurance fund is paid in. */
export function openRound(config: RoundConfig, seed: Seed): Round {
  const fund = config.rules.insuranceFund
  const moving = config.market.impact ? config.instruments : []
  return {
    config,
    phase: 'lobby',
    tick: 0,
    marks: new Map(config.instruments.map(({ id, openingPrice }) => [id, openingPrice])),
    impacts: new Map(moving.map((instrument) => [instrument.id, openingImpact(config, instrument)])),
    seats: new Map(),
    accounts: new Map(),
    receipts: new Map(),
    standings: [],
    shocks: [],
    news: [],
    gauges: [],
    books: { house: NO_MONEY, insurance: fund, deposits: negated(fund) },
    secret: { seed, key: seed, feed: openFeed(config, seed), books: openBooks(config, seed) },
    fingerprint: chain(RULES_VERSION, canonical({ config, seed })),
  }
}

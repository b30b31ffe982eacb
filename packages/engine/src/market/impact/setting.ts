import { known } from '../../assert.ts'
import { Decimal } from '../../number/decimal.ts'
import { priceOnIncrement } from '../../number/rounding.ts'
import { larger, price } from '../../number/units.ts'
import type { Seed } from '../../random/seed.ts'
import { CLASS_CHARACTERS } from '../class-character.ts'
import type { Instrument } from '../instrument.ts'
import { usualMinute } from '../models/usual-volatility.ts'
import { scenarioOf } from '../scenarios.ts'
import type { ImpactBook, ImpactSetting, InstrumentImpact } from './book.ts'
import { NO_GHOSTS, openGhosts } from './ghosts.ts'
import { NO_IMPACT } from './impact.ts'
import type { ImpactRule } from './rule.ts'
import { ghostInterest } from './usual-depth.ts'

/** The part of a round's configuration that decides how trades move an instrument. */
export interface ImpactConfig {
  readonly market: { readonly scenario: string; readonly volatility: number; readonly impact?: ImpactRule }
}

/** What does not change about an instrument in a round whose prices move with its trades. */
export function impactSetting({ market }: ImpactConfig, instrument: Instrument): ImpactSetting {
  const { priceIncrement } = instrument
  const rule = known(market.impact, 'trades move prices in this round')
  return {
    rule,
    sigma: usualSigma(market, instrument) * Math.sqrt(5),
    interest: ghostInterest(rule, instrument),
    band: CLASS_CHARACTERS[instrument.class].band,
    toPrice: (raw) => larger(price(priceIncrement), priceOnIncrement(new Decimal(raw), priceIncrement)),
  }
}

/** Volatility of a usual minute of an instrument. */
function usualSigma({ scenario, volatility }: ImpactConfig['market'], instrument: Instrument): number {
  const played = known(scenarioOf(scenario), 'a round plays a scenario that exists')
  return CLASS_CHARACTERS[instrument.class].volatility * usualMinute({ scenario: played, volatility })
}

/**
 * The book of an instrument in which nobody has traded yet, with the ghosts as if they had always been
 * there.
 */
export function openBook(config: ImpactConfig, instrument: Instrument, seed: Seed): ImpactBook {
  const path = { impact: NO_IMPACT, recent: 0, from: instrument.openingPrice.toNumber() }
  const hasGhosts = impactSetting(config, instrument).rule.openInterest > 0
  const sigma = usualSigma(config.market, instrument)
  const ghosts = hasGhosts ? openGhosts(instrument, seed, sigma) : NO_GHOSTS
  return { live: path, calm: path, waiting: 0, ghosts }
}

/** What is known of an instrument's impact before the first tick. */
export function openingImpact(config: ImpactConfig, instrument: Instrument): InstrumentImpact {
  const { band, toPrice } = impactSetting(config, instrument)
  const opening = instrument.openingPrice.toNumber()
  return {
    base: instrument.openingPrice,
    impact: NO_IMPACT,
    low: toPrice(opening * (1 - band)),
    high: toPrice(opening * (1 + band)),
    sold: 0,
    waiting: 0,
    ghosts: { longsLiquidated: [], shortsLiquidated: [], renewed: [] },
  }
}

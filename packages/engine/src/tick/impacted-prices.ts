import { known } from '../assert.ts'
import { feedDepths } from '../market/feed.ts'
import { type ImpactStep, stepImpact } from '../market/impact/book.ts'
import { impactSetting } from '../market/impact/setting.ts'
import type { MarketMoved } from '../market-event.ts'
import type { Price } from '../number/units.ts'
import type { Round, Secret } from '../state.ts'

/** The marks of a tick, and what trades had to do with them where they move prices. */
export type Moved = Pick<MarketMoved, 'marks' | 'impacts' | 'paths'>

/** Lets trades act on the prices that the feed would have without them, in the order of the configuration. */
export function impactedPrices(round: Round, secret: Secret, bases: readonly Price[]): Moved {
  if (!round.config.market.impact) return { marks: bases }
  const tick = round.tick + 1
  const depths = feedDepths(round.config, secret.key, tick)
  const minutes = round.config.clock.marketMinutesPerTick
  const steps: ImpactStep[] = round.config.instruments.map((instrument, index) => {
    const book = known(secret.books.get(instrument.id), 'every instrument has its book')
    const base = known(bases[index], 'every instrument has a price')
    const depth = depths[index] ?? 1
    const setting = impactSetting(round.config, instrument)
    return stepImpact(book, { base, depth, minute: tick * minutes, minutes }, setting)
  })
  return {
    marks: steps.map(({ mark }) => mark),
    impacts: steps.map(({ told }) => told),
    paths: steps.map(({ secret: path }) => path),
  }
}

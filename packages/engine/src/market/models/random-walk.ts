import exp from '@stdlib/math-base-special-exp'
import { openStream } from '../../random/stream.ts'
import { CLASS_CHARACTERS } from '../class-character.ts'
import type { Instrument } from '../instrument.ts'
import type { MarketSetting, PriceModel } from './model.ts'
import { USUAL_MINUTE } from './usual.ts'
import { ValueReader } from './value-reader.ts'

const DAY = 1440

/**
 * The textbook's market: log prices take independent normal steps of one size, correlated, with no drift of the price.
 * No real market is so tame; it is here to be compared with.
 */
export function randomWalk(setting: MarketSetting): PriceModel {
  const usual =
    USUAL_MINUTE * setting.scenario.volatility * setting.volatility * Math.sqrt(setting.minutesPerTick)
  const market = openStream(setting.seed, 'market')
  const walks = setting.instruments.map((instrument) => walk(instrument, setting, usual))
  return {
    id: 'random-walk',
    open: () => walks.map(() => 0),
    step: (values, tick) => {
      const read = new ValueReader(values)
      const shock = market.at(tick).normal()
      const logs = walks.map((each) => each.advance(read.take(), shock, tick))
      read.close()
      const prices = walks.map((each, index) => each.priceAt(logs[index] ?? 0))
      return { values: logs, prices, volumes: walks.map((each, index) => each.dealt / (prices[index] ?? 1)) }
    },
  }
}

function walk(instrument: Instrument, setting: MarketSetting, usual: number) {
  const character = CLASS_CHARACTERS[instrument.class]
  const stream = openStream(setting.seed, `instrument ${instrument.id}`)
  const sigma = usual * character.volatility
  const shared = sigma * Math.sqrt(character.factorShare)
  const alone = sigma * Math.sqrt(1 - character.factorShare)
  const opening = instrument.openingPrice.toNumber()
  return {
    dealt: (character.dailyVolume * setting.minutesPerTick) / DAY,
    priceAt: (log: number) => opening * exp(log),
    advance: (log: number, shock: number, tick: number) =>
      log + shared * shock + alone * stream.at(tick).normal() - 0.5 * sigma * sigma,
  }
}

import exp from '@stdlib/math-base-special-exp'
import { openStream } from '../../random/stream.ts'
import { CLASS_CHARACTERS } from '../class-character.ts'
import type { Instrument } from '../instrument.ts'
import type { MarketSetting, PriceModel } from './model.ts'
import { usualMinute } from './usual-volatility.ts'
import { ValueTape } from './value-tape.ts'

const DAY = 1440

/**
 * The textbook's market: log prices take independent normal steps of one size, correlated, with no drift of
 * the price. No real market is so tame; it is here to be compared with.
 */
export function randomWalk(setting: MarketSetting): PriceModel {
  const market = openStream(setting.seed, 'market')
  const walks = setting.instruments.map((instrument) => walk(instrument, setting))
  return {
    id: 'random-walk',
    open: () => walks.map(() => 0),
    step: (values, tick) => {
      const tape = new ValueTape(values)
      const shock = market.at(tick).normal()
      const steps = walks.map((each) => {
        const step = each(tape.take(), { shock, tick })
        tape.put(step.level)
        return step
      })
      return {
        values: tape.close(),
        prices: steps.map((step) => step.price),
        volumes: steps.map((step) => step.volume),
      }
    },
  }
}

interface WalkTick {
  readonly tick: number
  /** The market's standard normal number. */
  readonly shock: number
}

/** One instrument's step from one level of its log price over the opening price to the next. */
type Walk = (level: number, now: WalkTick) => { level: number; price: number; volume: number }

function walk(instrument: Instrument, setting: MarketSetting): Walk {
  const { volatility, factorShare, dailyVolume } = CLASS_CHARACTERS[instrument.class]
  const { minutesPerTick, seed } = setting
  const stream = openStream(seed, `instrument ${instrument.id}`)
  const sigma = usualMinute(setting) * volatility * Math.sqrt(minutesPerTick)
  const shared = sigma * Math.sqrt(factorShare)
  const alone = sigma * Math.sqrt(1 - factorShare)
  const opening = instrument.openingPrice.toNumber()
  const dealt = (dailyVolume * minutesPerTick) / DAY
  return (before, { shock, tick }) => {
    const level = before + shared * shock + alone * stream.at(tick).normal() - 0.5 * sigma * sigma
    const price = opening * exp(level)
    return { level, price, volume: dealt / price }
  }
}

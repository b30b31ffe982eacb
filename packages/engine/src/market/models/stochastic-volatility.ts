import exp from '@stdlib/math-base-special-exp'
import { openStream, type Stream } from '../../random/stream.ts'
import { CLASS_CHARACTERS, type ClassCharacter } from '../class-character.ts'
import type { Instrument } from '../instrument.ts'
import { dayClock } from './day-clock.ts'
import { marketEvent } from './market-event.ts'
import type { MarketSetting, ModelStep, PriceModel } from './model.ts'
import { lastingMean, type PathStep, type PricePath, pricePath } from './price-path.ts'
import { type RestlessSource, restlessSource, type SourceStep } from './restless-source.ts'
import { ValueReader } from './value-reader.ts'

/** Volatility of a usual day for an instrument of the first class, and the minutes of a day. */
const USUAL_DAY = 0.021
const DAY = 1440
const USUAL_MINUTE = USUAL_DAY / Math.sqrt(DAY)

const FACTOR_JUMPS = { perDay: 0.4, downShare: 0.53 }
const OWN_DOWN_SHARE = 0.46

/**
 * Several instruments moved by one market and each by itself; both are restless sources. Fat tails, volatility that
 * clusters over minutes and weeks, jumps in swarms, falls half given back, correlation that rises in a storm.
 */
export function stochasticVolatility(setting: MarketSetting): PriceModel {
  const { minutesPerTick, scenario } = setting
  const usual = USUAL_MINUTE * scenario.volatility * setting.volatility
  const factorStream = openStream(setting.seed, 'market factor')
  const perDay = FACTOR_JUMPS.perDay * scenario.jumps
  const downShare = FACTOR_JUMPS.downShare
  const factor = restlessSource({ perDay, downShare, minutesPerTick, ownWeight: 1, lentWeight: 0 })
  const event = marketEvent(setting)
  const tracks = setting.instruments.map((instrument) => track(instrument, setting))
  return {
    id: 'stochastic-volatility',
    open: () => {
      const write: number[] = []
      factor.open(write, factorStream.at(0))
      for (const each of tracks) each.open(write)
      return write
    },
    step: (values, tick) => {
      const minute = tick * minutesPerTick
      const read = new ValueReader(values)
      const write: number[] = []
      const { displacement, unrest } = event(minute)
      const now = usual * dayClock(minute) * Math.sqrt(1 + unrest)
      const market = factor.advance(read, write, { dice: factorStream.at(tick), usual: now, lent: 0 })
      const prices: number[] = []
      const volumes: number[] = []
      for (const each of tracks) {
        const step = each.advance(read, write, { tick, usual: now, market, displacement })
        prices.push(step.price)
        volumes.push(step.volume)
      }
      read.close()
      return { values: write, prices, volumes } satisfies ModelStep
    },
  }
}

import { known } from '../../assert.ts'
import { openStream } from '../../random/stream.ts'
import { dayClock } from './day-clock.ts'
import { marketEvent } from './market-event.ts'
import type { MarketSetting, PriceModel } from './model.ts'
import { restlessSource } from './restless-source.ts'
import { track } from './track.ts'
import { usualMinute } from './usual-volatility.ts'
import { ValueTape } from './value-tape.ts'

const JUMPS_PER_DAY = 0.3
const DOWN_SHARE = 0.53

/**
 * Several instruments, moved by one market and each by itself; both are restless sources. Fat tails,
 * volatility that clusters over minutes and weeks, jumps in swarms, falls half given back, correlation that
 * rises in a storm.
 */
export function stochasticVolatility(setting: MarketSetting): PriceModel {
  const { minutesPerTick, scenario } = setting
  const usual = usualMinute(setting)
  const stream = openStream(setting.seed, 'market')
  const perDay = JUMPS_PER_DAY * scenario.jumps
  const market = restlessSource({
    perDay,
    downShare: DOWN_SHARE,
    minutesPerTick,
    ownWeight: 1,
    lentWeight: 0,
  })
  const event = marketEvent(setting)
  const tracks = setting.instruments.map((instrument) => track(instrument, setting, DOWN_SHARE))
  return {
    id: 'stochastic-volatility',
    open: () => {
      const write: number[] = []
      market.open(write, stream.at(0))
      for (const each of tracks) each.open(write)
      return write
    },
    step: (values, tick) => {
      const minute = tick * minutesPerTick
      const { unrest, pulls } = event(minute)
      const hour = usual * dayClock(minute)
      const tape = new ValueTape(values)
      const moved = market.advance(tape, stream.at(tick), {
        usual: hour * Math.sqrt(1 + unrest),
        lent: 0,
      })
      const prices: number[] = []
      const volumes: number[] = []
      for (const [index, each] of tracks.entries()) {
        const pull = known(pulls[index], 'an event pulls at every instrument')
        const step = each.advance(tape, {
          tick,
          minute,
          usual: hour * Math.sqrt(1 + unrest + pull.unrest),
          market: moved,
          displacement: pull.displacement,
        })
        prices.push(step.price)
        volumes.push(step.volume)
      }
      return { values: tape.close(), prices, volumes }
    },
  }
}

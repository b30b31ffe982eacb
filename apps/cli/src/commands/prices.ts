import { type FeedConfig, seedFromText } from '@cascade/engine'
import { barLines } from '../bars.ts'
import { marketChoice } from '../market-choice.ts'
import { writeLines } from '../output.ts'

const MINUTES_PER_DAY = 1440
const BAR_MINUTES = { '1m': 1, '5m': 5 } as const
const DT = { tick: 1, '1m': 0.5, '5m': 1 } as const

/** What may be said on the command line. */
export interface PricesOptions {
  readonly scenario: string
  readonly seed: string
  readonly days: number
  readonly bar: 'tick' | '1m' | '5m'
  readonly dt?: number
  readonly instruments?: readonly string[]
  readonly volatility: number
}

/** Prints the bars of a market, without any player in it. */
export async function prices(options: PricesOptions): Promise<void> {
  const { config, ticksPerBar } = barredMarket(options)
  await writeLines(barLines(config, { seed: seedFromText(options.seed), ticksPerBar }))
}

/**
 * The market that is asked for and how many of its ticks are one bar; days are rounded to whole bars, of
 * which there is one at least. Throws an Error in words when there is no such market.
 */
export function barredMarket(options: PricesOptions): { config: FeedConfig; ticksPerBar: number } {
  const { scenario, instruments } = marketChoice(options)
  const minutes = options.dt ?? DT[options.bar]
  const ticksPerBar = options.bar === 'tick' ? 1 : ticksIn(options.bar, minutes)
  const bars = Math.max(1, Math.round((options.days * MINUTES_PER_DAY) / (minutes * ticksPerBar)))
  return {
    config: {
      instruments,
      clock: { ticks: bars * ticksPerBar, marketMinutesPerTick: minutes },
      market: { scenario: scenario.id, volatility: options.volatility },
    },
    ticksPerBar,
  }
}

/** So small a difference is how a float writes a length such as 0.1. */
const NEARLY = 1e-9

function ticksIn(bar: '1m' | '5m', minutes: number): number {
  const ticks = Math.round(BAR_MINUTES[bar] / minutes)
  if (Math.abs(ticks * minutes - BAR_MINUTES[bar]) < NEARLY) return ticks
  throw new Error(
    `A bar of ${bar} does not hold a whole number of ticks of ${minutes} market minutes. ` +
      `--dt is ${BAR_MINUTES[bar]} divided by a whole number, such as ${BAR_MINUTES[bar] / 4}.`,
  )
}

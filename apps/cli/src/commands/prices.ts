import { instrumentId, roundId, seedFromText, standardConfig } from '@cascade/engine'
import { barLines } from '../bars.ts'
import { fail, writeLines } from '../output.ts'

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
  const minutes = options.dt ?? DT[options.bar]
  const ticksPerBar = options.bar === 'tick' ? 1 : BAR_MINUTES[options.bar] / minutes
  if (!Number.isInteger(ticksPerBar)) {
    return fail(`A bar of ${options.bar} does not hold a whole number of ticks of ${minutes} market minutes.`)
  }
  const bars = Math.max(1, Math.round((options.days * MINUTES_PER_DAY) / (minutes * ticksPerBar)))
  const config = standardConfig({
    id: roundId('r_prices'),
    ticks: bars * ticksPerBar,
    scenario: options.scenario,
    volatility: options.volatility,
    marketMinutesPerTick: minutes,
    ...(options.instruments ? { instruments: options.instruments.map(instrumentId) } : {}),
  })
  await writeLines(barLines(config, { seed: seedFromText(options.seed), ticksPerBar }))
}

import { seedFromText } from '../../random/seed.ts'
import { openFeed, stepFeed } from '../feed.ts'
import type { Instrument } from '../instrument.ts'

/** Which markets are played, without any player in them. */
export interface PathPlan {
  readonly scenario: string
  readonly instruments: readonly Instrument[]
  readonly ticks: number
  readonly minutesPerTick: number
  /** Multiplies every volatility; 1 is the scenario as designed. */
  readonly volatility: number
}

/** The way of one instrument: the price over its opening price, before the first tick and after each. */
export type Path = readonly number[]

/** The ways of every instrument in the market of one seed. */
export function playPaths(plan: PathPlan, seedText: string): readonly Path[] {
  const { instruments, ticks, scenario, volatility } = plan
  const config = {
    instruments,
    clock: { ticks, marketMinutesPerTick: plan.minutesPerTick },
    market: { scenario, volatility },
  }
  const seed = seedFromText(seedText)
  const openings = instruments.map(({ openingPrice }) => openingPrice.toNumber())
  const paths = instruments.map(() => [1])
  let state = openFeed(config, seed)
  while (state.tick < ticks) {
    const step = stepFeed(config, seed, state)
    state = step.state
    for (const [index, mark] of step.marks.entries())
      paths[index]?.push(mark.toNumber() / (openings[index] ?? 1))
  }
  return paths
}

import { known } from '../../assert.ts'
import type { Instrument } from '../instrument.ts'
import type { Scenario } from '../scenario.ts'
import { scenarioOf } from '../scenarios.ts'
import { EXPECTATIONS } from './expected-facts.ts'
import { type PathFacts, pathFacts } from './path-facts.ts'
import { type Path, playPaths } from './play-paths.ts'
import { type Quantiles, quantiles } from './quantiles.ts'

const DAY = 1440

/** Which markets a fan is drawn from. */
export interface FanPlan {
  readonly scenario: string
  readonly instruments: readonly Instrument[]
  readonly seeds: number
  /** Market minutes of one tick; as coarse as the scenario's event allows when absent. */
  readonly minutesPerTick?: number
  /** Multiplies every volatility; 1 when absent. */
  readonly volatility?: number
}

/** Many markets of one scenario, as far as one instrument is concerned. */
export interface InstrumentFan {
  readonly instrument: Instrument
  /** One for each seed. */
  readonly facts: readonly PathFacts[]
  /** Quantiles of the price over its opening price, at even steps from the opening to the bell. */
  readonly points: readonly Quantiles[]
}

/** Plays a scenario with many seeds over its whole length, and tells what came of each instrument. */
export function marketFan(plan: FanPlan, steps: number): readonly InstrumentFan[] {
  const scenario = known(scenarioOf(plan.scenario), 'a fan is drawn of a scenario that exists')
  const look = known(EXPECTATIONS[scenario.id], 'every scenario says where to look').look
  const { instruments, volatility = 1, minutesPerTick = coarsestTick(scenario) } = plan
  const ticks = Math.max(steps, Math.round((scenario.days * DAY) / minutesPerTick))
  const markets = Array.from({ length: plan.seeds }, (_, index) =>
    playPaths({ scenario: scenario.id, instruments, ticks, minutesPerTick, volatility }, `fan ${index + 1}`),
  )
  return instruments.map((instrument, index) => {
    const paths = markets.map((market) => known(market[index], 'every instrument has a path'))
    return {
      instrument,
      facts: paths.map((path) => pathFacts(path, minutesPerTick, look)),
      points: pointsOf(paths, steps),
    }
  })
}

/** Fine enough for the shortest leg of the event, and no finer. */
function coarsestTick({ event }: Scenario): number {
  if (event === null) return 15
  const shortest = Math.min(...event.legs.map(({ minutes }) => minutes.from))
  return Math.max(1, Math.min(5, shortest / 5))
}

const pointsOf = (paths: readonly Path[], steps: number): readonly Quantiles[] =>
  Array.from({ length: steps + 1 }, (_, step) =>
    quantiles(paths.map((path) => path[Math.round((step / steps) * (path.length - 1))] ?? Number.NaN)),
  )

import {
  EXPECTATIONS,
  INSTRUMENTS,
  type Instrument,
  marketFan,
  type PathFacts,
  quantiles,
  scenarioOf,
} from '@cascade/engine'

/** Where the prices of a scenario go, as far as a small picture can say it. Prices over the opening price. */
export interface FanPicture {
  readonly scenario: string
  /** The name of the instrument that the scenario is about. */
  readonly instrument: string
  /** The lines below and above which a twentieth of the markets lie, and the one in the middle. */
  readonly low: readonly number[]
  readonly median: readonly number[]
  readonly high: readonly number[]
  /** The largest fall of the market in the middle, a share of the price, positive. */
  readonly fall: number
}

/** How many markets a picture is drawn from. */
export const FAN_SEEDS = 50
const POINTS = 40
/** A picture needs no more, although a crash of minutes is a little smaller between two such ticks. */
const TICKS = 320
const DAY = 1440

/** Plays a scenario many times, coarsely, and keeps what a picture needs. Takes a tenth of a second. */
export function fanPicture(scenario: string): FanPicture | null {
  const days = scenarioOf(scenario)?.days
  const instrument = heroOf(scenario)
  if (days === undefined || !instrument) return null
  const plan = {
    scenario,
    instruments: [instrument],
    seeds: FAN_SEEDS,
    minutesPerTick: (days * DAY) / TICKS,
  }
  const [fan] = marketFan(plan, POINTS)
  return fan
    ? { scenario, instrument: instrument.name, ...linesOf(fan.points), fall: fallOf(fan.facts) }
    : null
}

/** The instrument that the first fact of a scenario is about. */
function heroOf(scenario: string): Instrument | undefined {
  const of = EXPECTATIONS[scenario]?.facts[0]?.class
  return INSTRUMENTS.find((instrument) => instrument.class === of)
}

const linesOf = (points: readonly (readonly [number, number, number, number, number])[]) => ({
  low: points.map(([low]) => low),
  median: points.map(([, , median]) => median),
  high: points.map(([, , , , high]) => high),
})

const fallOf = (facts: readonly PathFacts[]): number => -quantiles(facts.map(({ drawdown }) => drawdown))[2]

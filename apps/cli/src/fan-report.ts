import {
  type ExpectedFact,
  type InstrumentFan,
  type PathFacts,
  QUANTILE_SHARES,
  type Quantiles,
  quantiles,
} from '@cascade/engine'

type Fact = keyof PathFacts

const NAMES: Readonly<Record<Fact, string>> = {
  move: 'sharpest move, %',
  minutes: 'its minutes',
  givenBack: 'given back, %',
  moment: 'its end, % of the round',
  drawdown: 'largest fall of all, %',
  end: 'end, %',
  perDay: 'change per day, %',
  dayVolatility: 'volatility of a day, %',
}
const FACTS = Object.keys(NAMES).filter((name): name is Fact => Object.hasOwn(NAMES, name))

/** The fan of one instrument as data. */
export interface InstrumentReport {
  readonly instrument: string
  readonly shares: readonly number[]
  readonly points: readonly { readonly at: number; readonly quantiles: Quantiles }[]
  readonly facts: Readonly<Record<Fact, Quantiles>>
}

/** Gathers what the markets of a fan have in common. */
export function reportOf({ instrument, points, facts }: InstrumentFan): InstrumentReport {
  const of = (name: Fact): Quantiles => quantiles(facts.map((each) => each[name]))
  return {
    instrument: instrument.id,
    shares: QUANTILE_SHARES,
    points: points.map((each, index) => ({ at: index / (points.length - 1), quantiles: each })),
    facts: {
      move: of('move'),
      minutes: of('minutes'),
      givenBack: of('givenBack'),
      moment: of('moment'),
      drawdown: of('drawdown'),
      end: of('end'),
      perDay: of('perDay'),
      dayVolatility: of('dayVolatility'),
    },
  }
}

/** The facts as the rows of a table. */
export const factRows = ({ facts }: InstrumentReport): readonly string[][] =>
  FACTS.map((name) => [NAMES[name], ...facts[name].map((value) => text(name, value))])

/** A fact, and whether its median lies where it is expected. */
export interface CheckedFact {
  readonly scenario: string
  readonly instrument: string
  readonly fact: Fact
  /** The fact's name for people, and its unit. */
  readonly name: string
  readonly quantiles: Quantiles
  /** The 5th, 50th and 95th hundredth in that unit, and the range. */
  readonly texts: readonly string[]
  readonly expected: string
  readonly from: number
  readonly to: number
  /** Share of the seeds whose figure is in the range. */
  readonly share: number
  readonly holds: boolean
}

/** Holds the markets of a fan against what is expected of them. */
export function checkedFact(scenario: string, expected: ExpectedFact, fan: InstrumentFan): CheckedFact {
  const { fact, from, to } = expected
  const values = fan.facts.map((each) => each[fact])
  const isIn = (value: number): boolean => value >= from && value <= to
  const found = quantiles(values)
  const [low, , median, , high] = found
  return {
    scenario,
    instrument: fan.instrument.id,
    fact,
    name: NAMES[fact],
    quantiles: found,
    texts: [low, median, high].map((value) => text(fact, value)),
    expected: `${text(fact, from)} to ${text(fact, to)}`,
    from,
    to,
    share: values.filter(isIn).length / values.length,
    holds: isIn(median),
  }
}

const text = (fact: Fact, value: number): string =>
  fact === 'minutes' ? value.toFixed(0) : (value * 100).toFixed(Math.abs(value) < 0.1 ? 2 : 1)

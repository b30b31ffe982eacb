import {
  INSTRUMENTS,
  type Instrument,
  SCENARIOS,
  type Scenario,
  scenarioOf,
  usualInstruments,
} from '@cascade/engine'

/** The kind of market and the instruments that a command line names. */
interface MarketNames {
  readonly scenario: string
  readonly instruments?: readonly string[]
}

/** What there is under those names. */
interface MarketChoice {
  readonly scenario: Scenario
  /** In the order in which they were named; the scenario's usual ones where none were. */
  readonly instruments: readonly Instrument[]
}

/** Finds a scenario and instruments by name, or throws an Error that says which there are. */
export function marketChoice({ scenario: id, instruments: ids }: MarketNames): MarketChoice {
  const scenario = scenarioOf(id)
  if (!scenario) throw new Error(`There is no scenario ${id}. There are: ${idsOf(SCENARIOS)}.`)
  if (!ids) return { scenario, instruments: usualInstruments(id) }
  const strangers = ids.filter((each) => !INSTRUMENTS.some((instrument) => instrument.id === each))
  if (strangers.length > 0)
    throw new Error(`There is no instrument ${strangers.join(', ')}. There are: ${idsOf(INSTRUMENTS)}.`)
  const twice = ids.find((each, index) => ids.indexOf(each) !== index)
  if (twice) throw new Error(`The instrument ${twice} is listed twice.`)
  return { scenario, instruments: ids.flatMap((each) => INSTRUMENTS.filter((of) => of.id === each)) }
}

const idsOf = (named: readonly { readonly id: string }[]): string => named.map(({ id }) => id).join(', ')

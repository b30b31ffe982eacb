import {
  EXPECTATIONS,
  INSTRUMENTS,
  type Instrument,
  type InstrumentClass,
  type InstrumentFan,
  marketFan,
  SCENARIOS,
  type Scenario,
} from '@cascade/engine'
import { type CheckedFact, checkedFact, factRows, type InstrumentReport, reportOf } from '../fan-report.ts'
import { marketChoice } from '../market-choice.ts'
import { writeLines } from '../output.ts'
import { table } from '../table.ts'

/** What may be said on the command line. */
export interface FanOptions {
  readonly scenario: string
  readonly seeds: number
  readonly volatility: number
  readonly instruments?: readonly string[]
  readonly all?: boolean
  readonly json?: boolean
}

const STEPS = 24
const SHARES = ['5 %', '25 %', '50 %', '75 %', '95 %']

/** Plays scenarios with many seeds, and prints where their prices went. */
export async function fan(options: FanOptions): Promise<void> {
  if (options.all) return await everyScenario(options)
  const { scenario, instruments } = marketChoice(options)
  const { seeds, volatility } = options
  const fans = marketFan({ scenario: scenario.id, instruments, seeds, volatility }, STEPS).map(reportOf)
  const { id, days } = scenario
  await writeLines(
    options.json
      ? [JSON.stringify({ scenario: id, days, seeds, volatility, instruments: fans })]
      : [`${id}: ${seeds} markets of ${days} days`, ...fans.flatMap(words)],
  )
}

const words = (report: InstrumentReport): readonly string[] => [
  '',
  `${report.instrument}, price over the opening price`,
  ...table(
    ['at', ...SHARES],
    report.points.map(({ at, quantiles }) => [at.toFixed(3), ...quantiles.map((value) => value.toFixed(3))]),
  ),
  '',
  ...table([`${report.instrument}, fact`, ...SHARES], factRows(report)),
]

/** Every scenario against what is expected of it. Ends with 1 when a figure is out of its range. */
async function everyScenario({ seeds, volatility, json }: FanOptions): Promise<void> {
  const facts = SCENARIOS.flatMap((scenario) => checkedFacts(scenario, { seeds, volatility }))
  await writeLines(json ? [JSON.stringify({ seeds, volatility, facts })] : factTable(facts))
  if (facts.some(({ holds }) => !holds)) process.exitCode = 1
}

function checkedFacts(
  { id }: Scenario,
  how: { readonly seeds: number; readonly volatility: number },
): readonly CheckedFact[] {
  const expected = EXPECTATIONS[id]?.facts ?? []
  const instruments = [...new Set(expected.map((each) => each.class))].flatMap(firstOf)
  const fans = new Map<InstrumentClass, InstrumentFan>(
    marketFan({ scenario: id, instruments, ...how }, STEPS).map((each) => [each.instrument.class, each]),
  )
  return expected.flatMap((each) => {
    const played = fans.get(each.class)
    return played ? [checkedFact(id, each, played)] : []
  })
}

const firstOf = (kind: InstrumentClass): readonly Instrument[] =>
  INSTRUMENTS.filter((instrument) => instrument.class === kind).slice(0, 1)

const factTable = (facts: readonly CheckedFact[]): readonly string[] =>
  table(
    ['scenario', 'instrument', 'fact', '5 %', '50 %', '95 %', 'expected', '% in it', 'median'],
    facts.map(({ scenario, instrument, name, texts, expected, share, holds }) => [
      scenario,
      instrument,
      name,
      ...texts,
      expected,
      String(Math.round(share * 100)),
      holds ? 'in range' : 'OUT OF RANGE',
    ]),
  )

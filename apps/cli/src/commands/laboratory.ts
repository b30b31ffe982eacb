import {
  CascadeTrace,
  cascadeReport,
  execute,
  openRound,
  quantiles,
  type Round,
  type RoundConfig,
  roundId,
  SCENARIOS,
  scenarioOf,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { fail, writeLines } from '../output.ts'
import { table } from '../table.ts'

/** What may be said on the command line. */
export interface LaboratoryOptions {
  readonly scenario: string
  readonly seeds: number
  /** Open interest, each a share of a usual day's volume. */
  readonly interest: readonly number[]
  /** Forced selling in a market minute, as a multiple of the live depth. */
  readonly throttle: number
  readonly days: number
  readonly dt: number
  readonly json?: boolean
}

/** What one market of the laboratory came to. */
interface Trial {
  readonly ratio: number
  /** The furthest that a mark stood from the price without liquidations, a share of that. */
  readonly furthest: number
  /** Whether a price was ever held at the edge of its band. */
  readonly ranAway: boolean
  readonly generations: number
  /** Share of everything liquidated that belongs to the largest cascade. */
  readonly largest: number
}

const USUAL = { crowd: 1, leastDepth: 0.02 }
const MINUTES_PER_DAY = 1440

/**
 * Plays markets of ghosts alone at several levels of open interest, and prints how much of their falls
 * falls brought.
 */
export async function laboratory(options: LaboratoryOptions): Promise<void> {
  if (!scenarioOf(options.scenario)) {
    const ids = SCENARIOS.map(({ id }) => id).join(', ')
    return fail(`There is no scenario ${options.scenario}. There are: ${ids}.`)
  }
  const levels = options.interest.map((openInterest) => summaryOf(openInterest, options))
  const { scenario, seeds, throttle, days, dt } = options
  await writeLines(
    options.json
      ? [JSON.stringify({ scenario, seeds, throttle, days, dt, levels })]
      : [
          `${scenario}: ${seeds} markets of ${days} days for each open interest, throttle ${throttle}`,
          ...table(HEADING, levels.map(rowOf)),
        ],
  )
}

const HEADING = ['interest', 'R^ mean', '5 %', '95 %', 'ran away', 'furthest %', 'generations', 'largest %']

type Level = ReturnType<typeof summaryOf>

const rowOf = (level: Level): readonly string[] => [
  String(level.openInterest),
  level.ratio.mean.toFixed(2),
  level.ratio.low.toFixed(2),
  level.ratio.high.toFixed(2),
  String(level.ranAway),
  (level.furthest * 100).toFixed(0),
  String(level.generations),
  (level.largest * 100).toFixed(0),
]

function summaryOf(openInterest: number, options: LaboratoryOptions) {
  const trials = Array.from({ length: options.seeds }, (_, index) => tried(openInterest, options, index + 1))
  const ratios = trials.map(({ ratio }) => ratio)
  const [low = 0, , , , high = 0] = quantiles(ratios)
  const most = (of: (trial: Trial) => number): number => Math.max(...trials.map(of))
  return {
    openInterest,
    ratio: { mean: ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length, low, high },
    ranAway: trials.filter(({ ranAway }) => ranAway).length,
    furthest: most(({ furthest }) => furthest),
    generations: most(({ generations }) => generations),
    largest: most(({ largest }) => largest),
  }
}

function tried(openInterest: number, options: LaboratoryOptions, seed: number): Trial {
  const config = configOf(openInterest, options)
  const round = openRound(config, seedFromText(String(seed)))
  const trace = new CascadeTrace(round)
  execute(round, { type: 'round.start' })
  let furthest = 0
  let ranAway = false
  for (let tick = 0; tick < config.clock.ticks; tick += 1) {
    trace.hear(round, execute(round, { type: 'clock.advance' }).events)
    ranAway ||= isHeld(round)
    for (const { marks, calm } of trace.prices.values()) {
      furthest = Math.max(furthest, Math.abs((marks.at(-1) ?? 1) / (calm.at(-1) ?? 1) - 1))
    }
  }
  const { trees, ratio, liquidated } = cascadeReport(trace, config)
  return {
    ratio: ratio ?? 0,
    furthest,
    ranAway,
    generations: Math.max(0, ...trees.map(({ generations }) => generations)),
    largest: liquidated === 0 ? 0 : (trees[0]?.notional ?? 0) / liquidated,
  }
}

function configOf(openInterest: number, { scenario, throttle, days, dt }: LaboratoryOptions): RoundConfig {
  const ticks = Math.round((days * MINUTES_PER_DAY) / dt)
  const config = standardConfig({ id: roundId('r_laboratory'), scenario, ticks, marketMinutesPerTick: dt })
  const impact = { ...USUAL, openInterest, throttle }
  return { ...config, standingsEvery: ticks, market: { ...config.market, impact } }
}

const isHeld = ({ impacts, marks }: Round): boolean =>
  [...impacts].some(([id, { low, high }]) => {
    const mark = marks.get(id)
    return mark !== undefined && (mark.lte(low) || mark.gte(high))
  })

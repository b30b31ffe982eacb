import { INSTRUMENTS } from '../../src/index.ts'
import { openFeed, stepFeed } from '../../src/market/feed.ts'
import { seedFromText } from '../../src/random/seed.ts'
import { type Path, type Payoff, payoffOf, type Signal, together, trade } from '../market/payoff.ts'
import type { LawReport, LawRun } from './law.ts'

const DAYS = 7
const TICKS = DAYS * 1440
const TRADED = INSTRUMENTS.slice(0, 5)
/** A signal is a move of so much in so many minutes. */
const MOVE = 0.03
const MINUTES = 15
/** Errors of the mean that chance is allowed: one run in fifteen thousand. */
const ERRORS = 4

interface Way {
  readonly signal: Signal
  /** What a trade may pay on average, basis points, before any fee. */
  readonly least: number
  readonly most: number
}

/** Ways to trade that anybody would try, and what reality pays for them. */
const WAYS = {
  afterFall: { signal: (path, minute) => moved(path, minute) < -MOVE, least: 0, most: 100 },
  afterRise: { signal: (path, minute) => moved(path, minute) > MOVE, least: -30, most: 30 },
  holding: { signal: () => true, least: 0, most: 0 },
} as const satisfies Readonly<Record<string, Way>>

type WayName = keyof typeof WAYS

const moved = (path: Path, minute: number): number =>
  minute < MINUTES ? 0 : (path[minute] ?? 0) / (path[minute - MINUTES] ?? 0) - 1

/** What each way of trading paid in a normal market, over so many seeds. */
export function payoffs({ seed, count, from = 0 }: LawRun): Readonly<Record<WayName, Payoff>> {
  const markets = Array.from({ length: count }, (_, index) => {
    const paths = pathsOf(`${seed} ${from + index}`)
    return (way: Way) => together(paths.map((path) => trade(path, way.signal)))
  }).map((paid) => ({
    afterFall: paid(WAYS.afterFall),
    afterRise: paid(WAYS.afterRise),
    holding: paid(WAYS.holding),
  }))
  return {
    afterFall: payoffOf(markets.map(({ afterFall }) => afterFall)),
    afterRise: payoffOf(markets.map(({ afterRise }) => afterRise)),
    holding: payoffOf(markets.map(({ holding }) => holding)),
  }
}

/**
 * Nobody is paid for a habit: buying what fell hard pays what reality pays and no more, chasing a rise and
 * holding pay nothing. A case is a market of a week with five instruments.
 */
export function checkNoEdge(run: LawRun): LawReport {
  const paid = payoffs(run)
  const names = ['afterFall', 'afterRise', 'holding'] as const
  return {
    counts: Object.fromEntries(
      names.flatMap((name) => [
        [`${name} trades`, paid[name].trades],
        [`${name} basis points`, Math.round(paid[name].mean * paid[name].trades)],
      ]),
    ),
    failures: names.flatMap((name) => outside(name, paid[name])),
  }
}

function outside(name: WayName, { mean, standardError, trades }: Payoff): readonly string[] {
  const { least, most } = WAYS[name]
  const spare = ERRORS * standardError
  if (trades === 0 || (mean >= least - spare && mean <= most + spare)) return []
  const found = `${mean.toFixed(1)} ± ${standardError.toFixed(1)}`
  return [`${name} pays ${found} basis points a trade, not ${least} to ${most}`]
}

/** A week of one market, one path per instrument with a price a minute. */
function pathsOf(text: string): readonly Path[] {
  const config = {
    instruments: TRADED,
    clock: { ticks: TICKS, marketMinutesPerTick: 1 },
    market: { scenario: 'normal', volatility: 1 },
  }
  const seed = seedFromText(`no edge ${text}`)
  const paths = TRADED.map(({ openingPrice }) => [openingPrice.toNumber()])
  for (let state = openFeed(config, seed); state.tick < TICKS; ) {
    const step = stepFeed(config, seed, state)
    for (const [index, mark] of step.marks.entries()) paths[index]?.push(mark.toNumber())
    state = step.state
  }
  return paths
}

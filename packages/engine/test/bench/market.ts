import { type FeedConfig, INSTRUMENTS, type Instrument, instrumentId } from '../../src/index.ts'
import { openFeed, stepFeed } from '../../src/market/feed.ts'
import { seedFromText } from '../../src/random/seed.ts'
import { type Bench, costs } from './measure.ts'
import { decimalWalk, floatWalk } from './plain-walks.ts'

const COUNTS = [2, 5, 8, 32] as const
/** Ticks of one measurement. Decimals are slow enough to be measured over fewer. */
const TICKS = 8000
const DECIMAL_TICKS = 200
/** An hour of ten ticks a second. */
const ROUND_TICKS = 36_000
const SEED = seedFromText('bench')

/** What a tick of the feed costs, against a plain walk in floats and one in decimals, in the same run. */
export function benchMarket(): Bench {
  const rows = COUNTS.map((count) => {
    const instruments = instrumentsOf(count)
    const [feed = 0, floats = 0, decimals = 0] = costs([
      () => playFeed(instruments),
      () => floatWalk(instruments, TICKS),
      () => decimalWalk(instruments, DECIMAL_TICKS),
    ])
    return rowOf(count, { feed: feed / TICKS, floats: floats / TICKS, decimals: decimals / DECIMAL_TICKS })
  })
  return { rows, lines: linesOf(rows) }
}

/** Microseconds of processor time per tick. */
interface Costs {
  readonly feed: number
  readonly floats: number
  readonly decimals: number
}

const rowOf = (instruments: number, { feed, floats, decimals }: Costs) => ({
  instruments,
  microsecondsPerTick: hundredths(feed),
  floatWalkMicroseconds: hundredths(floats),
  decimalWalkMicroseconds: hundredths(decimals),
  timesFloatWalk: hundredths(feed / floats),
  timesDecimalWalk: Math.round((feed / decimals) * 10_000) / 10_000,
  roundSeconds: hundredths((feed * ROUND_TICKS) / 1e6),
})

function linesOf(rows: readonly ReturnType<typeof rowOf>[]): readonly string[] {
  const cells = rows.map((row) => [
    row.instruments,
    row.microsecondsPerTick,
    row.floatWalkMicroseconds,
    row.decimalWalkMicroseconds,
    row.timesFloatWalk,
    row.timesDecimalWalk,
    row.roundSeconds,
  ])
  const heads = ['instruments', 'µs/tick', 'floats', 'decimals', '× floats', '× decimals', '36,000 ticks, s']
  const widths = heads.map((head) => Math.max(head.length, 8))
  const line = (texts: readonly (string | number)[]) =>
    texts.map((text, index) => String(text).padStart(widths[index] ?? 0)).join('  ')
  return [line(heads), ...cells.map(line)]
}

/** The catalogue over and over, under names of their own. */
function instrumentsOf(count: number): readonly Instrument[] {
  const names = Array.from({ length: count }, (_, index) => index)
  return names.flatMap((index) => {
    const like = INSTRUMENTS[index % INSTRUMENTS.length]
    return like
      ? [{ ...like, id: instrumentId(`${like.id}${Math.floor(index / INSTRUMENTS.length) || ''}`) }]
      : []
  })
}

function playFeed(instruments: readonly Instrument[]): void {
  const config: FeedConfig = {
    instruments,
    clock: { ticks: TICKS, marketMinutesPerTick: 1.4 },
    market: { scenario: 'normal', volatility: 1 },
  }
  let state = openFeed(config, SEED)
  while (state.tick < TICKS) state = stepFeed(config, SEED, state).state
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

import { describe, expect, test } from 'vitest'
import { openFeed, stepFeed } from '../../src/market/feed.ts'
import { INSTRUMENTS } from '../../src/market/instruments.ts'
import { seedFromText } from '../../src/random/seed.ts'
import { autocorrelation, correlation, excessKurtosis, mean, median, spread } from './statistics.ts'

const DAYS = 20
const MARKETS = 5
const MINUTES_PER_TICK = 5
const TRADED = INSTRUMENTS.slice(0, 5)
const TICKS = (DAYS * 1440) / MINUTES_PER_TICK

/** Simple five-minute returns of one market, one series per instrument. */
function returnsOf(scenario: string, text: string): number[][] {
  const clock = { ticks: TICKS, marketMinutesPerTick: MINUTES_PER_TICK }
  const config = { instruments: TRADED, clock, market: { scenario, volatility: 1 } }
  const seed = seedFromText(text)
  const series: number[][] = TRADED.map(() => [])
  let before = TRADED.map((instrument) => instrument.openingPrice.toNumber())
  let state = openFeed(config, seed)
  while (state.tick < TICKS) {
    const step = stepFeed(config, seed, state)
    const marks = step.marks.map((mark) => mark.toNumber())
    for (const [index, mark] of marks.entries()) series[index]?.push(mark / (before[index] ?? mark) - 1)
    before = marks
    state = step.state
  }
  return series
}

const markets = (scenario: string) =>
  Array.from({ length: MARKETS }, (_, index) => returnsOf(scenario, `facts ${index}`))
const normal = markets('normal')
const plain = markets('plain')

const across = (played: readonly number[][][], fact: (series: number[]) => number) =>
  median(played.flat().map(fact))
const sizes = (series: readonly number[]) => series.map(Math.abs)
const pairs = (market: readonly number[][]) =>
  market.flatMap((a, index) => market.slice(index + 1).map((b) => correlation(a, b)))

describe('a normal market against a plain random walk', () => {
  test('has fat tails, and the walk has none', () => {
    expect(across(normal, excessKurtosis)).toBeGreaterThan(6.5)
    expect(Math.abs(across(plain, excessKurtosis))).toBeLessThan(0.3)
  })

  test.each([
    [1, 0.2],
    [12, 0.08],
    [48, 0.03],
  ])('remembers how restless it was %d bars ago, and the walk does not', (lag, least) => {
    expect(across(normal, (series) => autocorrelation(sizes(series), lag))).toBeGreaterThan(least)
    expect(Math.abs(across(plain, (series) => autocorrelation(sizes(series), lag)))).toBeLessThan(0.02)
  })

  test('does not tell its next return from its last', () => {
    expect(Math.abs(across(normal, (series) => autocorrelation(series, 1)))).toBeLessThan(0.08)
  })

  test('moves its instruments together, but not as one', () => {
    for (const market of [...normal, ...plain]) {
      expect(mean(pairs(market))).toBeGreaterThan(0.5)
      expect(mean(pairs(market))).toBeLessThan(0.84)
    }
  })

  test('moves its instruments together more when it storms', () => {
    for (const market of normal) {
      const first = market[0] ?? []
      const storm = median(sizes(first)) * 4
      const inStorms = market.map((series) =>
        series.filter((_, index) => Math.abs(first[index] ?? 0) > storm),
      )
      const inCalm = market.map((series) => series.filter((_, index) => Math.abs(first[index] ?? 0) <= storm))
      expect(mean(pairs(inStorms))).toBeGreaterThan(mean(pairs(inCalm)))
    }
  })

  test.each([
    ['normal', normal],
    ['plain', plain],
  ])('has no drift beyond error: %s', (_name, played) => {
    for (const [index] of TRADED.entries()) {
      const all = played.flatMap((market) => market[index] ?? [])
      expect(Math.abs(mean(all))).toBeLessThan(3 * Math.sqrt(spread(all) / all.length))
    }
  })

  test('is as restless as its classes say, over many markets', () => {
    for (const [index, multiple] of [1, 1.3, 1.75, 1.7, 2.1].entries()) {
      const daily = played(plain, index)
      expect(Math.abs(daily / (0.021 * multiple) - 1)).toBeLessThan(0.05)
      expect(played(normal, index) / (0.021 * multiple)).toBeGreaterThan(0.5)
      expect(played(normal, index) / (0.021 * multiple)).toBeLessThan(2)
    }
  })
})

/** Volatility of a day of one instrument over all markets. */
const played = (of: readonly number[][][], index: number) =>
  Math.sqrt(spread(of.flatMap((market) => market[index] ?? [])) * 288)

import { describe, expect, test } from 'vitest'
import { Fault, known } from '../../assert.ts'
import { seedFromText } from '../../random/seed.ts'
import { INSTRUMENTS } from '../instruments.ts'
import { scenarioOf } from '../scenarios.ts'
import { bates } from './bates.ts'
import type { MarketSetting } from './model.ts'
import { regime } from './regime.ts'

const MODELS = [
  { name: 'regime', scenario: 'weather', make: regime },
  { name: 'bates', scenario: 'bates', make: bates },
]
const traded = INSTRUMENTS.slice(0, 2)

const setting = (scenario: string, more: Partial<MarketSetting> = {}): MarketSetting => ({
  instruments: traded,
  scenario: known(scenarioOf(scenario), 'the scenario exists'),
  seed: seedFromText('compared'),
  minutesPerTick: 5,
  minutes: 1440,
  volatility: 1,
  ...more,
})

/** What a dollar became in each tick, one series per instrument, in so many markets of so many ticks. */
function grown(model: (typeof MODELS)[number], more: Partial<MarketSetting>, size: [number, number]) {
  const [markets, ticks] = size
  const series: number[][] = traded.map(() => [])
  for (let market = 0; market < markets; market += 1) {
    const made = model.make(setting(model.scenario, { ...more, seed: seedFromText(`grown ${market}`) }))
    let values = made.open()
    let before = traded.map(({ openingPrice }) => openingPrice.toNumber())
    for (let tick = 1; tick <= ticks; tick += 1) {
      const step = made.step(values, tick)
      for (const [index, price] of step.prices.entries())
        series[index]?.push(price / (before[index] ?? price))
      values = step.values
      before = [...step.prices]
    }
  }
  return series
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const spread = (numbers: readonly number[]) => mean(numbers.map((one) => one * one)) - mean(numbers) ** 2
const deviation = (numbers: readonly number[]) => Math.sqrt(spread(numbers))

describe.each(MODELS)('the model $name', (model) => {
  const series = grown(model, {}, [60, 288])
  const [first = [], second = []] = series

  test('makes the price a fair game, even where moves are enormous', () => {
    for (const returns of [...series, ...grown(model, { volatility: 8 }, [200, 40])]) {
      expect(Math.abs(mean(returns) - 1)).toBeLessThan((3.5 * deviation(returns)) / Math.sqrt(returns.length))
    }
  })

  test('is as restless in a day as the class says', () => {
    for (const [index, multiple] of [1, 1.3].entries()) {
      const daily = deviation(series[index] ?? []) * Math.sqrt(288)
      expect(Math.abs(daily / (0.021 * multiple) - 1)).toBeLessThan(0.12)
    }
  })

  test('is as restless in its first hour as later: it opens as if it had always run', () => {
    const hour = deviation(grown(model, {}, [1500, 1]).flat())
    const later = deviation(grown(model, {}, [150, 100]).flat())
    expect(Math.abs(hour / later - 1)).toBeLessThan(0.2)
  })

  test('moves instruments together as far as they share the market', () => {
    const [a, b] = [mean(first), mean(second)]
    const together = mean(first.map((one, index) => (one - a) * ((second[index] ?? b) - b)))
    expect(Math.abs(together / (deviation(first) * deviation(second)) - 0.77)).toBeLessThan(0.07)
  })

  test('has fatter tails than a normal distribution', () => {
    const middle = mean(first)
    expect(mean(first.map((one) => (one - middle) ** 4)) / spread(first) ** 2).toBeGreaterThan(6)
  })

  test('trades the usual dollars on average', () => {
    const made = model.make(setting(model.scenario))
    let values = made.open()
    const dollars: number[] = []
    for (let tick = 1; tick <= 6000; tick += 1) {
      const step = made.step(values, tick)
      values = step.values
      dollars.push((step.prices[0] ?? 0) * (step.volumes[0] ?? 0))
    }
    expect(Math.abs(mean(dollars) / ((20e9 * 5) / 1440) - 1)).toBeLessThan(0.25)
  })

  test('does not take values of another model', () => {
    expect(() => model.make(setting(model.scenario)).step([0, 0], 1)).toThrow(Fault)
  })
})

import { describe, expect, test } from 'vitest'
import { Fault, known } from '../../assert.ts'
import { seedFromText } from '../../random/seed.ts'
import type { InstrumentClass } from '../instrument.ts'
import { INSTRUMENTS } from '../instruments.ts'
import { scenarioOf } from '../scenarios.ts'
import type { MarketSetting } from './model.ts'
import { randomWalk } from './random-walk.ts'

const bitcoin = known(INSTRUMENTS[0], 'the catalogue is not empty')
const ofClass = (kind: InstrumentClass) => ({ ...bitcoin, class: kind })
const setting = (more: Partial<MarketSetting> = {}): MarketSetting => ({
  instruments: [bitcoin],
  scenario: known(scenarioOf('plain'), 'the scenario exists'),
  seed: seedFromText('walk'),
  minutesPerTick: 1,
  minutes: 1440,
  volatility: 1,
  ...more,
})

/** The steps of the log price of the first instrument, one for each tick. */
function stepsOf(model: ReturnType<typeof randomWalk>, ticks: number, instrument = 0): number[] {
  const steps: number[] = []
  let values = model.open()
  for (let tick = 1; tick <= ticks; tick += 1) {
    const next = model.step(values, tick).values
    steps.push((next[instrument] ?? 0) - (values[instrument] ?? 0))
    values = next
  }
  return steps
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const deviation = (numbers: readonly number[]) =>
  Math.sqrt(mean(numbers.map((one) => one * one)) - mean(numbers) ** 2)

describe('the random walk of textbooks', () => {
  test('opens at the opening price', () => {
    expect(randomWalk(setting()).open()).toEqual([0])
  })

  test.each`
    minutesPerTick | volatility | daily
    ${1}           | ${1}       | ${0.021}
    ${5}           | ${1}       | ${0.021}
    ${1}           | ${3}       | ${0.063}
    ${0.25}        | ${0.5}     | ${0.0105}
  `('with ticks of $minutesPerTick minutes, times $volatility, moves $daily in a day', (row) => {
    const { minutesPerTick, volatility, daily } = row
    const found = deviation(stepsOf(randomWalk(setting({ minutesPerTick, volatility })), 4000))
    expect(Math.abs((found * Math.sqrt(1440 / minutesPerTick)) / daily - 1)).toBeLessThan(0.05)
  })

  test('has no drift of the price: the mean of what a dollar becomes in a tick is a dollar', () => {
    const model = randomWalk(setting({ volatility: 10, minutesPerTick: 60 }))
    const grown = stepsOf(model, 20_000).map(Math.exp)
    expect(Math.abs(mean(grown) - 1)).toBeLessThan((4 * deviation(grown)) / Math.sqrt(20_000))
  })

  test('moves instruments together as far as they share the market', () => {
    const model = randomWalk(
      setting({ instruments: [bitcoin, { ...bitcoin, id: INSTRUMENTS[1]?.id ?? bitcoin.id }] }),
    )
    const one = stepsOf(model, 4000, 0)
    const other = stepsOf(model, 4000, 1)
    const together = mean(one.map((step, index) => (step - mean(one)) * (other[index] ?? 0)))
    expect(Math.abs(together / (deviation(one) * deviation(other)) - 0.77)).toBeLessThan(0.05)
  })

  test('of a restless class is as much wider as the class says, over the same dice', () => {
    const calm = deviation(stepsOf(randomWalk(setting()), 500))
    const wild = deviation(stepsOf(randomWalk(setting({ instruments: [ofClass('MEME')] })), 500))
    expect(wild / calm).toBeCloseTo(2.1, 6)
  })

  test('trades the same dollars in every tick', () => {
    const model = randomWalk(setting())
    const { prices, volumes } = model.step(model.open(), 1)
    expect((prices[0] ?? 0) * (volumes[0] ?? 0)).toBeCloseTo(20e9 / 1440, 0)
  })

  test('does not take values of another model', () => {
    expect(() => randomWalk(setting()).step([0, 0], 1)).toThrow(Fault)
    expect(() => randomWalk(setting()).step([], 1)).toThrow(Fault)
  })
})

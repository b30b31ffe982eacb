import { seedFromText } from '@cascade/engine'
import { expect, test } from 'vitest'
import { barLines } from '../bars.ts'
import { barredMarket, type PricesOptions } from './prices.ts'

const options: PricesOptions = { scenario: 'normal', seed: '1', days: 1, bar: '5m', volatility: 1 }
const marketOf = (change: Partial<PricesOptions>) => barredMarket({ ...options, ...change })
const rowsOf = (change: Partial<PricesOptions>) => {
  const { config, ticksPerBar } = marketOf(change)
  const seed = seedFromText(change.seed ?? options.seed)
  return [...barLines(config, { seed, ticksPerBar })].slice(1).map((line) => line.split(','))
}

test.each`
  bar       | dt           | ticks    | minutes | ticksPerBar
  ${'5m'}   | ${undefined} | ${1440}  | ${1}    | ${5}
  ${'1m'}   | ${undefined} | ${2880}  | ${0.5}  | ${2}
  ${'tick'} | ${undefined} | ${1440}  | ${1}    | ${1}
  ${'5m'}   | ${2.5}       | ${576}   | ${2.5}  | ${2}
  ${'1m'}   | ${0.1}       | ${14400} | ${0.1}  | ${10}
  ${'tick'} | ${1.4}       | ${1029}  | ${1.4}  | ${1}
`('a day in bars of $bar, --dt $dt, is $ticks ticks of $minutes minutes', ({ bar, dt, ...expected }) => {
  const { config, ticksPerBar } = marketOf({ bar, ...(dt ? { dt } : {}) })
  const { ticks, marketMinutesPerTick: minutes } = config.clock
  expect({ ticks, minutes, ticksPerBar }).toEqual(expected)
})

test.each([1, 2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 50, 64, 80, 100])('a bar may be %d ticks', (parts) => {
  expect(marketOf({ bar: '5m', dt: Number((5 / parts).toFixed(6)) }).ticksPerBar).toBe(parts)
})

test.each([
  ['5m', 2],
  ['5m', 10],
  ['5m', 0.7],
  ['1m', 0.3],
  ['1m', 60],
] as const)('a bar of %s is not made of ticks of %d minutes', (bar, dt) => {
  expect(() => marketOf({ bar, dt })).toThrow(
    `A bar of ${bar} does not hold a whole number of ticks of ${dt}`,
  )
})

test('days are rounded to whole bars, and there is one at least', () => {
  expect(marketOf({ days: 0.001 }).config.clock.ticks).toBe(5)
  expect(marketOf({ days: 0.0104 }).config.clock.ticks).toBe(15)
})

test('ten years are no more than many ticks', () => {
  expect(marketOf({ days: 3650 }).config.clock.ticks).toBe(5_256_000)
})

test('scenario, volatility, instruments and seed make the market', () => {
  const { config } = marketOf({ scenario: 'flash', volatility: 2, instruments: ['ETH', 'BTC'] })
  expect(config.market).toEqual({ scenario: 'flash', volatility: 2 })
  expect(config.instruments.map(({ id }) => id)).toEqual(['ETH', 'BTC'])
  const short = { days: 0.02, instruments: ['BTC'] }
  expect(rowsOf(short)).toEqual(rowsOf(short))
  expect(rowsOf(short)).not.toEqual(rowsOf({ ...short, seed: '2' }))
  expect(rowsOf(short)).not.toEqual(rowsOf({ ...short, volatility: 2 }))
})

test.each([
  [{ scenario: 'nope' }, 'There is no scenario nope'],
  [{ instruments: ['NOPE'] }, 'There is no instrument NOPE'],
  [{ instruments: ['BTC', 'BTC'] }, 'The instrument BTC is listed twice'],
])('%j is refused in words', (change, words) => {
  expect(() => marketOf(change)).toThrow(words)
})

test('the time of a row is in market seconds, whatever the bar', () => {
  const times = (change: Partial<PricesOptions>) =>
    rowsOf({ days: 0.01, instruments: ['BTC'], ...change })
      .slice(0, 3)
      .map(([time]) => time)
  expect(times({})).toEqual(['0', '300', '600'])
  expect(times({ bar: '1m' })).toEqual(['0', '60', '120'])
  expect(times({ bar: 'tick', dt: 0.35 })).toEqual(['0', '21', '42'])
})

import { expect, test } from 'vitest'
import { candlesOf, ticksPerCandle } from './candles.ts'

test('a candle holds the marks and volumes of its ticks and opens where the last one closed', () => {
  const line = { ticks: [0, 1, 2, 3, 4], marks: [100, 104, 98, 101, 90], volumes: [0, 7, 5, 4.5, 20] }
  expect(candlesOf(line, 2)).toEqual([
    { time: 0, open: 100, high: 104, low: 100, close: 104, volume: 7 },
    { time: 2, open: 104, high: 104, low: 98, close: 101, volume: 9.5 },
    { time: 4, open: 101, high: 101, low: 90, close: 90, volume: 20 },
  ])
})

test('ticks that were missed leave no hole in the price', () => {
  const candles = candlesOf({ ticks: [0, 9], marks: [100, 120], volumes: [0, 3] }, 2)
  expect(candles.map(({ time, open }) => [time, open])).toEqual([
    [0, 100],
    [8, 100],
  ])
})

test.each`
  ticks   | step
  ${60}   | ${1}
  ${600}  | ${5}
  ${1200} | ${10}
  ${9000} | ${60}
`('a round of $ticks ticks has candles of $step', ({ ticks, step }) => {
  expect(ticksPerCandle(ticks)).toBe(step)
})

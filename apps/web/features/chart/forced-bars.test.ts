import { expect, test } from 'vitest'
import { forcedBarsOf } from './forced-bars.ts'

test('a bar holds what was traded by force while its candle lasted', () => {
  const bars = forcedBarsOf({ ticks: [0, 4, 5, 12, 14], sold: [0.5, 1, -0.25, -2, 0.5] }, 5)
  expect(bars).toEqual([
    { time: 0, amount: 1.5, side: 'sell' },
    { time: 5, amount: 0.25, side: 'buy' },
    { time: 10, amount: 2.5, side: 'buy' },
  ])
})

test('where nothing was sold by force there are no bars', () => {
  expect(forcedBarsOf({ ticks: [], sold: [] }, 5)).toEqual([])
})

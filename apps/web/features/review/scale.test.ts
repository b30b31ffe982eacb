import { expect, test } from 'vitest'
import { alongOf, barsOf, depthOf, pathOf, spanOf } from './scale.ts'

test('a span holds every series with air above and below', () => {
  const span = spanOf([
    [100, 120],
    [90, 110],
  ])
  expect(span.low).toBeLessThan(90)
  expect(span.high).toBeGreaterThan(120)
})

test.each([[[[]]], [[[5, 5]]], [[[0]]]])('a span of %j is never empty', (series) => {
  const { low, high } = spanOf(series)
  expect(high).toBeGreaterThan(low)
})

test('the highest value lies at the top and the lowest at the bottom', () => {
  const span = { low: 0, high: 10 }
  expect([10, 5, 0, -4].map((value) => depthOf(value, span))).toEqual([0, 0.5, 1, 1])
})

test('a line goes from the left edge to the right one', () => {
  expect(pathOf([0, 10], { low: 0, high: 10 })).toBe('M0.0 100.00L1000.0 0.00')
  expect(alongOf(0, 1)).toBe(0)
})

test.each`
  values                   | most | bars
  ${[]}                    | ${3} | ${[]}
  ${[1, 2, 3]}             | ${3} | ${[1, 2, 3]}
  ${[1, 2, 3, 4, 5, 6, 7]} | ${3} | ${[6, 15, 7]}
`('$values are at most $most bars: $bars', ({ values, most, bars }) => {
  expect(barsOf(values, most)).toEqual(bars)
})

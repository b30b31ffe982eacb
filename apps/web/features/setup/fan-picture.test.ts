import { SCENARIOS } from '@cascade/engine'
import { expect, test } from 'vitest'
import { fanPicture } from './fan-picture.ts'

test.each(SCENARIOS)('the picture of $id has a band around its middle', ({ id }) => {
  const picture = fanPicture(id)
  expect(picture?.median).toHaveLength(41)
  expect(picture?.median[0]).toBe(1)
  for (const [at, median] of picture?.median.entries() ?? []) {
    expect(picture?.low[at]).toBeLessThanOrEqual(median)
    expect(picture?.high[at]).toBeGreaterThanOrEqual(median)
  }
  expect(picture?.fall).toBeGreaterThan(0)
})

test.each([
  ['flash', 'Bitcoin', 0.09, 0.2],
  ['black', 'Bitcoin', 0.36, 0.55],
  ['depeg', 'Dollar token', 0.05, 0.14],
])('the picture of %s is about %s and falls by what it is known for', (id, name, least, most) => {
  const picture = fanPicture(id)
  expect(picture?.instrument).toBe(name)
  expect(picture?.fall).toBeGreaterThan(least)
  expect(picture?.fall).toBeLessThan(most)
})

test('there is no picture of a scenario that is not there', () => {
  expect(fanPicture('nowhere')).toBeNull()
})

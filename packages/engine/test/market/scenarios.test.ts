import { describe, expect, test } from 'vitest'
import { known } from '../../src/assert.ts'
import { EXPECTATIONS } from '../../src/market/fan/expected-facts.ts'
import { marketFan } from '../../src/market/fan/fan.ts'
import { quantiles } from '../../src/market/fan/quantiles.ts'
import { INSTRUMENTS } from '../../src/market/instruments.ts'
import { SCENARIOS } from '../../src/market/scenarios.ts'

const SEEDS = 20
const MEDIAN = 2

describe('a scenario is what its card says, over many seeds', () => {
  test.each(SCENARIOS)('$id', ({ id }) => {
    const { facts } = known(EXPECTATIONS[id], 'something is expected of every scenario')
    const classes = new Set(facts.map((fact) => fact.class))
    const instruments = [...classes].flatMap((of) => INSTRUMENTS.find((each) => each.class === of) ?? [])
    const fans = marketFan({ scenario: id, instruments, seeds: SEEDS }, 24)
    for (const { class: of, fact, from, to } of facts) {
      const fan = known(
        fans.find(({ instrument }) => instrument.class === of),
        'the class is played',
      )
      const median = quantiles(fan.facts.map((each) => each[fact]))[MEDIAN]
      expect(median, `${of} ${fact}`).toBeGreaterThanOrEqual(from)
      expect(median, `${of} ${fact}`).toBeLessThanOrEqual(to)
    }
  })
})

test('a fan begins at the opening price and opens towards the bell', () => {
  const [fan] = marketFan({ scenario: 'normal', instruments: INSTRUMENTS.slice(0, 1), seeds: SEEDS }, 24)
  expect(fan?.points).toHaveLength(25)
  expect(fan?.points[0]).toEqual([1, 1, 1, 1, 1])
  const [low = 0, , , , high = 0] = fan?.points.at(-1) ?? []
  expect(high - low).toBeGreaterThan(0.04)
})

test('something is expected of every scenario, and of no other', () => {
  expect(Object.keys(EXPECTATIONS).toSorted()).toEqual(SCENARIOS.map(({ id }) => id).toSorted())
})

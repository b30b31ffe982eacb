import { describe, expect, test } from 'vitest'
import { pathFacts } from './path-facts.ts'
import { quantiles } from './quantiles.ts'

const LOOK = { direction: 'fall', windowMinutes: 4, backMinutes: 2 } as const
/** Slowly up, down by a fifth in two minutes, half of it back. */
const CRASH = [100, 101, 102, 102, 90, 81.6, 86, 91.8, 92, 92, 93]

describe('the facts of a path', () => {
  test('are the sharpest fall, when it ended, and what came back', () => {
    const facts = pathFacts(CRASH, 1, LOOK)
    expect(facts.move).toBeCloseTo(-0.2, 12)
    expect(facts.minutes).toBe(2)
    expect(facts.givenBack).toBeCloseTo(0.5, 12)
    expect(facts.moment).toBeCloseTo(0.5, 12)
    expect(facts.drawdown).toBeCloseTo(-0.2, 12)
    expect(facts.end).toBeCloseTo(-0.07, 12)
  })

  test('are the sharpest rise where one is looked for', () => {
    const facts = pathFacts(CRASH, 1, { ...LOOK, direction: 'rise' })
    expect(facts.move).toBeCloseTo(92 / 81.6 - 1, 12)
    expect(facts.moment).toBeCloseTo(0.8, 12)
  })

  test('spread the end evenly over days', () => {
    const facts = pathFacts([1, 1.1, 1.21], 1440, LOOK)
    expect(facts.perDay).toBeCloseTo(0.1, 12)
    expect(facts.dayVolatility).toBeCloseTo(0.1, 12)
  })

  test('are nothing where nothing falls', () => {
    const facts = pathFacts([1, 1, 1], 1, LOOK)
    expect(facts).toMatchObject({ move: 0, givenBack: 0, moment: 0, drawdown: 0, end: 0, dayVolatility: 0 })
  })
})

test('quantiles lie between neighbours, in whatever order the numbers come', () => {
  expect(quantiles([4, 0, 1, 3, 2])).toEqual([0.2, 1, 2, 3, 3.8])
  expect(quantiles([7])).toEqual([7, 7, 7, 7, 7])
  expect(quantiles([]).every(Number.isNaN)).toBe(true)
})

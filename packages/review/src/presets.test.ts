import { type PresetId, RULE_PRESETS, seatId } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { carelessReading, toldBy } from '../test/played.ts'
import { accountLens } from './account-lens.ts'
import { otherMode } from './other-mode.ts'
import { flipPlan, planOf } from './plan.ts'
import { runPlan } from './run-plan.ts'
import { timeline } from './timeline.ts'

const SEEDS = [1, 2, 3]
const SEATS = ['ann', 'ben'].map(seatId)
const CASES = RULE_PRESETS.flatMap(({ id }) => SEEDS.map((seed): [PresetId, number] => [id, seed]))

describe.each(CASES)('under the rules %s, in careless round %i', (preset, seed) => {
  const reading = carelessReading(seed, { preset })

  test.each(SEATS)('the plan of %s leads to the equity it had, at every tick', (seat) => {
    const lens = toldBy(accountLens(reading, seat))
    expect(runPlan(planOf(reading, seat)).points).toEqual(lens.points)
  })

  test.each(SEATS)('the twin of %s goes on to the bell', (seat) => {
    const plan = planOf(reading, seat)
    const twin = toldBy(otherMode(reading, seat))
    expect(twin.twinPoints).toHaveLength(twin.ownPoints.length)
    expect(twin.intents).toHaveLength(runPlan(plan).intents.length)
    expect(flipPlan(flipPlan(plan))).toEqual(plan)
  })

  test.each(SEATS)('what the positions of %s made is what its account gained', (seat) => {
    const lens = toldBy(accountLens(reading, seat))
    const made = lens.positions.reduce((sum, each) => sum + each.realizedPnl - each.fees - each.funding, 0)
    const gained = (lens.points.at(-1)?.equity ?? 0) - lens.startingCash
    if (lens.liquidations.length === 0) expect(gained).toBeCloseTo(made - lens.lossesBorne, 4)
  })

  test('only what changes hands between accounts is played again with the whole room', () => {
    const { exact } = toldBy(otherMode(reading, seatId('ann')))
    expect(exact).toBe(preset === 'frictionless' || preset === 'classroom')
  })
})

test('FUN-001 funding is told to who holds a position, where there is any', () => {
  const kinds = (preset: PresetId) =>
    timeline(carelessReading(1, { preset })).moments.filter(({ kind }) => kind === 'funding').length
  expect(kinds('classroom')).toBe(0)
  expect(kinds('harsh')).toBeGreaterThan(0)
})

test('MAR-018 an open position that changes its mode says what moved', () => {
  const { moments } = timeline(carelessReading(1, { preset: 'frictionless' }))
  const moved = moments.flatMap((each) => (each.kind === 'mode' && each.moved !== 0 ? [each] : []))
  expect(moved.length).toBeGreaterThan(0)
  for (const { marginMode, moved: amount } of moved) expect(amount > 0).toBe(marginMode === 'isolated')
})

import { canonical, type SeatId } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { accountLens } from '../../src/account-lens.ts'
import { cascades } from '../../src/cascades.ts'
import { otherMode } from '../../src/other-mode.ts'
import { flipPlan, planOf } from '../../src/plan.ts'
import { type Reading, readRound } from '../../src/reading.ts'
import { runPlan } from '../../src/run-plan.ts'
import { crowdRound } from '../crowd-round.ts'
import { toldBy } from '../played.ts'

const SEEDS = ['a quiet start', 'the long fall', 'back and forth']

const seatsOf = ({ seats }: Reading): readonly SeatId[] => [...seats.keys()]

describe.each(SEEDS)('in the crowd of %s', (seed) => {
  const reading = toldBy(readRound(crowdRound(seed)))

  test('every account played alone is worth what it was worth among the others', () => {
    for (const seat of seatsOf(reading)) {
      expect(runPlan(planOf(reading, seat)).points).toEqual(toldBy(accountLens(reading, seat)).points)
    }
  })

  test('every plan that is flipped twice is itself', () => {
    for (const seat of seatsOf(reading)) {
      const plan = planOf(reading, seat)
      expect(canonical(flipPlan(flipPlan(plan)))).toBe(canonical(plan))
    }
  })

  test('an account that is wiped in one of the two worlds has a cascade there', () => {
    for (const seat of seatsOf(reading)) {
      const { own, twin } = toldBy(otherMode(reading, seat))
      for (const world of [own, twin]) {
        if (world.wipedAtTick !== null) expect(world.cascades.at(-1)).toMatchObject({ wiped: true })
        if (world.wipedAtTick !== null) expect(world.equity).toBe(0)
      }
    }
  })

  test('an isolated bucket never loses more than its margin, and takes nothing with it', () => {
    for (const { bucket, closedWith, lost } of cascades(reading)) {
      expect(lost).toBeGreaterThan(0)
      if (bucket === 'isolated') expect(closedWith).toEqual([])
    }
  })

  test('what a review tells can be sent to another thread', () => {
    for (const seat of seatsOf(reading)) {
      const twin = otherMode(reading, seat)
      expect(structuredClone(twin)).toEqual(twin)
    }
  })
})

import {
  type Command,
  canonical,
  execute,
  type Frame,
  type Opening,
  openRound,
  roundId,
  type SeatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { CHARACTERS, Crowd, planSeats } from '@cascade/players'
import type { Reading, Reviewed, RoundRecord } from '@cascade/review'
import { accountLens, cascades, flipPlan, otherMode, planOf, readRound, runPlan } from '@cascade/review'
import { describe, expect, test } from 'vitest'

const SEEDS = ['a quiet start', 'the long fall', 'back and forth']

/** A round of a stormy market among one automatic player of every character. */
function crowdRound(text: string): RoundRecord {
  const seed = seedFromText(text)
  const config = standardConfig({ id: roundId('r1'), ticks: 240, scenario: 'flash', volatility: 2 })
  const opening: Opening = { config, seed }
  const round = openRound(config, seed)
  const crowd = new Crowd(seed)
  const frames: Frame[] = []
  const frame = (commands: readonly Command[]) => {
    for (const command of commands) execute(round, command)
    frames.push({ tick: frames.length + 1, commands, fingerprint: round.fingerprint ?? '' })
  }
  const opponents = CHARACTERS.map(({ id }) => ({ character: id, count: 1 }))
  frame(planSeats({ opponents, first: 1 }))
  frame([{ type: 'round.start' }])
  while (round.phase === 'running') frame([...crowd.commands(round), { type: 'clock.advance' }])
  return { opening, frames }
}

function toldBy<T>(reviewed: Reviewed<T>): T {
  if (!reviewed.ok) throw new Error(`not told: ${JSON.stringify(reviewed.problem)}`)
  return reviewed.value
}

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

  test('an account that ends with nothing in one of the two worlds has a cascade there', () => {
    for (const seat of seatsOf(reading)) {
      const { own, twin } = toldBy(otherMode(reading, seat))
      for (const world of [own, twin].filter(({ wipedAtTick }) => wipedAtTick !== null)) {
        expect(world.equity).toBe(0)
        expect(world.cascades.at(-1)).toMatchObject({ wiped: true })
      }
    }
  })

  test('an isolated bucket takes nothing with it', () => {
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

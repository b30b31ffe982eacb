import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lessonPlaces } from '../../src/scoring/lesson.ts'
import { FactsKeeper, type RoundFacts } from '../../src/scoring/round-facts.ts'
import { type ScoreRules, steadyPlaces, steadyScore, unplaced } from '../../src/scoring/steady-hand.ts'
import { checkScoring } from '../simulate/scoring-law.ts'

const USUAL: ScoreRules = { boldness: 'usual', single: false }
const facts = (more: Partial<RoundFacts> = {}): RoundFacts => ({
  gain: 0.1,
  worstDip: 0.1,
  fills: 5,
  exposure: 2,
  wipedAtTick: null,
  late: false,
  ...more,
})
const placesOf = (...all: readonly Partial<RoundFacts>[]) => {
  const placed = steadyPlaces(
    all.map((each, seat) => [seat, facts(each)] as const),
    USUAL,
  )
  return all.map((_, seat) => placed.find((each) => each.seat === seat)?.place)
}

describe('a round by Steady hand', () => {
  test('SCO-001 the worst dip is from the peak so far, the starting cash being the first', () => {
    const keeper = new FactsKeeper(100)
    for (const equity of [90, 120, 96, 110]) keeper.add({ equity, notional: 2 * equity })
    expect(keeper.worstDip).toBeCloseTo(0.2, 12)
    expect(keeper.exposure).toBeCloseTo(2, 12)
  })

  test.each`
    gain    | worstDip | boldness     | score
    ${0.1}  | ${0.2}   | ${'usual'}   | ${0.5}
    ${0.1}  | ${0.01}  | ${'usual'}   | ${2}
    ${0.1}  | ${0.01}  | ${'careful'} | ${5}
    ${0.1}  | ${0.01}  | ${'bold'}    | ${0.5}
    ${-0.1} | ${0.5}   | ${'usual'}   | ${-0.1}
  `('SCO-001 SCO-002 gain $gain with a dip of $worstDip, $boldness: $score', (row) => {
    const score = steadyScore(facts(row), { boldness: row.boldness, single: false })
    expect(score).toBeCloseTo(row.score, 12)
  })

  test('SCO-003 losers are placed by what they lost, behind everybody who gained', () => {
    expect(
      placesOf({ gain: -0.05, worstDip: 0.05 }, { gain: -0.04, worstDip: 0.5 }, { gain: 0.001 }),
    ).toEqual([3, 2, 1])
  })

  test('SCO-003 a deeper dip never raises a score', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('careful', 'usual', 'bold'),
        fc.boolean(),
        (gain, dip, deeper, boldness, single) => {
          const score = (worstDip: number) => steadyScore(facts({ gain, worstDip }), { boldness, single })
          expect(score(Math.max(dip, deeper))).toBeLessThanOrEqual(score(Math.min(dip, deeper)))
        },
      ),
    )
  })

  test('SCO-004 the wiped come last, the later before the earlier', () => {
    expect(placesOf({ gain: -1, wipedAtTick: 10 }, { gain: -1, wipedAtTick: 90 }, { gain: -0.99 })).toEqual([
      3, 2, 1,
    ])
  })

  test('SCO-005 equals share a place', () => {
    expect(placesOf({ gain: 0.3 }, { gain: 0.2 }, { gain: 0.2 }, { gain: 0.1 })).toEqual([1, 2, 2, 4])
  })

  test.each`
    more                              | why
    ${{ fills: 2 }}                   | ${'few_trades'}
    ${{ fills: 3 }}                   | ${null}
    ${{ exposure: 0.49 }}             | ${'little_exposure'}
    ${{ exposure: 0.5 }}              | ${null}
    ${{ fills: 1, wipedAtTick: 7 }}   | ${null}
    ${{ late: true, wipedAtTick: 7 }} | ${'late'}
  `('SCO-006 SCO-007 with $more the reason to have no place is $why', ({ more, why }) => {
    expect(unplaced(facts(more))).toBe(why)
  })

  test('SCO-006 who has no place takes none from others', () => {
    expect(placesOf({ gain: 0.5, fills: 1 }, { gain: 0.1 }, { gain: 0.2 })).toEqual([null, 2, 1])
  })

  test('SCO-008 of one round alone no more than 15 per cent count', () => {
    const single: ScoreRules = { boldness: 'usual', single: true }
    expect(steadyScore(facts({ gain: 3, worstDip: 0.15 }), single)).toBeCloseTo(1, 12)
    expect(steadyScore(facts({ gain: 0.1, worstDip: 0.1 }), single)).toBeCloseTo(1, 12)
  })
})

describe('a lesson', () => {
  test('SCO-009 is placed by the average over the rounds in which a seat had a place', () => {
    const round = (...places: readonly (number | null)[]) =>
      places.map((place, seat) =>
        place === null ? { seat, place, why: 'late' as const } : { seat, place, score: 0 },
      )
    const told = lessonPlaces([round(1, 3, null, null), round(4, 3, 2, null)])
    expect(told.map(({ seat, place, average, rounds }) => [seat, place, average, rounds])).toEqual([
      [2, 1, 2, 1],
      [0, 2, 2.5, 2],
      [1, 3, 3, 2],
      [3, null, null, 0],
    ])
  })

  test('SCO-010 is seldom won by gambling and often by skill', { timeout: 120_000 }, () => {
    expect(checkScoring({ seed: 'npm test', count: 1000 }).failures).toEqual([])
  })
})

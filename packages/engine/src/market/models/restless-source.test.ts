import { describe, expect, test } from 'vitest'
import { seedFromText } from '../../random/seed.ts'
import { openStream } from '../../random/stream.ts'
import { restlessSource, type SourceHabits } from './restless-source.ts'
import { ValueTape } from './value-tape.ts'

const stream = openStream(seedFromText('source'), 'test')
const USUAL = 0.0005
const calm: SourceHabits = { perDay: 0, downShare: 0.5, minutesPerTick: 1, ownWeight: 0, lentWeight: 0 }

/** The steps of a source over so many ticks. */
function play(habits: Partial<SourceHabits>, ticks: number, lent = 0) {
  const source = restlessSource({ ...calm, ...habits })
  const opening: number[] = []
  source.open(opening, stream.at(0))
  let values: readonly number[] = opening
  return Array.from({ length: ticks }, (_, index) => {
    const tape = new ValueTape(values)
    const step = source.advance(tape, stream.at(index + 1), { usual: USUAL, lent })
    values = tape.close()
    return step
  })
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const moves = (steps: ReturnType<typeof play>) => steps.map(({ diffusion }) => diffusion)
const variance = (numbers: readonly number[]) => mean(numbers.map((one) => one * one))

describe('a restless source', () => {
  test('without a ladder, a jump or a trend begins at the usual volatility of a minute', () => {
    const [first] = play({}, 1)
    expect(first?.sigma).toBeCloseTo(USUAL / Math.sqrt(1.45), 12)
  })

  test('moves by its volatility times the root of the tick', () => {
    for (const minutesPerTick of [0.25, 1, 5]) {
      const steps = play({ minutesPerTick }, 2000)
      const scaled = steps.map(({ diffusion, sigma }) => diffusion / (sigma * Math.sqrt(minutesPerTick)))
      expect(Math.abs(variance(scaled) - 1)).toBeLessThan(0.1)
      expect(Math.abs(mean(scaled))).toBeLessThan(0.07)
    }
  })

  test.each([0.5, 1])(
    'has the usual variance over many openings, its ladder at a weight of %d',
    (ownWeight) => {
      const source = restlessSource({ ...calm, ownWeight })
      const squares = Array.from({ length: 4000 }, (_, opening) => {
        const values: number[] = []
        source.open(values, stream.at(opening))
        const dice = stream.at(10_000 + opening)
        return source.advance(new ValueTape(values), dice, { usual: USUAL, lent: 0 }).sigma ** 2
      })
      expect(Math.abs((mean(squares) * 1.45) / (USUAL * USUAL) - 1)).toBeLessThan(0.12)
    },
  )

  test.each`
    lent  | times
    ${0}  | ${1}
    ${1}  | ${Math.exp(0.5)}
    ${-2} | ${Math.exp(-1)}
  `('with a logarithm of $lent lent at a weight of one half is $times as restless', ({ lent, times }) => {
    const [plain] = play({ lentWeight: 0.5 }, 1)
    const [stirred] = play({ lentWeight: 0.5 }, 1, lent)
    expect((stirred?.sigma ?? 0) / (plain?.sigma ?? 1)).toBeCloseTo(times, 10)
  })

  test('does not jump when it never jumps, and says so', () => {
    for (const { jump, jumpExpected } of play({ perDay: 0 }, 500))
      expect([Math.abs(jump), jumpExpected]).toEqual([0, 0])
  })

  test('jumps when it does: now and then far beyond its diffusion', () => {
    const steps = play({ perDay: 20 }, 3000)
    const largest = Math.max(...steps.map(({ jump, sigma }) => Math.abs(jump) / sigma))
    expect(largest).toBeGreaterThan(4)
    expect(mean(steps.map(({ jumpExpected }) => jumpExpected))).toBeGreaterThan(0)
  })

  test('is more restless in a trend than without one', () => {
    const steps = play({}, 8000)
    const pairs = steps.slice(60).map(({ sigma }, index) => {
      const trend = Math.abs(mean(moves(steps.slice(index, index + 60))))
      return { sigma, trend }
    })
    pairs.sort((a, b) => a.trend - b.trend)
    const third = Math.floor(pairs.length / 3)
    const quiet = mean(pairs.slice(0, third).map(({ sigma }) => sigma))
    const trending = mean(pairs.slice(-third).map(({ sigma }) => sigma))
    expect(trending / quiet).toBeGreaterThan(1.1)
  })
})

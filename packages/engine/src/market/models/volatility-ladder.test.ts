import { describe, expect, test } from 'vitest'
import { seedFromText } from '../../random/seed.ts'
import { openStream } from '../../random/stream.ts'
import { ValueTape } from './value-tape.ts'
import { volatilityLadder } from './volatility-ladder.ts'

const stream = openStream(seedFromText('ladder'), 'test')

/** The logarithms of so many ticks, and the shocks beside them. */
function climb(minutesPerTick: number, ticks: number) {
  const ladder = volatilityLadder(minutesPerTick)
  const opening: number[] = []
  ladder.open(opening, stream.at(0))
  let values: readonly number[] = opening
  const logarithms: number[] = []
  const shocks: number[] = []
  for (let tick = 1; tick <= ticks; tick += 1) {
    const dice = stream.at(tick)
    const shock = dice.normal()
    const tape = new ValueTape(values)
    logarithms.push(ladder.advance(tape, dice, shock))
    shocks.push(shock)
    values = tape.close()
  }
  return { ladder, logarithms, shocks }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length

describe('the ladder of volatility', () => {
  test('has the variance it says, over many openings', () => {
    const ladder = volatilityLadder(1)
    const opened = Array.from({ length: 4000 }, (_, index) => {
      const values: number[] = []
      ladder.open(values, stream.at(index))
      return ladder.advance(new ValueTape(values), stream.at(index), 0)
    })
    const variance = mean(opened.map((each) => each * each)) - mean(opened) ** 2
    expect(Math.abs(variance / ladder.variance - 1)).toBeLessThan(0.1)
  })

  test.each([0.5, 1.4, 5])('forgets by the minute, not by the tick: %d minutes a tick', (minutesPerTick) => {
    const { logarithms } = climb(minutesPerTick, Math.round(60_000 / minutesPerTick))
    const apart = Math.round(60 / minutesPerTick)
    const changes = logarithms.slice(apart).map((each, index) => (each - (logarithms[index] ?? 0)) ** 2)
    // In an hour the two fast rungs forget nearly all, the slow ones nearly nothing.
    expect(mean(changes)).toBeGreaterThan(0.22)
    expect(mean(changes)).toBeLessThan(0.34)
  })

  test('answers a fall, and only after it', () => {
    const { logarithms, shocks } = climb(1, 60_000)
    const changes = logarithms.slice(1).map((each, index) => each - (logarithms[index] ?? 0))
    const after = mean(changes.map((change, index) => change * (shocks[index] ?? 0)))
    const before = mean(changes.slice(0, -1).map((change, index) => change * (shocks[index + 1] ?? 0)))
    expect(after).toBeLessThan(-0.004)
    expect(Math.abs(before)).toBeLessThan(0.003)
  })
})

import { describe, expect, test } from 'vitest'
import { seedFromText } from '../../random/seed.ts'
import { openStream } from '../../random/stream.ts'
import { jumps } from './jumps.ts'
import { ValueTape } from './value-tape.ts'

const stream = openStream(seedFromText('jumps'), 'test')

function play(minutesPerTick: number, days: number) {
  const source = jumps({ perDay: 4, downShare: 0.53, minutesPerTick })
  const opening: number[] = []
  source.open(opening)
  let values: readonly number[] = opening
  const ticks = Math.round((days * 1440) / minutesPerTick)
  let expected = 0
  let arrived = 0
  let hits = 0
  const sizes: number[] = []
  let before = 0
  for (let tick = 1; tick <= ticks; tick += 1) {
    const tape = new ValueTape(values)
    const step = source.advance(tape, stream.at(tick), 1)
    values = tape.close()
    expected += step.expected
    arrived += step.arrived
    const [, , aftermath = 0] = values
    const grown = aftermath - before * Math.exp(-minutesPerTick / 12)
    if (grown > 0.5) {
      hits += 1
      sizes.push(grown * 5)
    }
    before = aftermath
  }
  return { expected, arrived, hits, sizes, days }
}

describe('jumps', () => {
  test.each([0.5, 1, 5])(
    'come as often as their habits and their offspring say: %d minutes a tick',
    (minutes) => {
      const { hits, days } = play(minutes, 400)
      expect(Math.abs(hits / days / (4 / 0.57) - 1)).toBeLessThan(0.1)
    },
  )

  test('are as large as expected, none under five sigmas or over thirty', () => {
    const { sizes, expected } = play(1, 400)
    expect(Math.min(...sizes)).toBeGreaterThan(4.99)
    expect(Math.max(...sizes)).toBeLessThan(30.01)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(Math.abs(total / expected - 1)).toBeLessThan(0.05)
  })

  test('fall a little more often than they rise', () => {
    const { arrived, expected } = play(1, 400)
    expect(Math.abs(arrived / expected + 0.06)).toBeLessThan(0.08)
  })

  test('arrive over minutes, whole', () => {
    const never = jumps({ perDay: 0, downShare: 0.5, minutesPerTick: 0.5 })
    let values: readonly number[] = [0, 8, 0]
    const parts: number[] = []
    for (let tick = 1; tick <= 40; tick += 1) {
      const tape = new ValueTape(values)
      parts.push(never.advance(tape, stream.at(tick), 1).arrived)
      values = tape.close()
    }
    expect(parts[0]).toBeCloseTo(8 * (1 - Math.exp(-0.5)))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(8)
  })
})

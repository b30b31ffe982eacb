import { describe, expect, test } from 'vitest'
import { Dice } from './dice.ts'
import { seedFromText } from './seed.ts'
import { openStream } from './stream.ts'

const always = (word: number) =>
  new Dice({ block: () => new Uint32Array(16).fill(word), startOf: () => 0 }, 0)

describe('dice', () => {
  test('never show 0 or 1, whatever the words', () => {
    expect(always(0).uniform()).toBe(2 ** -54)
    expect(always(0xffffffff).uniform()).toBe(1 - 2 ** -53)
    expect(always(0).normal()).toBeGreaterThan(-8.3)
    expect(always(0xffffffff).normal()).toBeLessThan(8.3)
  })

  test('take two words for each draw, whatever it is', () => {
    const words = new Uint32Array(16)
    words[6] = 0x80000000
    const dice = new Dice({ block: () => words, startOf: () => 0 }, 0)
    dice.uniform()
    dice.normal()
    dice.below(6)
    expect(dice.uniform()).toBe(0.5)
  })

  test('go on in the next block of their tick when they have used up one', () => {
    const asked: number[][] = []
    const table = {
      block: (tick: number, index: number) => {
        asked.push([tick, index])
        return new Uint32Array(64).fill(index === 1 ? 0x80000000 : 0, 32, 33)
      },
      startOf: () => 32,
    }
    const dice = new Dice(table, 9)
    for (let draw = 0; draw < 8; draw += 1) expect(dice.uniform()).toBe(2 ** -54)
    expect(dice.uniform()).toBe(0.5)
    expect(asked).toEqual([
      [9, 0],
      [9, 1],
    ])
  })

  test('draw evenly and normally', () => {
    const stream = openStream(seedFromText('dice'), 'test')
    const count = 20_000
    let sum = 0
    let squares = 0
    const sides = [0, 0, 0, 0, 0, 0]
    for (let tick = 0; tick < count; tick += 1) {
      const dice = stream.at(tick)
      const drawn = dice.normal()
      sum += drawn
      squares += drawn * drawn
      const side = dice.below(6)
      sides[side] = (sides[side] ?? 0) + 1
    }
    expect(Math.abs(sum / count)).toBeLessThan(4 / Math.sqrt(count))
    expect(Math.abs(squares / count - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
    expect(sides).toHaveLength(6)
    for (const side of sides) expect(Math.abs(side - count / 6)).toBeLessThan(4 * Math.sqrt(count / 6))
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitmentOf, openStream, roundId, seed, seedFromText, standardConfig } from '../../src/index.ts'

const texts = fc.string({ maxLength: 20 })
const runs = { numRuns: 60 }
const config = standardConfig({ id: roundId('r_law') })

/** Sum of squared distances from evenness, over what chance would give on average: near 1 when it is even. */
function unevenness(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const even = total / counts.length
  const squares = counts.reduce((sum, count) => sum + (count - even) * (count - even), 0)
  return squares / even / (counts.length - 1)
}

describe('laws of chance', () => {
  test('a seed is made of any text, and read back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const made = seedFromText(text)
        expect(seed(made)).toBe(made)
        expect(commitmentOf({ config, seed: made })).toMatch(/^[0-9a-f]{64}$/)
        expect(commitmentOf({ config, seed: made })).not.toBe(made)
      }),
      runs,
    )
  })

  test('two texts make two seeds and two commitments', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(seedFromText(a) === seedFromText(b)).toBe(a === b)
        const [one, other] = [a, b].map((text) => commitmentOf({ config, seed: seedFromText(text) }))
        expect(one === other).toBe(a === b)
      }),
      runs,
    )
  })

  test.each([2, 6, 7, 52])('dice of %d sides fall evenly, whatever the seed', (sides) => {
    fc.assert(
      fc.property(texts, (text) => {
        const stream = openStream(seedFromText(text), 'law')
        const counts = Array.from({ length: sides }, () => 0)
        for (let tick = 0; tick < 100 * sides; tick += 1) {
          const side = stream.at(tick).below(sides)
          counts[side] = (counts[side] ?? 0) + 1
        }
        expect(counts).toHaveLength(sides)
        expect(unevenness(counts)).toBeLessThan(1 + 8 * Math.sqrt(2 / (sides - 1)) + 10 / (sides - 1))
      }),
      { numRuns: 10 },
    )
  })

  test('numbers between 0 and 1 fill the tenths evenly, within one tick as over many', () => {
    const stream = openStream(seedFromText('tenths'), 'law')
    const within = Array.from({ length: 10 }, () => 0)
    const across = Array.from({ length: 10 }, () => 0)
    const dice = stream.at(5)
    for (let tick = 0; tick < 5000; tick += 1) {
      const one = Math.floor(dice.uniform() * 10)
      const other = Math.floor(stream.at(tick).uniform() * 10)
      within[one] = (within[one] ?? 0) + 1
      across[other] = (across[other] ?? 0) + 1
    }
    expect(unevenness(within)).toBeLessThan(3)
    expect(unevenness(across)).toBeLessThan(3)
  })

  test('what is drawn first does not tell what is drawn next', () => {
    const stream = openStream(seedFromText('pairs'), 'law')
    const counts = Array.from({ length: 16 }, () => 0)
    for (let tick = 0; tick < 8000; tick += 1) {
      const dice = stream.at(tick)
      const pair = dice.below(4) * 4 + dice.below(4)
      counts[pair] = (counts[pair] ?? 0) + 1
    }
    expect(unevenness(counts)).toBeLessThan(3)
  })

  test('a tick shows the same dice in whatever order ticks and places are asked for', () => {
    const ticks = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(texts, ticks, (text, asked) => {
        const stream = openStream(seedFromText(text), 'law')
        const drawn = asked.map((tick) => stream.at(tick).uniform())
        const again = asked
          .toReversed()
          .map((tick) => openStream(seedFromText(text), 'law').at(tick).uniform())
        expect(again.toReversed()).toEqual(drawn)
      }),
      runs,
    )
  })
})

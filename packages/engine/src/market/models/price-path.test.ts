import { describe, expect, test } from 'vitest'
import { Dice } from '../../random/dice.ts'
import type { Anchor } from '../scenario.ts'
import { lasting, lastingMean, pricePath } from './price-path.ts'
import { ValueTape } from './value-tape.ts'

/** Dice that always show the middle: a standard normal number of zero. */
const middle = Uint32Array.from({ length: 16 }, (_, place) => (place % 2 === 0 ? 0x80000000 : 0))
const still = new Dice({ block: () => middle, startOf: () => 0 }, 0)
const SIGMA = 0.0005

/** Where a path stands in each of the ticks after one jump. */
function after(jump: number, ticks: number, anchor: Anchor | null = null): number[] {
  const path = pricePath({ minutesPerTick: 1, anchor, usual: SIGMA })
  const opening: number[] = []
  path.open(opening, still)
  let values: readonly number[] = opening
  const prices: number[] = []
  for (let tick = 0; tick < ticks; tick += 1) {
    const tape = new ValueTape(values)
    const now = { diffusion: 0, sharedJump: tick === 0 ? jump : 0, ownJump: 0, jumpDrift: 0, sigma: SIGMA }
    prices.push(path.advance(tape, still, now).logPrice)
    values = tape.close()
  }
  return prices
}

describe('the path of a price', () => {
  test.each([
    ['a fall is given back by 45 per cent', -0.1, -0.055],
    ['a rise is given back by 12 per cent', 0.1, 0.088],
  ])('%s within an hour and a half', (_what, jump, left) => {
    const prices = after(jump, 90)
    expect(prices[0]).toBeCloseTo(jump, 5)
    expect(prices[89]).toBeCloseTo(left, 3)
  })

  test('finds back to where it opened when it is anchored', () => {
    expect(after(0.1, 600, { minutes: 60, side: 'both' })[599]).toBeCloseTo(0, 4)
  })

  test.each([
    ['below', -0.1, 0],
    ['below', 0.1, 0.088],
    ['above', 0.1, 0],
    ['above', -0.1, -0.055],
  ] as const)('that is held from %s goes from %d to %d', (side, jump, left) => {
    expect(after(jump, 600, { minutes: 60, side })[599]).toBeCloseTo(left, 3)
  })

  test('has no drift from what lasts of jumps on average', () => {
    expect(lastingMean(0.5)).toBeCloseTo(0.5 * lasting(1) + 0.5 * lasting(-1), 12)
    expect(lastingMean(1)).toBe(lasting(-1))
  })

  test('trades more the more it moves', () => {
    const path = pricePath({ minutesPerTick: 1, anchor: null, usual: SIGMA })
    const volumeOf = (diffusion: number, sigma: number) =>
      path.advance(new ValueTape([0, 0, 0]), still, {
        diffusion,
        sharedJump: 0,
        ownJump: 0,
        jumpDrift: 0,
        sigma,
      }).volume
    expect(volumeOf(SIGMA, SIGMA)).toBeGreaterThan(volumeOf(0, SIGMA))
    expect(volumeOf(0, 2 * SIGMA)).toBeGreaterThan(volumeOf(0, SIGMA))
  })
})

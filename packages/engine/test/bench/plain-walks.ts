import Base from 'decimal.js'
import type { Instrument } from '../../src/index.ts'

const SIGMA = 0.00055
const DRIFT = -0.5 * SIGMA * SIGMA

/**
 * The least a market can be: a geometric Brownian motion in floats, with the machine's own chance and
 * functions. Nobody can compute it again.
 */
export function floatWalk(instruments: readonly Instrument[], ticks: number): readonly number[] {
  const prices = instruments.map(({ openingPrice }) => openingPrice.toNumber())
  for (let tick = 0; tick < ticks; tick += 1) {
    for (let index = 0; index < prices.length; index += 1) {
      prices[index] = (prices[index] ?? 0) * Math.exp(DRIFT + SIGMA * normal())
    }
  }
  return prices
}

/** The same in decimals, as one would write it who wants no float near a price. */
export function decimalWalk(instruments: readonly Instrument[], ticks: number): readonly Base[] {
  let prices = instruments.map(({ openingPrice }) => new Base(openingPrice.toFixed()))
  for (let tick = 0; tick < ticks; tick += 1) {
    prices = prices.map((price) => price.times(new Base(SIGMA).times(normal()).plus(DRIFT).exp()))
  }
  return prices
}

/** A standard normal number after Box and Muller. */
const normal = (): number =>
  Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())

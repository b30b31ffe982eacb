import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { type ComparedSource, comparedMarket } from './compared-market.ts'
import type { MarketSetting, PriceModel } from './model.ts'

const DAY = 1440
const ROOT_5 = Math.sqrt(5)
/** Minutes in which two thirds of what the variance is away from its mean are forgotten. */
const MEMORY = 480
/** How much a fall stirs the variance up: the correlation of its shock with the return's. */
const LEVERAGE = -0.3
const LEVERAGE_REST = Math.sqrt(1 - LEVERAGE * LEVERAGE)
/** Jumps of each source in a day, and their normal size in sigmas of five usual minutes. */
const JUMPS_PER_DAY = 1
const JUMP_MEAN = -0.5 * ROOT_5
const JUMP_SPREAD = 6 * ROOT_5
const JUMP_SQUARE = JUMP_MEAN * JUMP_MEAN + JUMP_SPREAD * JUMP_SPREAD

/**
 * Bates's process: a variance that is pulled to its mean and shaken in proportion to its root, tied to falls,
 * and jumps that come by chance alone. The variance is half the sum of two squared memories, which is that
 * process exactly, whatever the length of a tick, and never below nothing.
 */
export const bates = (setting: MarketSetting): PriceModel => comparedMarket('bates', setting, source)

function source({ minutesPerTick, scenario }: MarketSetting): ComparedSource {
  const kept = exp(-minutesPerTick / (2 * MEMORY))
  const fresh = Math.sqrt(1 - kept * kept)
  const chance = (JUMPS_PER_DAY * scenario.jumps * minutesPerTick) / DAY
  // What jumps add to the variance the diffusion goes without: a day is as restless as the class says.
  const diffuses = minutesPerTick - chance * JUMP_SQUARE
  return {
    open: (write, dice) => write.push(dice.normal(), dice.normal()),
    advance: (tape, dice, lent) => {
      const [one, other] = [tape.take(), tape.take()]
      const [first, second] = [dice.normal(), dice.normal()]
      tape.put(kept * one + fresh * first)
      tape.put(kept * other + fresh * second)
      const squares = one * one + other * other
      const shaken = (one * first + other * second) / Math.sqrt(squares)
      const unrest = squares / 2
      const variance = diffuses * unrest * lent
      const shock = LEVERAGE * shaken + LEVERAGE_REST * dice.normal()
      const hit = dice.uniform() < chance
      const size = JUMP_MEAN + JUMP_SPREAD * dice.normal()
      return { variance, diffusion: Math.sqrt(variance) * shock, jump: hit ? size : 0, unrest: 1 }
    },
    jumpDrift: (scale) => {
      const grown = exp(scale * JUMP_MEAN + 0.5 * scale * scale * JUMP_SPREAD * JUMP_SPREAD)
      return ln(1 + chance * (grown - 1))
    },
  }
}

import exp from '@stdlib/math-base-special-exp'
import type { Dice } from '../../random/dice.ts'
import type { ValueTape } from './value-tape.ts'

/**
 * How long each rung remembers, market minutes: from five minutes to two weeks, each four times the one
 * before.
 */
const MEMORIES = [5, 20, 80, 320, 1280, 5120, 20480] as const
/** How rough volatility is: the variance of one rung is this times ln 4. */
const ROUGHNESS = 0.026
const LN_4 = 1.3862943611198906
/**
 * Markets forget a little more of the first minutes, and move a little more over days, than an even ladder.
 */
const FAST_WEIGHT = 1.8
const SLOW_WEIGHT = 1.9
const SLOW_FROM = 4
/** How much a fall stirs volatility up: the correlation of a rung's news with the return's. */
const LEVERAGE = -0.06
const LEVERAGE_REST = Math.sqrt(1 - LEVERAGE * LEVERAGE)

/**
 * A ladder of memories whose sum is the logarithm of volatility: hours are restless inside restless weeks.
 */
export interface VolatilityLadder {
  /** Variance of the logarithm. */
  readonly variance: number
  /** Writes rungs as if the ladder had always run. */
  readonly open: (write: number[], dice: Dice) => void
  /**
   * Gives the logarithm as it was before this tick, and moves the rungs on; `shock` is the standard normal
   * number of the return. Reading after would tie
   * volatility to the return it multiplies, and make leverage a drift.
   */
  readonly advance: (tape: ValueTape, dice: Dice, shock: number) => number
}

/** Makes the ladder for a length of tick in market minutes. */
export function volatilityLadder(minutesPerTick: number): VolatilityLadder {
  const rungs = MEMORIES.map((memory, place) => {
    const kept = exp(-minutesPerTick / memory)
    return { kept, fresh: Math.sqrt(1 - kept * kept), weight: Math.sqrt(rungVariance(place)) }
  })
  return {
    variance: rungs.reduce((sum, rung) => sum + rung.weight * rung.weight, 0),
    open: (write, dice) => {
      for (const _ of rungs) write.push(dice.normal())
    },
    advance: (tape, dice, shock) => {
      const shared = LEVERAGE * shock
      let logarithm = 0
      for (const rung of rungs) {
        const level = tape.take()
        logarithm += rung.weight * level
        tape.put(rung.kept * level + rung.fresh * (shared + LEVERAGE_REST * dice.normal()))
      }
      return logarithm
    },
  }
}

function rungVariance(place: number): number {
  const even = ROUGHNESS * LN_4
  if (place === 0) return even * FAST_WEIGHT
  return place >= SLOW_FROM ? even * SLOW_WEIGHT : even
}

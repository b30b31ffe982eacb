import exp from '@stdlib/math-base-special-exp'
import type { Dice } from '../../random/dice.ts'
import { type JumpHabits, jumps } from './jumps.ts'
import type { ValueTape } from './value-tape.ts'
import { volatilityLadder } from './volatility-ladder.ts'

/** How much a trend stirs volatility up, against one that is not there. */
const TREND_WEIGHT = 0.45
const TREND_MINUTES = 60
/** A trend counts up to so many sigmas. */
const TREND_MAX = 6
const ROOT_5 = Math.sqrt(5)

/** Where a source's volatility comes from. */
export interface SourceHabits extends JumpHabits {
  /** Weight of its own ladder in the logarithm of its volatility. */
  readonly ownWeight: number
  /** Weight of the logarithm lent to it by another source. */
  readonly lentWeight: number
}

/** What a source needs to know of the tick. */
interface SourceTick {
  /** Volatility of a usual minute at this time of day. */
  readonly usual: number
  /** The other source's logarithm of volatility. */
  readonly lent: number
}

/** What a source did in one tick, as changes of a log price. */
export interface SourceStep {
  /** The source's own logarithm of volatility, before weights. */
  readonly logarithm: number
  /** Volatility of one minute before the tick. */
  readonly sigma: number
  readonly diffusion: number
  readonly jump: number
  /** Mean size of a jump, whatever its side, times its chance. */
  readonly jumpExpected: number
}

/** A stream of returns whose volatility remembers, answers to its own trend, and is broken by jumps. */
export interface RestlessSource {
  readonly open: (write: number[], dice: Dice) => void
  readonly advance: (tape: ValueTape, dice: Dice, now: SourceTick) => SourceStep
}

/** Makes a source for one length of tick. */
export function restlessSource(habits: SourceHabits): RestlessSource {
  const { minutesPerTick, ownWeight, lentWeight } = habits
  const ladder = volatilityLadder(minutesPerTick)
  const jump = jumps(habits)
  const centre = (ownWeight * ownWeight + lentWeight * lentWeight) * ladder.variance
  const root = Math.sqrt(minutesPerTick)
  const trendKept = exp(-minutesPerTick / TREND_MINUTES)
  const trendFresh = Math.sqrt(1 - trendKept * trendKept)
  return {
    open: (write, dice) => {
      ladder.open(write, dice)
      jump.open(write)
      write.push(0)
    },
    advance: (tape, dice, { usual, lent }) => {
      const shock = dice.normal()
      const logarithm = ladder.advance(tape, dice, shock)
      const calm = usual * exp(ownWeight * logarithm + lentWeight * lent - centre)
      const hit = jump.advance(tape, dice, calm * ROOT_5)
      const trend = tape.take()
      const sigma = calm * Math.sqrt((1 + hit.aftermath + TREND_WEIGHT * trend * trend) / (1 + TREND_WEIGHT))
      const diffusion = sigma * root * shock
      const moved = trendKept * trend + (trendFresh * (diffusion + hit.arrived)) / (calm * root)
      tape.put(Math.max(-TREND_MAX, Math.min(TREND_MAX, moved)))
      return { logarithm, sigma, diffusion, jump: hit.arrived, jumpExpected: hit.expected }
    },
  }
}

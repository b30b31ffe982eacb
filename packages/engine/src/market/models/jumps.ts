import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Dice } from '../../random/dice.ts'
import type { ValueTape } from './value-tape.ts'

const DAY = 1440
/** Jumps that each jump brings about, and the minutes they take to come. */
const OFFSPRING = 0.43
const OFFSPRING_MINUTES = 30
/** The smallest jump, in sigmas of five minutes, and how the larger ones thin out: a power tail of 2.5. */
const SMALLEST = 5
const TAIL = 1 / 2.5
const LARGEST = 30
/** A jump takes about two minutes to arrive: two thirds of what is left every minute. */
const ARRIVAL_MINUTES = 1
/** What a jump leaves behind in the variance dies away in this many minutes. */
const AFTERMATH_MINUTES = 12
/** The mean of `min(u^−0.4, 6)`, u even between 0 and 1: `5/3 − (2/3)·6^−1.5`. */
const MEAN_FACTOR = 5 / 3 - 2 / 3 / (6 * Math.sqrt(6))

/** What jumps did in one tick. */
interface JumpStep {
  /** Change of the log price that arrived in this tick, in the unit of `sigma`. */
  readonly arrived: number
  /**
   * The size a jump of this tick had on average before the dice fell, whatever its side: intensity × mean
   * size.
   */
  readonly expected: number
  /** Variance left over from jumps before this tick, as a multiple of the usual. */
  readonly aftermath: number
}

/** Jumps that bring about jumps. */
export interface Jumps {
  readonly open: (write: number[]) => void
  /** `sigma` is the present volatility over five minutes. */
  readonly advance: (tape: ValueTape, dice: Dice, sigma: number) => JumpStep
}

/** What makes one source of jumps differ from another. */
export interface JumpHabits {
  /** Jumps in a day, not counting those that other jumps bring about. */
  readonly perDay: number
  readonly downShare: number
  readonly minutesPerTick: number
}

/** Makes the jumps of one source. */
export function jumps({ perDay, downShare, minutesPerTick }: JumpHabits): Jumps {
  const base = (perDay * minutesPerTick) / DAY
  const excitedKept = exp(-minutesPerTick / OFFSPRING_MINUTES)
  const waitingKept = exp(-minutesPerTick / ARRIVAL_MINUTES)
  const aftermathKept = exp(-minutesPerTick / AFTERMATH_MINUTES)
  return {
    open: (write) => write.push(0, 0, 0),
    advance: (tape, dice, sigma) => {
      const excited = tape.take()
      const waiting = tape.take()
      const aftermath = tape.take()
      const chance = Math.min(1, base + excited)
      const hit = dice.uniform() < chance
      const rarity = dice.uniform()
      const side = dice.uniform() < downShare ? -1 : 1
      const factor = hit ? Math.min(exp(-TAIL * ln(rarity)), LARGEST / SMALLEST) : 0
      const due = waiting + side * factor * SMALLEST * sigma
      tape.put(excited * excitedKept + (hit ? OFFSPRING * (1 - excitedKept) : 0))
      tape.put(due * waitingKept)
      tape.put(aftermath * aftermathKept + factor)
      return {
        arrived: due * (1 - waitingKept),
        expected: chance * MEAN_FACTOR * SMALLEST * sigma,
        aftermath,
      }
    },
  }
}

import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Dice } from '../../random/dice.ts'
import type { Anchor } from '../scenario.ts'
import type { ValueTape } from './value-tape.ts'

/** Minutes in which a dislocation is given back, and what goes there instead of into the lasting price. */
const DISLOCATION_MINUTES = 16
const DIFFUSION_DISLOCATED = 0.06
const FALL_DISLOCATED = 0.45
const RISE_DISLOCATED = 0.12
/** The flicker of a quote around its price, in sigmas of five minutes. */
const FLICKER = 0.08 * Math.sqrt(5)
/** How volume follows volatility, and how it wavers by itself for some minutes. */
const VOLUME_POWER = 1.2
const VOLUME_QUIET = 0.3
const VOLUME_WAVER = 0.45
const VOLUME_MINUTES = 5

/** What moves an instrument in one tick, as changes of its log price. */
interface PathTick {
  readonly diffusion: number
  /** What arrived of the market's jumps, and of its own. */
  readonly sharedJump: number
  readonly ownJump: number
  /** What the lasting part of the jumps adds on average; taken off again, so that it is no drift. */
  readonly jumpDrift: number
  /** Volatility of one minute before the tick. */
  readonly sigma: number
}

/** What makes one instrument's path differ from another's. */
interface PathHabits {
  readonly minutesPerTick: number
  /** What leads the price back to its trend; null when nothing does. */
  readonly anchor: Anchor | null
  /** Volatility of a usual minute, against which volume is measured. */
  readonly usual: number
}

/** Where an instrument stands after a tick. */
interface PathStep {
  /** Logarithm of the price over the opening price. */
  readonly logPrice: number
  /** Volume as a multiple of the usual. */
  readonly volume: number
}

/**
 * The way from returns to a price: what lasts, what is given back, what only flickers, and how much is
 * traded.
 */
export interface PricePath {
  readonly open: (write: number[], dice: Dice) => void
  readonly advance: (tape: ValueTape, dice: Dice, now: PathTick) => PathStep
}

/** The share of a jump that lasts. */
export const lasting = (jump: number): number => jump * (1 - (jump < 0 ? FALL_DISLOCATED : RISE_DISLOCATED))

/** The mean of what lasts of a jump of size 1, given the share of jumps that fall. */
export const lastingMean = (downShare: number): number =>
  (1 - downShare) * lasting(1) + downShare * lasting(-1)

/** Makes the path of one instrument. */
export function pricePath({ minutesPerTick, anchor, usual }: PathHabits): PricePath {
  const kept = exp(-minutesPerTick / DISLOCATION_MINUTES)
  const wavering = exp(-minutesPerTick / VOLUME_MINUTES)
  const wavers = Math.sqrt(1 - wavering * wavering)
  const held = holding(anchor, minutesPerTick)
  const root = Math.sqrt(minutesPerTick)
  return {
    open: (write, dice) => write.push(0, 0, dice.normal()),
    advance: (tape, dice, { diffusion, sharedJump, ownJump, jumpDrift, sigma }) => {
      const moved = diffusion + sharedJump + ownJump
      const lasts = diffusion * (1 - DIFFUSION_DISLOCATED) + lasting(sharedJump) + lasting(ownJump)
      // Half the variance comes off, so that the price and not its logarithm has no drift.
      const before = tape.take()
      const level = before * held(before) + lasts - jumpDrift - 0.5 * sigma * sigma * minutesPerTick
      const dislocation = tape.take() * kept + moved - lasts
      const waver = wavering * tape.take() + wavers * dice.normal()
      tape.put(level)
      tape.put(dislocation)
      tape.put(waver)
      const stir = Math.abs(moved) / (sigma * root)
      const volume = exp(VOLUME_POWER * ln(sigma / usual) + VOLUME_WAVER * waver) * (VOLUME_QUIET + stir)
      return { logPrice: level + dislocation + FLICKER * sigma * dice.normal(), volume }
    },
  }
}

/** How much of a distance from the trend is left after a tick, given the distance. */
function holding(anchor: Anchor | null, minutesPerTick: number): (distance: number) => number {
  if (anchor === null) return () => 1
  const kept = exp(-minutesPerTick / anchor.minutes)
  if (anchor.side === 'both') return () => kept
  const side = anchor.side === 'above' ? 1 : -1
  return (distance) => (distance * side > 0 ? kept : 1)
}

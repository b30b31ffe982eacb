import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { InstrumentId } from '../number/ids.ts'
import type { Rate } from '../number/units.ts'
import { CLASS_CHARACTERS } from './class-character.ts'
import type { Instrument } from './instrument.ts'
import { legAt } from './models/leg-path.ts'

/** How much of a shock the price finds back of, most of it within the hour. */
export type GiveBack = 'none' | 'half' | 'most'

/** What a shock does, in the order in which it does it. */
export interface ShockPlan {
  /** Change of the price at the worst, a share of it: −0.05 is a fall of five per cent. */
  readonly move: Rate
  /** Market minutes until then. */
  readonly minutes: number
  readonly givenBack: GiveBack
}

/** A shock as it is asked for. */
export interface ShockRequest extends ShockPlan {
  /** Null when it is the whole market that moves, each class as it is used to. */
  readonly instrument: InstrumentId | null
}

/** A push that the market was given from outside, at a tick. */
export interface Shock {
  readonly tick: number
  /** Null when it is the whole market. */
  readonly instrument: InstrumentId | null
  /** Null in a seat's view: nobody may know where prices will be. */
  readonly plan: ShockPlan | null
}

/** The furthest that one shock moves a price, a share of it, down or up. */
export const SHOCK_MOVE_MAX = 0.2
/** Market minutes that a shock may take at most. */
export const SHOCK_MINUTES_MAX = 240
/** How many shocks a round bears. */
export const SHOCKS_MAX = 20

const GIVEN_BACK: Readonly<Record<GiveBack, number>> = { none: 0, half: 0.5, most: 0.8 }
/** After an hour 95 per cent of what is given back is given back. */
const GIVEN_BACK_MINUTES = 20

/**
 * What shocks multiply the price of an instrument by, so many market minutes after the opening. The whole
 * market's shock reaches an instrument as market events do: by the beta of its class, in the log price.
 */
export function shockFactor(
  shocks: readonly Shock[],
  instrument: Pick<Instrument, 'id' | 'class'>,
  at: { readonly tick: number; readonly marketMinutesPerTick: number },
): number {
  let displacement = 0
  for (const shock of shocks) {
    const into = (at.tick - shock.tick) * at.marketMinutesPerTick
    const share = shareOf(shock, instrument)
    if (!shock.plan || into <= 0 || share === 0) continue
    const { move, minutes, givenBack } = shock.plan
    const size = ln(1 + move.toNumber())
    const shape = { size, minutes, givenBack: GIVEN_BACK[givenBack], givenBackMinutes: GIVEN_BACK_MINUTES }
    displacement += share * legAt(shape, into).displacement
  }
  return exp(displacement)
}

function shareOf(shock: Shock, instrument: Pick<Instrument, 'id' | 'class'>): number {
  if (shock.instrument === null) return CLASS_CHARACTERS[instrument.class].eventBeta
  return shock.instrument === instrument.id ? 1 : 0
}

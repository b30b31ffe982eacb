import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'

/** Where a leg leads a price, and what it gives back of that. */
export interface LegShape {
  /** Change of the log price at the end of the way. */
  readonly size: number
  /** Market minutes of the way there. */
  readonly minutes: number
  /** Share of the price's change that is given back in the end. */
  readonly givenBack: number
  /** Market minutes in which two thirds of that are given back. */
  readonly givenBackMinutes: number
}

/** Where a leg holds a price. */
export interface LegPoint {
  /** Share of the way that is made, 0 to 1. */
  readonly way: number
  /** Market minutes since the way was made. */
  readonly past: number
  /** Change of the log price since the leg began. */
  readonly displacement: number
}

/** A leg so many market minutes after it began, more than none: a smooth way there, and back ever slower. */
export function legAt({ size, minutes, givenBack, givenBackMinutes }: LegShape, into: number): LegPoint {
  const way = Math.min(1, into / minutes)
  const past = Math.max(0, into - minutes)
  const kept = 1 - givenBack * (1 - exp(-past / givenBackMinutes))
  return { way, past, displacement: ln(1 + (exp(size * way * way * (3 - 2 * way)) - 1) * kept) }
}

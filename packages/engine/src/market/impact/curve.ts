import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'

/** Up to so many units of live depth the curve is a power law, from there on a square root. */
const KNEE = 4
const POWER = 0.87
const AT_KNEE = power(KNEE, POWER)
const BEFORE_KNEE = power(KNEE, POWER + 1) / (POWER + 1)

/**
 * How far pressure moves the price, as a multiple of what one unit moves it: `x^0.87` up to four units of
 * live depth, then `4^0.87 · √(x/4)`. Odd: selling mirrors buying. No unit.
 */
export function curve(pressure: number): number {
  const size = Math.abs(pressure)
  const moved = size < KNEE ? power(size, POWER) : AT_KNEE * Math.sqrt(size / KNEE)
  return pressure < 0 ? -moved : moved
}

/** The integral of the curve from nothing to a pressure, in closed form. Even, no unit. */
export function curveIntegral(pressure: number): number {
  const size = Math.abs(pressure)
  if (size < KNEE) return power(size, POWER + 1) / (POWER + 1)
  return BEFORE_KNEE + (AT_KNEE / 3) * (size * Math.sqrt(size / KNEE) * 2 - KNEE * 2)
}

/** `base^exponent` by functions that every machine computes alike; nothing of nothing. */
function power(base: number, exponent: number): number {
  return base === 0 ? 0 : exp(exponent * ln(base))
}

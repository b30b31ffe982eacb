import exp from '@stdlib/math-base-special-exp'
import { curve, curveIntegral } from './curve.ts'

/** What one unit of live depth moves the price while it presses, and what one unit of usual depth leaves. */
const PRESSED = 0.007
const LEFT = 0.003
/** Minutes in which two thirds of a pressure are gone. */
const PRESSURE_MINUTES = 35

/** What the trades so far do to the price of one instrument. */
export interface Impact {
  /** Volume that still presses, signed, in units of the live depth within 1 % of the price. */
  readonly pressure: number
  /** What is left of all trades for good, a share of the price. */
  readonly permanent: number
  /** Live depth as a share of the usual depth, 0 to 1. */
  readonly depth: number
}

/** A market in which nobody has traded yet. */
export const NO_IMPACT: Impact = { pressure: 0, permanent: 0, depth: 1 }

/**
 * How far the price stands from where it would be without any trade, a share of that price. The two parts are
 * added and not multiplied: see docs/decisions/0047-impact-adds.md.
 */
export const displacementOf = ({ pressure, permanent }: Impact): number =>
  PRESSED * curve(pressure) + permanent

/**
 * The impact after some market minutes in which the live depth became another. Pressure dies away; depth that
 * comes back pulls the price back with it, depth that goes leaves the price where it is.
 */
export function rested(impact: Impact, { minutes, depth }: { minutes: number; depth: number }): Impact {
  const kept = exp(-minutes / PRESSURE_MINUTES) * Math.min(1, impact.depth / depth)
  return { ...impact, pressure: impact.pressure * kept, depth }
}

/** No price falls below this share of what it would be without trades, whatever is sold. */
const LEAST_FACTOR = 0.05

/** What the price is multiplied by, given how far trades have displaced it. Always above zero. */
export const priceFactor = (displacement: number): number => Math.max(LEAST_FACTOR, 1 + displacement)

/** The impact once a signed volume in units of the usual depth was traded. */
export const pressed = (impact: Impact, volume: number): Impact => ({
  ...impact,
  pressure: impact.pressure + volume / impact.depth,
  permanent: impact.permanent + LEFT * volume,
})

/** A trade and what it did. */
export interface ImpactedTrade {
  readonly impact: Impact
  /** How far from the price without any trade it fills on average, a share of that price. */
  readonly displacement: number
}

/**
 * A trade of a signed volume in units of the usual depth within 1 %. It fills at the average of every price
 * it passes, so that one order costs what its parts would cost one after the other. What it leaves for good
 * is proportional to its volume and does not know how thin the market is.
 */
export function traded(impact: Impact, volume: number): ImpactedTrade {
  if (volume === 0) return { impact, displacement: displacementOf(impact) }
  const after = pressed(impact, volume)
  const passed = curveIntegral(after.pressure) - curveIntegral(impact.pressure)
  const transient = (PRESSED * passed) / (after.pressure - impact.pressure)
  return { impact: after, displacement: transient + (impact.permanent + after.permanent) / 2 }
}

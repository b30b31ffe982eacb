import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'

/** A move of so many sigmas of five minutes halves the depth; beyond it depth goes with this power. */
const HALVING_SIGMAS = 12
const THINNING_POWER = 1.7
/** Minutes in which two thirds of a gap are filled again. */
const REFILL_MINUTES = 10

/** What the depth of a market follows. */
export interface DepthTick {
  /** Size of the move of the last five minutes, in usual sigmas of five minutes. */
  readonly sigmas: number
  readonly minutes: number
  /** Share of the usual depth that the scenario leaves, 0 to 1. */
  readonly scenario: number
  /** Share of the usual depth that is always there, above 0. */
  readonly least: number
}

/**
 * Live depth after a tick, a share of the usual depth: `scenario / (1 + (|r| / 12σ)^1.7)`. It falls at once
 * and comes back within minutes.
 */
export function liveDepth(before: number, { sigmas, minutes, scenario, least }: DepthTick): number {
  const thinned = sigmas === 0 ? 0 : exp(THINNING_POWER * ln(sigmas / HALVING_SIGMAS))
  const wanted = Math.max(least, scenario / (1 + thinned))
  if (wanted <= before) return wanted
  return before + (wanted - before) * (1 - exp(-minutes / REFILL_MINUTES))
}

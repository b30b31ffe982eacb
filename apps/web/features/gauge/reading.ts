import type { InstrumentId, Round, SideGauge } from '@cascade/engine'
import { FORCED_LEAST } from '../../live/index.ts'

/** How near one side is to a cascade, in one of three states. */
export type GaugeState = 'calm' | 'loaded' | 'carries'

/** From here on the next liquidations are a good part of what the market takes, or more than it takes. */
const LOADED = 0.5
const CARRIES = 1

/** The state of a ratio `R`: docs/rules/impact.md IMP-016. */
export function stateOf(ratio: number): GaugeState {
  if (ratio >= CARRIES) return 'carries'
  return ratio >= LOADED ? 'loaded' : 'calm'
}

/** One side of a gauge as it is shown. */
export interface SideReading {
  readonly ratio: number
  readonly state: GaugeState
  /** The smallest move that ends at three times itself, a share of the price; null when none does. */
  readonly fuse: number | null
}

/** What the gauge of one instrument shows: plain numbers, so that two readings can be compared. */
export interface GaugeReading {
  /** Live depth as a share of the usual one, in hundredths. */
  readonly depth: number
  readonly down: SideReading
  readonly up: SideReading
  /**
   * Sold by force in this tick and waiting to be, units of the usual depth; negative where bought, 0 for
   * hardly any.
   */
  readonly sold: number
  readonly waiting: number
}

/** Reads the gauge of an instrument; null where trades do not move prices. */
export function readingOf(round: Round, instrument: InstrumentId): GaugeReading | null {
  const told = round.impacts.get(instrument)
  if (!told) return null
  const gauge = round.gauges.find((each) => each.instrument === instrument)
  return {
    depth: Math.round(told.impact.depth * 100) / 100,
    down: sideOf(gauge?.down),
    up: sideOf(gauge?.up),
    sold: unlessSlight(told.sold),
    waiting: unlessSlight(told.waiting),
  }
}

/**
 * Before the first gauge nothing is known to be near. A ratio is cut to tenths, not rounded: 0.97 is not
 * yet 1, and must not read like it.
 */
function sideOf({ ratio, fuse }: SideGauge = { ratio: 0, fuse: null }): SideReading {
  return { ratio: Math.floor(ratio * 10) / 10, state: stateOf(ratio), fuse }
}

const unlessSlight = (amount: number): number =>
  Math.abs(amount) > FORCED_LEAST ? Math.round(amount * 10) / 10 : 0

/** Whether two readings show the same. */
export const sameReading = (a: GaugeReading | null, b: GaugeReading | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** How trades and liquidations move the prices of a round: docs/rules/impact.md. */
export interface ImpactRule {
  /** Everybody trades for so many alike: what moves the price is this many times the quantity. */
  readonly crowd: number
  /**
   * What ghosts hold, longs and shorts together, as a share of what is traded in a usual day. 0 for no
   * ghosts.
   */
  readonly openInterest: number
  /** Most that is sold by force in a market minute, as a multiple of the live depth within 1 %. */
  readonly throttle: number
  /** Share of the usual depth that is always there, above 0. */
  readonly leastDepth: number
}

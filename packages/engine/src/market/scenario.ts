/**
 * One leg of an event: the market moves, and gives part of it back. Both ends of a range are drawn between.
 */
export interface EventLeg {
  /** How long after the event's moment it begins, a share of the round: a short round has a short pause. */
  readonly after: Range
  /** Change of the market, a share of the price: −0.1 is a fall of ten per cent. */
  readonly move: Range
  /** Minutes from the leg's first to its last. */
  readonly minutes: Range
  /** Share of the move given back. */
  readonly givenBack: number
  /** Minutes in which two thirds of that are given back. */
  readonly givenBackMinutes: number
}

/** Something that is drawn evenly between two numbers. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Which price process a scenario plays. */
export type ModelId = 'random-walk' | 'stochastic-volatility'

/** A kind of market that a round can play. Text is English; screens translate by id. */
export interface Scenario {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly model: ModelId
  /** Market days it is made for; a round may last more or fewer. */
  readonly days: number
  /** Multiplies every volatility. */
  readonly volatility: number
  /** Multiplies how often prices jump. */
  readonly jumps: number
  /** Minutes in which prices find back to where they opened; null when nothing holds them. */
  readonly anchorMinutes: number | null
  /** What happens once, at a moment drawn from the seed between these shares of the round. */
  readonly event: { readonly moment: Range; readonly legs: readonly EventLeg[] } | null
}

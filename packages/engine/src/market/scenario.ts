import type { InstrumentClass } from './instrument.ts'

/** Something that is drawn evenly between two numbers. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * One leg of an event: prices move, and give part of it back. Both ends of a range are drawn between.
 */
export interface EventLeg {
  /** How long after the event's moment it begins, a share of the round: a short round has a short pause. */
  readonly after: Range
  /** Change of the price, a share of it: −0.1 is a fall of ten per cent, 1 doubles it. */
  readonly move: Range
  /** Whether the seed may as well turn the move round. */
  readonly eitherWay: boolean
  /** Minutes from the leg's first to its last. */
  readonly minutes: Range
  /** Share of the price's change that is given back. */
  readonly givenBack: Range
  /** Minutes in which two thirds of that are given back. */
  readonly givenBackMinutes: number
  /** Share of the usual depth that is left while the leg runs and for some minutes after it. */
  readonly depth: number
  readonly thinMinutes: number
  /** Chance that nothing is given back at all. */
  readonly failing: number
  /**
   * How many times each class takes the leg; a class that is not named takes nothing. Null when it is the
   * whole market that moves, each class as it is used to.
   */
  readonly takenBy: Readonly<Partial<Record<InstrumentClass, number>>> | null
}

/** What happens once in a round, at a moment drawn from the seed between two shares of the round. */
export interface ScenarioEvent {
  readonly moment: Range
  readonly legs: readonly EventLeg[]
}

/** What leads prices back to their trend. */
export interface Anchor {
  /** Minutes in which two thirds of the way back are made. */
  readonly minutes: number
  /** From which side: a market whose dips are bought is held from below only. */
  readonly side: 'both' | 'below' | 'above'
}

/** Which price process a scenario plays. */
export type ModelId = 'random-walk' | 'regime' | 'bates' | 'stochastic-volatility'

/** A kind of market that a round can play. Text is English; screens translate by id. */
export interface Scenario {
  readonly id: string
  readonly title: string
  /** What it is, one sentence. */
  readonly text: string
  /** What a player can expect of it, one sentence. */
  readonly expect: string
  readonly model: ModelId
  /** Market days it is made for; a round may last more or fewer. */
  readonly days: number
  /** Multiplies every volatility. */
  readonly volatility: number
  /** Multiplies how often prices jump. */
  readonly jumps: number
  /** What the market's trend adds in a day, a share of the price, before the anchor adds its part. */
  readonly driftPerDay: number
  /** Null when nothing holds prices. */
  readonly anchor: Anchor | null
  /** Null when nothing in particular happens. */
  readonly event: ScenarioEvent | null
}

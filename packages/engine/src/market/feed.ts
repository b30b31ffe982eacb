import type { Price } from '../number/units.ts'

/** Everything a feed must remember between two ticks, as plain numbers, so that it can be written down. Secret. */
export interface FeedState {
  readonly model: string
  readonly tick: number
  /** The model's own variables, in an order only the model knows. */
  readonly values: readonly number[]
}

/** What a feed says of one tick. */
export interface FeedStep {
  readonly state: FeedState
  /** One mark per instrument, rounded to its price increment, simulated dollars per unit. */
  readonly marks: readonly Price[]
  /** Traded volume per instrument, units. */
  readonly volumes: readonly number[]
}

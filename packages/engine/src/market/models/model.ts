import type { Seed } from '../../random/seed.ts'
import type { Instrument } from '../instrument.ts'
import type { ModelId, Scenario } from '../scenario.ts'

/** What a price process is made for. Everything it will ever do follows from this. */
export interface MarketSetting {
  readonly instruments: readonly Instrument[]
  readonly scenario: Scenario
  readonly seed: Seed
  readonly minutesPerTick: number
  /** Market minutes from the opening to the bell. */
  readonly minutes: number
  /** Multiplies every volatility; 1 is the scenario as designed. */
  readonly volatility: number
  /** Share of an event's size that it brings itself; all of it when absent. */
  readonly eventShare?: number
}

/** What a price process says of one tick, one number per instrument, not yet rounded. */
interface ModelStep {
  readonly values: readonly number[]
  /** Simulated dollars per unit. */
  readonly prices: readonly number[]
  /** Units traded. */
  readonly volumes: readonly number[]
}

/**
 * A price process. It holds nothing that changes: what it must remember goes out as values and comes back
 * in, and a tick's chance depends on the seed and the tick alone.
 */
export interface PriceModel {
  readonly id: ModelId
  /** The values before the first tick. */
  readonly open: () => readonly number[]
  /** The tick after the one the values belong to. */
  readonly step: (values: readonly number[], tick: number) => ModelStep
}

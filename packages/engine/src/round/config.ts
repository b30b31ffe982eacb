import type { ImpactRule } from '../market/impact/rule.ts'
import type { Instrument } from '../market/instrument.ts'
import type { RoundId } from '../number/ids.ts'
import type { Money, Rate } from '../number/units.ts'

/** How a position is backed: by the shared cash of the account, or by a margin of its own. */
export type MarginMode = 'cross' | 'isolated'

/** Which margin modes a round's players may use. */
export type ModePolicy = 'choice' | 'cross-only' | 'isolated-only'

/**
 * How a cross account is liquidated: every cross position in the same tick, or the largest requirement
 * first and no more than it takes to be healthy.
 */
export type CrossPolicy = 'all-at-once' | 'largest-first'

/** Who bears the loss of a liquidation that the insurance fund cannot pay: docs/rules/insurance.md. */
export type LossPolicy = 'house-loss' | 'auto-deleveraging' | 'socialised-loss'

/** When an instrument's margin mode may change: only without a position in it, or with one as well. */
export type SwitchingRule = 'when-flat' | 'with-position'

/** What holding a position costs: longs pay shorts when the rate is positive. */
export interface FundingRule {
  /** Funding is paid in every tick that is a multiple of this. */
  readonly everyTicks: number
  /** Share of the notional at the mark; negative when shorts pay. */
  readonly rate: Rate
}

/** The money rules of a round. */
export interface Rules {
  readonly modePolicy: ModePolicy
  /** The mode of an instrument that nobody has changed. Allowed by the policy. */
  readonly defaultMode: MarginMode
  readonly switching: SwitchingRule
  /** The leverage of an instrument that nobody has changed. */
  readonly defaultLeverage: Rate
  readonly leverageMax: Rate
  /** Share of the notional paid by an order that fills at once. */
  readonly takerFeeRate: Rate
  /** Share of the notional paid by a limit order that waited. */
  readonly makerFeeRate: Rate
  /** Share of the closed notional paid in a liquidation, when there is anything left to pay it. */
  readonly closingFeeRate: Rate
  readonly crossPolicy: CrossPolicy
  readonly lossPolicy: LossPolicy
  /** Null when nobody pays for holding a position. */
  readonly funding: FundingRule | null
  /** What the insurance fund holds at the opening, simulated dollars. */
  readonly insuranceFund: Money
  /**
   * An account without positions that a liquidation leaves with less than this is wiped, simulated dollars.
   */
  readonly wipedBelow: Money
}

/** What the round's clock does. */
export interface ClockConfig {
  /** Length of the round. */
  readonly ticks: number
  /** Wall-clock time between two ticks. */
  readonly tickMs: number
  /** Market minutes that pass in one tick, 0.05–1,440. */
  readonly marketMinutesPerTick: number
}

/** Which market the round plays. */
export interface MarketConfig {
  /** Name of a scenario of the market room. */
  readonly scenario: string
  /** Multiplies the volatility of every instrument; 1 is the scenario as designed. */
  readonly volatility: number
  /** Every tick brings its marks with it; the scenario and the seed then decide nothing. */
  readonly scripted?: true
  /** How trades and liquidations move prices; absent where they do not. */
  readonly impact?: ImpactRule
  /** Binds a scripted round to the marks that it was opened with: `scriptDigest`. */
  readonly scriptDigest?: string
}

/** Everything that is decided about a round before it opens. */
export interface RoundConfig {
  readonly id: RoundId
  readonly instruments: readonly Instrument[]
  readonly rules: Rules
  readonly clock: ClockConfig
  readonly market: MarketConfig
  /** What every seat starts with, simulated dollars. */
  readonly startingCash: Money
  readonly seatsMax: number
  /** Ranks are shown while the round runs, or only after the bell. */
  readonly ranksVisible: 'live' | 'bell'
  /** Standings are published every so many ticks. */
  readonly standingsEvery: number
}

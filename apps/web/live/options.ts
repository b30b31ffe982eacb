import type { InstrumentId, MarginMode, ModePolicy } from '@cascade/engine'

/** What may be chosen about a round; what is left out takes the standard. */
export interface RoundOptions {
  readonly title?: string
  readonly scenario?: string
  readonly volatility?: number
  readonly instruments?: readonly InstrumentId[]
  readonly ticks?: number
  readonly tickMs?: number
  readonly modePolicy?: ModePolicy
  readonly defaultMode?: MarginMode
  readonly leverageMax?: number
  readonly startingCash?: number
  readonly ranksVisible?: 'live' | 'bell'
  /** Which automatic players sit down at once. */
  readonly characters?: readonly string[]
}

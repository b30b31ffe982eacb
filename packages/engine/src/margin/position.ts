import type { InstrumentId } from '../number/ids.ts'
import { type Money, minus, money, type Price, price, type Size, worth } from '../number/units.ts'
import type { MarginMode } from '../round/config.ts'

/** What a seat holds of one instrument. One position per instrument, long or short. */
export interface Position {
  readonly instrument: InstrumentId
  readonly marginMode: MarginMode
  /** Units, positive when long; never zero. */
  readonly size: Size
  /**
   * What the size cost at its fills, signed like the size, simulated dollars. Entry price is derived from it.
   */
  readonly entryCost: Money
  /** The position's own margin, simulated dollars; zero in cross mode. */
  readonly margin: Money
  readonly openedAtTick: number
}

/** Profit or loss if the position were closed at the mark: `s·q·(P − E)`, simulated dollars. Exact. */
export const unrealizedPnl = (position: Position, mark: Price): Money =>
  minus(worth(position.size, mark), position.entryCost)

/**
 * Average price of the fills that built the position, simulated dollars per unit. For display: not rounded.
 */
export const entryPrice = (position: Position): Price => price(position.entryCost.div(position.size))

/** What backs an isolated position right now: margin and unrealised P&L, simulated dollars. */
export const isolatedEquity = (position: Position, mark: Price): Money =>
  money(position.margin.plus(unrealizedPnl(position, mark)))

/** +1 for a long, −1 for a short. */
export const sideOf = (position: Position): 1 | -1 => (position.size.isNegative() ? -1 : 1)

import { entryPrice, liquidationPriceOf, markOf, type Position, unrealizedPnl } from '@cascade/engine'
import type { RoundStore } from '../../live/index.ts'

/** How a position stands at the marks, in numbers for the screen. */
export interface PositionStanding {
  readonly pnl: number
  /** Profit or loss as a share of the margin that was put up. */
  readonly onMargin: number
  readonly liquidationPrice: number | null
  /** How far the mark is from it, as a share of the mark. */
  readonly distance: number | null
}

/** How a position stands right now. */
export function standingOf({ round, account }: RoundStore, position: Position): PositionStanding {
  const { instrument, marginMode, margin, entryCost } = position
  const mark = markOf(round, instrument)
  const pnl = unrealizedPnl(position, mark)
  const leverage = account?.settings.get(instrument)?.leverage
  const putUp = marginMode === 'isolated' ? margin : entryCost.abs().div(leverage ?? 1)
  // A mark that has moved past a closed account's last position has no liquidation price any more.
  const liquidation = account?.positions.has(instrument)
    ? liquidationPriceOf(round, account, instrument)
    : null
  return {
    pnl: pnl.toNumber(),
    onMargin: putUp.gt(0) ? pnl.div(putUp).toNumber() : 0,
    liquidationPrice: liquidation?.toNumber() ?? null,
    distance: liquidation ? liquidation.minus(mark).abs().div(mark).toNumber() : null,
  }
}

/** Entry price for the screen. */
export const entryOf = (position: Position): number => entryPrice(position).toNumber()

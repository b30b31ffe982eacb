import type { Round } from '@cascade/engine'
import type { ModeUsed, TradesMade } from './trades-made.ts'

/** One seat's end, as it is kept; money and growth are decimal strings. */
export interface ResultRow {
  readonly roundId: string
  readonly seatId: string
  readonly rank: number
  readonly equity: string
  readonly growth: string
  readonly wiped: boolean
  readonly liquidations: number
  readonly fills: number
  readonly marginMode: ModeUsed | null
}

const GROWTH_DECIMALS = 8

/** What every seat of a round that is over came to. */
export function resultsOf(round: Round, tradesMade: TradesMade): readonly ResultRow[] {
  const { startingCash, id } = round.config
  return round.standings.map(({ seat, rank, equity, wipedAtTick, liquidations }) => ({
    roundId: id,
    seatId: seat,
    rank,
    equity: equity.toFixed(),
    growth: equity.div(startingCash).minus(1).toDecimalPlaces(GROWTH_DECIMALS).toFixed(),
    wiped: wipedAtTick !== null,
    liquidations,
    fills: tradesMade.of(seat).fills,
    marginMode: tradesMade.of(seat).modeUsed,
  }))
}

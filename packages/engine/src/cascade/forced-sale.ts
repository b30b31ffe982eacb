import type { InstrumentId, SeatId } from '../number/ids.ts'

/** What a liquidation leaves the market to take in one instrument. */
export interface ForcedSale {
  readonly instrument: InstrumentId
  /** Units of the usual depth, positive to be sold, negative to be bought. The crowd is counted. */
  readonly volume: number
  /** At the mark, simulated dollars, the crowd counted. */
  readonly notional: number
}

/** A bucket of a seat, or a layer of ghosts, that was closed by force. */
export interface Liquidation {
  /** Its place among the liquidations of the round, from 0. */
  readonly id: number
  readonly tick: number
  /** Null for ghosts. */
  readonly seat: SeatId | null
  readonly sales: readonly ForcedSale[]
}

/** Whether a liquidation would have happened at other marks, simulated dollars per unit. */
export type DiesAt = (marks: (instrument: InstrumentId, mark: number) => number) => boolean

import type { SeatId } from '../number/ids.ts'
import type { Money } from '../number/units.ts'

/** One row of the board. */
export interface Standing {
  readonly seat: SeatId
  /** 1 is first; ties share a rank. */
  readonly rank: number
  /** Cash, margins and unrealised P&L at the last marks, simulated dollars. */
  readonly equity: Money
  readonly wipedAtTick: number | null
  readonly liquidations: number
}

import type { Round, SeatId } from '@cascade/engine'

/** What this tab knows of a round. */
export interface RoundStore {
  readonly round: Round
  readonly seat: SeatId | null
}

import type { Phase, RoundId, SeatId } from '@cascade/engine'

/** One row of the lobby's list. */
export interface RosterSeat {
  readonly id: SeatId
  readonly name: string
  readonly kind: 'human' | 'automatic'
  readonly character: string | null
  /** Whether a socket of this seat is connected right now; automatic players always are. */
  readonly present: boolean
}

/** What everyone may know of a room before and while it plays. */
export interface Lobby {
  readonly roundId: RoundId
  readonly roomCode: string | null
  readonly phase: Phase
  readonly seats: readonly RosterSeat[]
  readonly seatsMax: number
  /** The own seat, or null for a host who does not play and for a spectator. */
  readonly seat: SeatId | null
  /** Whether this session runs the room. */
  readonly host: boolean
}

import type { Phase, RoundConfig, RoundId, SeatId, WordCount } from '@cascade/engine'

/** One row of the lobby's list. */
export interface LobbySeat {
  readonly id: SeatId
  /** Null when nobody knows it. */
  readonly name: string | null
  readonly kind: 'human' | 'automatic'
  readonly character: string | null
  /** Whether a tab of this seat is connected right now; automatic players always are. */
  readonly present: boolean
}

/** What everyone may know of a room before and while it plays. */
export interface Lobby {
  readonly roundId: RoundId
  readonly roomCode: string | null
  /** What is played, and by which rules. */
  readonly config: RoundConfig
  /** What binds the server to a market that it drew before anybody joined. */
  readonly commitment: string
  /** How many players have added a word, and how many words are in the market's key. */
  readonly words: WordCount
  readonly phase: Phase
  readonly seats: readonly LobbySeat[]
  readonly seatsMax: number
  /** The own seat, or null for a host who does not play and for a spectator. */
  readonly seat: SeatId | null
  /** Whether this session runs the room. */
  readonly host: boolean
  readonly hostPresent: boolean
}

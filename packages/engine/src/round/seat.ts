import type { SeatId } from '../number/ids.ts'

/** A player's place in a round. Public; its player's name is kept beside the round. */
export interface Seat {
  readonly id: SeatId
  readonly kind: 'human' | 'automatic'
  /** Which automatic player sits here, for example `trend-follower`; null for a person. */
  readonly character: string | null
  readonly joinedAtTick: number
  /** Digest of the player's word, given with the join in the lobby; absent where there is none. */
  readonly wordDigest?: string
  /** The player's word, once it was revealed and made part of the market's key. */
  readonly word?: string
}

import type { SeatId } from '../number/ids.ts'

/** A player's place in a round. Public; its player's name is kept beside the round. */
export interface Seat {
  readonly id: SeatId
  readonly kind: 'human' | 'automatic'
  /** Which automatic player sits here, for example `trend-follower`; null for a person. */
  readonly character: string | null
  readonly joinedAtTick: number
}

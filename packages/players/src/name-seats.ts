import { openStream, type SeatId, type Seed } from '@cascade/engine'
import { nickname } from './nickname.ts'

/** Where names are drawn from, and what they must not be confused with. */
export interface NameSource {
  /** The round's seed: the same round gets the same names. */
  readonly seed: Seed
  /** Names that sit already. */
  readonly taken: readonly string[]
}

/** Friendly names for the seats of automatic players, all different. */
export function nameSeats(seats: readonly SeatId[], source: NameSource): ReadonlyMap<SeatId, string> {
  const taken = new Set(source.taken)
  const stream = openStream(source.seed, 'names')
  const names = new Map<SeatId, string>()
  for (const seat of seats) {
    const name = nickname(stream.at(Number(seat.slice(1))), taken)
    taken.add(name)
    names.set(seat, name)
  }
  return names
}

import { type JoinSeat, openStream, type Seed, seatId } from '@cascade/engine'
import { nickname } from './nickname.ts'

/** How many of which automatic player, and what they must not be confused with. */
export interface SeatPlan {
  readonly opponents: readonly { readonly character: string; readonly count: number }[]
  /** The round's seed: the same round gets the same names. */
  readonly seed: Seed
  /** Number of the first seat: 4 gives `s4`, `s5` … */
  readonly first: number
  /** Names that sit already. */
  readonly names: readonly string[]
}

/**
 * The commands that seat automatic players, in the order of the list, under friendly names that are all
 * different.
 */
export function planSeats({ opponents, seed, first, names }: SeatPlan): readonly JoinSeat[] {
  const taken = new Set(names)
  const stream = openStream(seed, 'names')
  return inTurn(opponents).map((character, index) => {
    const number = first + index
    const name = nickname(stream.at(number), taken)
    taken.add(name)
    return { type: 'seat.join', seat: seatId(`s${number}`), name, kind: 'automatic', character }
  })
}

/** One of each, again and again, until every count is used up. */
function inTurn(opponents: SeatPlan['opponents']): readonly string[] {
  const most = Math.max(0, ...opponents.map(({ count }) => count))
  return Array.from({ length: most }, (_, turn) => opponents.filter(({ count }) => count > turn)).flatMap(
    (left) => left.map(({ character }) => character),
  )
}

/** So many players, of every character in turn. */
export function mixed(characters: readonly string[], players: number): SeatPlan['opponents'] {
  const counts = characters.map((character, index) => ({
    character,
    count: Math.floor((players - index + characters.length - 1) / characters.length),
  }))
  return counts.filter(({ count }) => count > 0)
}

import { type JoinSeat, seatId } from '@cascade/engine'

/** How many of which automatic player, and where they sit. */
export interface SeatPlan {
  readonly opponents: readonly { readonly character: string; readonly count: number }[]
  /** Number of the first seat: 4 gives `s4`, `s5` … */
  readonly first: number
}

/** The commands that seat automatic players, in the order of the list. */
export const planSeats = ({ opponents, first }: SeatPlan): readonly JoinSeat[] =>
  inTurn(opponents).map((character, index) => ({
    type: 'seat.join',
    seat: seatId(`s${first + index}`),
    kind: 'automatic',
    character,
  }))

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

import {
  audience,
  type Outcome,
  privateEvent,
  publicEvent,
  type Round,
  type RoundEvent,
  type SeatId,
} from '@cascade/engine'

/** What is said of one frame: to everybody once, and to single seats what concerns them alone. */
export interface Speech {
  readonly everybody: readonly RoundEvent[]
  readonly seats: ReadonlyMap<SeatId, readonly RoundEvent[]>
}

/** Sorts what happened by who may hear of it. Nobody listens for automatic players. */
export function speechOf(round: Round, outcomes: readonly Outcome[]): Speech {
  const events = outcomes.flatMap((outcome) => outcome.events)
  const seats = new Map<SeatId, RoundEvent[]>()
  for (const event of events) {
    for (const seat of privateListeners(round, event)) {
      const own = privateEvent(event, seat, round.config)
      if (own) seats.set(seat, [...(seats.get(seat) ?? []), own])
    }
  }
  const everybody = events.flatMap((event) => publicEvent(event, round.config) ?? [])
  return { everybody, seats }
}

/** The seats that hear more of an event than everybody does, or may: the engine decides what. */
function privateListeners(round: Round, event: RoundEvent): readonly SeatId[] {
  if (event.type === 'standings.published') {
    return round.config.ranksVisible === 'bell' && !event.final ? humanSeats(round) : []
  }
  const heardBy = audience(event)
  const seat = heardBy === 'all' && 'seat' in event && typeof event.seat === 'string' ? event.seat : heardBy
  return seat !== 'all' && round.seats.get(seat)?.kind === 'human' ? [seat] : []
}

const humanSeats = (round: Round): readonly SeatId[] =>
  [...round.seats.values()].filter(({ kind }) => kind === 'human').map(({ id }) => id)

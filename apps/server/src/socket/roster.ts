import type { Seat } from '@cascade/engine'
import { encode } from '@cascade/protocol'
import type { Clock } from '../clock.ts'
import type { LiveRound } from '../rounds/live-round.ts'
import { tellRoster } from './broadcast.ts'
import type { Sockets } from './connection.ts'

/** A class that joins at once changes the roster many times a second: it is told this often at most. */
const GATHER_MS = 150

/** Makes the function that tells a round's listeners, soon, who sits in it and who is there. */
export function rosterTeller(sockets: Sockets, clock: Clock): (live: LiveRound) => void {
  const planned = new Set<LiveRound>()
  return (live) => {
    if (planned.has(live)) return
    planned.add(live)
    clock.after(GATHER_MS, () => {
      planned.delete(live)
      void tell(sockets, live)
    })
  }
}

async function tell(sockets: Sockets, live: LiveRound): Promise<void> {
  const known = await live.host.read((round) => ({ phase: round.phase, seats: [...round.seats.values()] }))
  if (!known) return
  const seats = [...known.seats.map(withoutWord), ...waitingSeats(live, known.seats)]
  const people = new Set(
    live.places.flatMap(({ seat, userId }) => (userId && live.isPresent(userId) ? seat : [])),
  )
  const present = seats.filter(({ id, kind }) => kind === 'automatic' || people.has(id))
  tellRoster(sockets, {
    roundId: live.id,
    phase: known.phase,
    roomCode: live.card.room?.code ?? null,
    seats: encode(seats),
    names: encode(live.names),
    present: present.map(({ id }) => id),
    hostPresent: live.isPresent(live.card.hostUserId),
  })
}

/** Words and digests are long, and come with the round itself. */
const withoutWord = ({ id, kind, character, joinedAtTick }: Seat): Seat => ({
  id,
  kind,
  character,
  joinedAtTick,
})

/** Automatic players that were chosen and sit down when the market opens. */
const waitingSeats = (live: LiveRound, seated: readonly Seat[]): readonly Seat[] =>
  live.planned
    .filter(({ seat }) => !seated.some(({ id }) => id === seat))
    .map(({ seat, kind, character }) => ({ id: seat, kind, character, joinedAtTick: 0 }))

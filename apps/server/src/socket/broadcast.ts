import type { RoundId, SeatId } from '@cascade/engine'
import { type DownMessage, type Encoded, encode } from '@cascade/protocol'
import type { Audience } from '../rounds/audience.ts'
import { type Connection, packetsWaiting, type Sockets } from './connection.ts'

/**
 * Waiting packets from which a client hears no frames until it has caught up; then it asks for a snapshot.
 */
const BEHIND_PACKETS = 32
/** Waiting packets from which a client is cut: it will not catch up. */
const LOST_PACKETS = 256

/** Everybody who listens to a round. */
const roundRoom = (id: RoundId): string => `round ${id}`
/** The connections of one seat's person. */
const seatRoom = (id: RoundId, seat: SeatId): string => `seat ${id} ${seat}`
/** Connections that are too slow for frames at the moment. */
const BEHIND = 'behind'

/** Puts a connection among those who hear of a round, and of a seat's own affairs. */
export function listenTo(connection: Connection, id: RoundId, seat: SeatId | null): void {
  void connection.join(seat === null ? roundRoom(id) : [roundRoom(id), seatRoom(id, seat)])
}

/** Takes a connection out of a round again. */
export function stopListening(connection: Connection, id: RoundId): void {
  for (const room of connection.rooms) {
    if (room === roundRoom(id) || room.startsWith(`seat ${id} `)) void connection.leave(room)
  }
}

/** Speaks to the sockets that listen to one round. A frame is encoded once, however many hear it. */
export const socketAudience = (sockets: Sockets, roundId: RoundId): Audience => ({
  frame: ({ tick, everybody, seats, fingerprint8 }) => {
    sortOutSlow(sockets, roundId)
    for (const [seat, events] of seats) {
      sockets
        .to(seatRoom(roundId, seat))
        .except(BEHIND)
        .emit('private', { roundId, tick, events: encode([...events]) })
    }
    const fingerprint = fingerprint8 === null ? {} : { fingerprint8 }
    sockets
      .to(roundRoom(roundId))
      .except(BEHIND)
      .emit('frame', { roundId, tick, events: encode([...everybody]), ...fingerprint })
  },
  halted: (reason) => void sockets.to(roundRoom(roundId)).emit('halted', { roundId, reason }),
  resumed: (tick) => void sockets.to(roundRoom(roundId)).emit('resumed', { roundId, tick }),
})

/** A slow client costs memory: it misses frames until it has taken what waits for it, or is cut. */
function sortOutSlow(sockets: Sockets, id: RoundId): void {
  for (const socketId of sockets.sockets.adapter.rooms.get(roundRoom(id)) ?? []) {
    const connection = sockets.sockets.sockets.get(socketId)
    if (!connection) continue
    const waiting = packetsWaiting(connection)
    if (waiting > LOST_PACKETS) connection.disconnect(true)
    else if (waiting > BEHIND_PACKETS) void connection.join(BEHIND)
    else if (waiting === 0) void connection.leave(BEHIND)
  }
}

/** Asks all who listen to a round to reveal their words. */
export const askForWords = (sockets: Sockets, question: Encoded<DownMessage<'reveal'>>): void =>
  void sockets.to(roundRoom(question.roundId)).emit('reveal', question)

/** Tells all who listen to a round who is there. */
export const tellRoster = (sockets: Sockets, roster: Encoded<DownMessage<'roster'>>): void =>
  void sockets.to(roundRoom(roster.roundId)).emit('roster', roster)

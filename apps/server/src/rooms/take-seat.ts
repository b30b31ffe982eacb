import type { SeatId } from '@cascade/engine'
import { isRefusal, type Refusal, refusal } from '@cascade/protocol'
import { type LiveRound, type Place, seatNumber } from '../rounds/live-round.ts'
import type { House } from './house.ts'

/** Who sits down under which name. */
export interface Sitter {
  readonly userId: string
  readonly name: string
  /** Digest of the person's word; without one the person takes no part in the market's key. */
  readonly wordDigest: string | undefined
}

/** The seat that somebody sits on. */
export interface Seated {
  readonly seat: SeatId
}

/**
 * Gives a person a seat, or the one it has. The row that says whose seat it is comes before the journal's
 * join: a crash in between leaves a seat that its owner takes by asking again.
 */
export async function takeSeat(house: House, live: LiveRound, sitter: Sitter): Promise<Seated | Refusal> {
  const kept = live.places.find((place) => place.userId === sitter.userId)
  const { userId, name, wordDigest } = sitter
  if (kept) return sit(house, live, { ...kept, wordDigest })
  if (live.hasName(name)) return refusal('name_taken')
  const place: Place = { seat: seatNumber(live.nextSeat()), userId, name }
  live.keepPlace(place)
  try {
    await house.records.addSeat(live.card, place)
  } catch (cause) {
    live.givePlaceBack(place.seat)
    throw cause
  }
  // Names travel beside the round: told from now on, they mostly arrive before the seat does.
  house.changed(live)
  return sit(house, live, { ...place, wordDigest })
}

type Sitting = Pick<Sitter, 'wordDigest'> & Seated

async function sit(
  { records, changed }: House,
  live: LiveRound,
  { seat, wordDigest }: Sitting,
): Promise<Seated | Refusal> {
  if (await live.host.read((round) => round.seats.has(seat))) return { seat }
  const join = { type: 'seat.join', seat, kind: 'human', character: null } as const
  const reply = await live.words.join(wordDigest, (digest) =>
    live.host.submit(digest === undefined ? join : { ...join, wordDigest: digest }),
  )
  if (isRefusal(reply)) return reply
  // `seat_taken`: a join whose answer was lost; the place is this person's, so it is theirs.
  if (reply.ok || reply.rejection.reason === 'seat_taken') {
    changed(live)
    return { seat }
  }
  live.givePlaceBack(seat)
  await records.removeSeat(live.card, seat)
  return refusal(reply.rejection.reason === 'round_full' ? 'round_full' : 'round_locked')
}

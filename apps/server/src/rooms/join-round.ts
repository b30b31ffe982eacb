import { isRefusal } from '@cascade/protocol'
import { findByCode } from './find-round.ts'
import type { Verb } from './house.ts'
import { snapshotFor } from './snapshot-for.ts'
import { takeSeat } from './take-seat.ts'

/** `round.join`: takes a seat, or gives the one that the caller has, and lets the caller listen. */
export const joinRound: Verb<'round.join'> = async (house, caller, message) => {
  const live =
    'code' in message ? await findByCode(house, caller, message.code) : house.registry.find(message.roundId)
  if (isRefusal(live)) return live
  const { name, wordDigest } = message
  const seated = await takeSeat(house, live, { userId: caller.userId, name, wordDigest })
  if (isRefusal(seated)) return seated
  const snapshot = await snapshotFor(house, caller, { live })
  return isRefusal(snapshot) ? snapshot : { roundId: live.id, seat: seated.seat, snapshot }
}

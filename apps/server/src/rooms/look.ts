import { isRefusal, refusal } from '@cascade/protocol'
import { findByCode } from './find-round.ts'
import type { Verb } from './house.ts'

/** `room.look`: what a code leads to. */
export const look: Verb<'room.look'> = async (house, caller, { code }) => {
  const live = await findByCode(house, caller, code)
  if (isRefusal(live)) return live
  const phase = await live.host.read((round) => round.phase)
  if (phase === null) return refusal('halted')
  const title = live.card.room?.title ?? ''
  return { roundId: live.id, title, phase, seats: live.places.length }
}

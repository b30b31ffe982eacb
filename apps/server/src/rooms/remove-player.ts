import { isRefusal, refusal } from '@cascade/protocol'
import { findHosted } from './find-round.ts'
import type { Verb } from './house.ts'

/** `player.remove`: the host takes an automatic player back. */
export const removePlayer: Verb<'player.remove'> = async (house, caller, { roundId, seat }) => {
  const live = findHosted(house, caller, roundId)
  if (isRefusal(live)) return live
  if ((await live.host.read(({ phase }) => phase)) !== 'lobby') return refusal('round_not_in_lobby')
  if (!live.planned.some((join) => join.seat === seat)) return refusal('not_seated')
  live.planned = live.planned.filter((join) => join.seat !== seat)
  live.givePlaceBack(seat)
  await house.records.removePlanned(live.card, live.planned, seat)
  house.changed(live)
  return { done: true }
}

import { isRefusal, refusal } from '@cascade/protocol'
import { findHosted } from './find-round.ts'
import type { Verb } from './house.ts'

/** `round.end`: the host rings the bell before the clock does. */
export const endRound: Verb<'round.end'> = async (house, caller, { roundId }) => {
  const live = findHosted(house, caller, roundId)
  if (isRefusal(live)) return live
  const reply = await live.host.submit({ type: 'round.end' })
  if (isRefusal(reply)) return reply
  return reply.ok ? { done: true } : refusal('round_locked')
}

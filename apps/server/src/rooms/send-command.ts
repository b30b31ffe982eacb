import { commandOf, isRefusal, refusal } from '@cascade/protocol'
import type { Verb } from './house.ts'

/** `command`: a player's wish. The seat is the session's, whatever the message says. */
export const sendCommand: Verb<'command'> = async (house, { userId }, { roundId, id, command }) => {
  const live = house.registry.find(roundId)
  if (isRefusal(live)) return live
  const seat = live.seatOf(userId)
  if (seat === null) return refusal('not_seated')
  const wait = await house.limits.take('commands', userId)
  if (wait > 0) return refusal('rate_limited', { retryAfterMs: Math.ceil(wait) })
  const reply = await live.host.submit(commandOf(command, { seat, id }))
  return isRefusal(reply) ? reply : { answer: reply }
}

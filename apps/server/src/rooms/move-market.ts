import type { Answer, PublishNews, RoundId, ShockMarket } from '@cascade/engine'
import { isRefusal, type Refusal, refusal } from '@cascade/protocol'
import { findHosted } from './find-round.ts'
import type { Caller, House } from './house.ts'

/** What a host does to the market of which round. */
interface HostAct {
  readonly roundId: RoundId
  readonly command: ShockMarket | PublishNews
}

/**
 * Hands a host's act in. A solo round has no host but its only player, and nobody may move the market that
 * they trade alone for a place on the board.
 */
export async function moveMarket(
  house: House,
  caller: Caller,
  { roundId, command }: HostAct,
): Promise<{ answer: Answer } | Refusal> {
  const live = findHosted(house, caller, roundId)
  if (isRefusal(live)) return live
  if (live.card.room === null) return refusal('not_host')
  const wait = await house.limits.take('commands', caller.userId)
  if (wait > 0) return refusal('rate_limited', { retryAfterMs: Math.ceil(wait) })
  const reply = await live.host.submit(command)
  return isRefusal(reply) ? reply : { answer: reply }
}

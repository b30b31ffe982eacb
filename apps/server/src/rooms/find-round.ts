import type { RoundId } from '@cascade/engine'
import { isRefusal, type Refusal, refusal } from '@cascade/protocol'
import type { LiveRound } from '../rounds/live-round.ts'
import type { Caller, House } from './house.ts'

/** The round of that name, if the caller is its host. */
export function findHosted({ registry }: House, { userId }: Caller, id: RoundId): LiveRound | Refusal {
  const live = registry.find(id)
  return isRefusal(live) || live.isHost(userId) ? live : refusal('not_host')
}

/** The round of that code. Wrong codes are counted, right ones never: a class that joins is not a guesser. */
export async function findByCode(
  { registry, limits }: House,
  { userId, address }: Caller,
  code: string,
): Promise<LiveRound | Refusal> {
  const waits = [await limits.wait('wrongCodes', userId), await limits.wait('wrongCodesHere', address)]
  const longest = Math.max(...waits)
  if (longest > 0) return refusal('rate_limited', { retryAfterMs: Math.ceil(longest) })
  const live = registry.byCode(code)
  if (live) return live
  await limits.take('wrongCodes', userId)
  await limits.take('wrongCodesHere', address)
  return refusal('code_unknown')
}

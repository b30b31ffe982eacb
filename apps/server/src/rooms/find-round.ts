import type { RoundId } from '@cascade/engine'
import { type Refusal, refusal } from '@cascade/protocol'
import type { LiveRound } from '../rounds/live-round.ts'
import type { Caller, House } from './house.ts'

/** The round of that name. */
export const findRound = ({ registry }: House, id: RoundId): LiveRound | Refusal =>
  registry.get(id) ?? refusal('round_unknown')

/** The round of that name, if the caller is its host. */
export function findHosted(house: House, { userId }: Caller, id: RoundId): LiveRound | Refusal {
  const live = house.registry.get(id)
  if (!live) return refusal('round_unknown')
  return live.isHost(userId) ? live : refusal('not_host')
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

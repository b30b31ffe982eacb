import { isRefusal } from '@cascade/protocol'
import { findHosted } from './find-round.ts'
import type { Verb } from './house.ts'
import { openMarket } from './open-market.ts'

/** `round.start`: the host opens the market. */
export const startRound: Verb<'round.start'> = async (house, caller, { roundId }) => {
  const live = findHosted(house, caller, roundId)
  if (isRefusal(live)) return live
  return (await openMarket(house, live)) ?? { done: true }
}

import type { ShockMarket } from '@cascade/engine'
import type { Verb } from './house.ts'
import { moveMarket } from './move-market.ts'

/** `market.shock`: the host gives the running market a push. */
export const shockMarket: Verb<'market.shock'> = (house, caller, { roundId, shock }) => {
  const command: ShockMarket = { type: 'market.shock', shock }
  return moveMarket(house, caller, { roundId, command })
}

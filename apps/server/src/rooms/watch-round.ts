import { isRefusal } from '@cascade/protocol'
import type { Verb } from './house.ts'
import { snapshotFor } from './snapshot-for.ts'

/** `round.watch`: lets the caller listen, from the round as it stands. */
export const watchRound: Verb<'round.watch'> = async (house, caller, { roundId }) => {
  const live = house.registry.find(roundId)
  if (isRefusal(live)) return live
  const snapshot = await snapshotFor(house, caller, live)
  if (isRefusal(snapshot)) return snapshot
  const { seat, host } = snapshot
  return { snapshot, seat, host }
}

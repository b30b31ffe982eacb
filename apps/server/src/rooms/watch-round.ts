import { isRefusal } from '@cascade/protocol'
import type { Verb } from './house.ts'
import { snapshotFor } from './snapshot-for.ts'

/** Frames are numbered from 0. */
const BEFORE_ALL = -1

/** `round.watch`: lets the caller listen, from the round as it stands. */
export const watchRound: Verb<'round.watch'> = async (house, caller, message) => {
  const live = house.registry.find(message.roundId)
  if (isRefusal(live)) return live
  const snapshot = await snapshotFor(house, caller, {
    live,
    ...(message.past && { pastAfter: message.lastTick ?? BEFORE_ALL }),
  })
  if (isRefusal(snapshot)) return snapshot
  const { seat, host } = snapshot
  return { snapshot, seat, host }
}

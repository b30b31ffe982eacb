import { view } from '@cascade/engine'
import { type Refusal, refusal, type Snapshot } from '@cascade/protocol'
import type { LiveRound } from '../rounds/live-round.ts'
import type { Caller, House, Told } from './house.ts'

/** Which round a snapshot is wanted of, and after which frame its past; without one no past. */
interface Wanted {
  readonly live: LiveRound
  readonly pastAfter?: number
}

/**
 * Lets a caller listen and gives it the round as it stands, in one moment between two frames: nothing is
 * missed.
 */
export async function snapshotFor(
  { clock, changed }: House,
  { userId, listen }: Caller,
  { live, pastAfter }: Wanted,
): Promise<Told<Snapshot> | Refusal> {
  const seat = live.seatOf(userId)
  const snapshot = await live.host.read((round, tick, chronicle): Told<Snapshot> => {
    const seated = seat !== null && round.seats.has(seat) ? seat : null
    listen(live, seated)
    return {
      round: view(round, seated),
      names: live.names,
      tick,
      seat: seated,
      host: live.isHost(userId),
      roomCode: live.card.room?.code ?? null,
      commitment: live.commitment,
      serverTimeMs: clock.now(),
      nextTickInMs: live.host.nextTickInMs,
      ...(pastAfter !== undefined && { past: chronicle.after(pastAfter, seated) }),
    }
  })
  if (!snapshot) return refusal(live.host.state === 'quarantined' ? 'fault' : 'halted')
  changed(live)
  return snapshot
}

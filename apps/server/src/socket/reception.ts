import type { RoundId } from '@cascade/engine'
import type { Log } from '../log.ts'
import type { Caller, House } from '../rooms/house.ts'
import { verbs } from '../rooms/verbs.ts'
import type { LiveRound } from '../rounds/live-round.ts'
import { listenTo, stopListening } from './broadcast.ts'
import type { Connection, Sockets } from './connection.ts'
import { onLeave, openGate } from './gateway.ts'

/** How many rounds one connection may listen to; the one it came to first is left for a further one. */
const ROUNDS_PER_CONNECTION_MAX = 4

/**
 * Receives every connection: it may call the verbs, and is present in the rounds it listens to until it is
 * gone.
 */
export function receiveConnections(sockets: Sockets, house: House, log: Log): void {
  sockets.on('connection', (connection) => {
    const listening = new Map<RoundId, LiveRound>()
    const caller = callerOf(connection, { house, listening })
    openGate(connection, {
      answer: (name, message) => verbs[name](house, caller, message),
      limits: house.limits,
      log,
    })
    onLeave(connection, () => {
      for (const live of listening.values()) goOut(house, caller, live)
    })
  })
}

function callerOf(
  connection: Connection,
  { house, listening }: { house: House; listening: Map<RoundId, LiveRound> },
): Caller {
  const { userId, address } = connection.data
  const caller: Caller = {
    userId,
    address,
    listen: (live, seat) => {
      if (!connection.connected) return
      listenTo(connection, live.id, seat)
      if (listening.has(live.id)) return
      listening.set(live.id, live)
      live.enter(userId)
      const [first] = listening.values()
      if (listening.size <= ROUNDS_PER_CONNECTION_MAX || !first) return
      listening.delete(first.id)
      stopListening(connection, first.id)
      goOut(house, caller, first)
    },
  }
  return caller
}

function goOut({ changed }: House, { userId }: Caller, live: LiveRound): void {
  live.leave(userId)
  changed(live)
}

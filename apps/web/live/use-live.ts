'use client'

import type { RoundId } from '@cascade/engine'
import { useSyncExternalStore } from 'react'
import { connect } from './connect.ts'
import type { Connection } from './live-client.ts'
import type { Lobby } from './lobby.ts'
import type { SessionState } from './round-session.ts'

/** How the tab stands with the server. */
export function useConnection(): Connection {
  const { connection } = connect()
  return useSyncExternalStore(connection.subscribe, connection.current, () => 'connecting')
}

/** The lobby of a round, or null until it is known. */
export function useLobby(roundId: RoundId): Lobby | null {
  const lobby = connect().lobby(roundId)
  return useSyncExternalStore(lobby.subscribe, lobby.current, () => null)
}

/** How far the round's session has come. */
export function useSession(roundId: RoundId): SessionState {
  const session = connect().watch(roundId)
  return useSyncExternalStore(session.subscribe, session.state, () => CONNECTING)
}

const CONNECTING: SessionState = { kind: 'connecting' }

'use client'

import type { RoundId } from '@cascade/engine'
import { useSyncExternalStore } from 'react'
import { connect } from './connect.ts'
import type { Connection } from './live-client.ts'
import type { Lobby } from './lobby.ts'
import type { SessionState } from './round-session.ts'

const CONNECTING: SessionState = { kind: 'connecting' }

/** How the tab stands with the server. */
export function useConnection(): Connection {
  const { subscribe, current } = connect().connection
  return useSyncExternalStore(subscribe, current, () => 'connecting')
}

/** The lobby of a round, or null until it is known. */
export function useLobby(roundId: RoundId): Lobby | null {
  const { subscribe, current } = connect().lobby(roundId)
  return useSyncExternalStore(subscribe, current, () => null)
}

/** How far the round's session has come. */
export function useSession(roundId: RoundId): SessionState {
  const { subscribe, current } = connect().watch(roundId).state
  return useSyncExternalStore(subscribe, current, () => CONNECTING)
}

import type { RoundId, SeatId } from '@cascade/engine'
import type { Reply } from './answer.ts'
import type { Lobby } from './lobby.ts'
import type { RoundOptions } from './options.ts'
import type { RoundSession } from './round-session.ts'

/** How the tab stands with the server, as data: the words for it live in the catalogue. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'signed_out'

/** A room as seen by somebody who holds its code and no seat yet. */
export interface RoomSight {
  readonly roundId: RoundId
  readonly title: string
  readonly phase: 'lobby' | 'running' | 'ended'
  readonly seats: number
}

/** Where to take a seat: by the six digits or by the round itself. */
export type JoinRequest =
  | { readonly code: string; readonly name: string }
  | { readonly roundId: RoundId; readonly name: string }

/** The tab's one line to the server. Every request is answered: by a value or by a refusal. */
export interface LiveClient {
  readonly connection: { current(): Connection; subscribe(listener: () => void): () => void }
  openSolo(options: RoundOptions): Promise<Reply<{ roundId: RoundId }>>
  openRoom(options: RoundOptions): Promise<Reply<{ roundId: RoundId; roomCode: string }>>
  look(code: string): Promise<Reply<RoomSight>>
  join(request: JoinRequest): Promise<Reply<{ roundId: RoundId; seat: SeatId }>>
  start(roundId: RoundId): Promise<Reply<null>>
  end(roundId: RoundId): Promise<Reply<null>>
  addPlayer(roundId: RoundId, character: string): Promise<Reply<{ seat: SeatId }>>
  removePlayer(roundId: RoundId, seat: SeatId): Promise<Reply<null>>
  /** The session of one round, made at the first call: subscribes, folds, and stays until `leave`. */
  watch(roundId: RoundId): RoundSession
  /** The lobby of one round: null until the first roster arrives. */
  lobby(roundId: RoundId): { current(): Lobby | null; subscribe(listener: () => void): () => void }
}

import type { Answer, RoundId, SeatId } from '@cascade/engine'
import type { Reply, RoundOptionsMessage } from '@cascade/protocol'
import type { Answered } from './answer.ts'
import type { RoomWithPrices } from './bring-room.ts'
import type { Sent } from './line.ts'
import type { Lobby } from './lobby.ts'
import type { Observable } from './observable.ts'
import type { RoundSession } from './round-session.ts'

/** How the tab stands with the server, as data: the words for it live in the catalogue. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'signed_out' | 'outdated'

/** Where to take a seat: by the six digits or by the round itself. */
export type JoinRequest =
  | { readonly code: string; readonly name: string }
  | { readonly roundId: RoundId; readonly name: string }

/** A shock as it is sent. */
export type ShockMessage = Sent<'market.shock'>['shock']
/** A headline as it is sent, with the shock behind it or without. */
type NewsMessage = Omit<Sent<'news.publish'>, 'roundId'>

/** The tab's one line to the server. Every request is answered: by a value or by a no. */
export interface LiveClient {
  readonly connection: Observable<Connection>
  openSolo(request: { name: string; options: RoundOptionsMessage }): Promise<Answered<Reply<'round.open'>>>
  openRoom(options: RoundOptionsMessage): Promise<Answered<Reply<'room.open'>>>
  /** Opens a room whose prices come from a file. */
  bringRoom(room: RoomWithPrices): Promise<Answered<Reply<'room.open'>>>
  look(code: string): Promise<Answered<Reply<'room.look'>>>
  join(request: JoinRequest): Promise<Answered<{ roundId: RoundId; seat: SeatId }>>
  start(roundId: RoundId): Promise<Answered<null>>
  end(roundId: RoundId): Promise<Answered<null>>
  shock(roundId: RoundId, shock: ShockMessage): Promise<Answered<Answer>>
  publishNews(roundId: RoundId, news: NewsMessage): Promise<Answered<Answer>>
  addPlayer(roundId: RoundId, character: string): Promise<Answered<{ seat: SeatId }>>
  removePlayer(roundId: RoundId, seat: SeatId): Promise<Answered<null>>
  /** The session of one round, made at the first call: it watches, folds and sends until the page is left. */
  watch(roundId: RoundId): RoundSession
  /** Who sits in a round and who is connected; null until the first roster arrives. Watches the round. */
  lobby(roundId: RoundId): Observable<Lobby | null>
  /** Connects anew, for when the session cookie has changed after signing in. */
  reconnect(): void
}

import { countWords, type RoundId } from '@cascade/engine'
import type { DownMessage } from '@cascade/protocol'
import type { Lobby } from './lobby.ts'
import { Cell } from './observable.ts'
import type { RoundStore } from './round-store.ts'
import type { WatchedRound } from './watched-round.ts'

type Roster = DownMessage<'roster'>

/**
 * The lobby of a watched round: who sits there, from the roster or, before the first one, from the round
 * itself.
 */
export class WatchedLobby extends Cell<Lobby | null> {
  readonly #watched: WatchedRound
  #roster: Roster | null = null

  constructor(watched: WatchedRound) {
    super(null)
    this.#watched = watched
    const follow = () => {
      const store = watched.store.current()
      if (!store) return
      store.subscribe(() => this.#settle(store))
      if (this.#roster) store.hearNames(this.#roster.names)
      this.#settle(store)
    }
    watched.store.subscribe(follow)
    follow()
  }

  get roundId(): RoundId {
    return this.#watched.roundId
  }

  hearRoster(roster: Roster): void {
    this.#roster = roster
    const store = this.#watched.store.current()
    if (!store) return
    store.hearNames(roster.names)
    this.#settle(store)
  }

  /** A tick that changes nothing here gives the same lobby, so that nothing is drawn again. */
  #settle(store: RoundStore): void {
    const next = lobbyOf(store, this.#roster)
    const { current } = this
    if (textOf(next) !== textOf(current())) this.set(next)
  }
}

/** The configuration never changes, and is long. */
const textOf = (lobby: Lobby | null): string => JSON.stringify(lobby && { ...lobby, config: null })

function lobbyOf(store: RoundStore, roster: Roster | null): Lobby {
  const { round, names, seat, host, roomCode, commitment } = store
  const listed = roster && roster.seats.length >= round.seats.size ? roster.seats : [...round.seats.values()]
  const told = new Set(roster?.seats.map(({ id }) => id))
  // Who sat down a moment ago comes into the list together with the name, which the next roster brings.
  const seats = listed.filter(({ id }) => names.has(id) || told.has(id))
  const present = roster ? new Set(roster.present) : null
  return {
    roundId: round.config.id,
    config: round.config,
    commitment,
    words: countWords(round.seats.values()),
    roomCode: roster?.roomCode ?? roomCode,
    phase: round.phase,
    seats: seats.map(({ id, kind, character }) => ({
      id,
      name: names.get(id) ?? null,
      kind,
      character,
      present: kind === 'automatic' || (present?.has(id) ?? true),
    })),
    seatsMax: round.config.seatsMax,
    seat,
    host,
    hostPresent: roster?.hostPresent ?? host,
  }
}

import { type Account, equityOf, evolve, type Round, type RoundEvent, type SeatId } from '@cascade/engine'
import type { PastMarks, Snapshot } from '@cascade/protocol'
import { Feed } from './feed.ts'
import { ForcedHistory } from './forced-history.ts'
import { MarketNews } from './market-news.ts'
import { PriceHistory } from './price-history.ts'

/** What happened to the own account while this tab was not listening. */
export interface Absence {
  readonly awayMs: number
  readonly equityBefore: number
  readonly equityNow: number
  readonly fills: number
  readonly liquidations: number
}

/** What a snapshot says that is kept. */
export interface Known
  extends Pick<Snapshot, 'names' | 'tick' | 'seat' | 'host' | 'roomCode' | 'commitment'> {
  readonly round: Round
  readonly past?: { readonly marks: PastMarks; readonly milestones: readonly RoundEvent[] }
}

/** One frame as it came down: what everyone heard, and before it what only this seat did. */
export interface HeardFrame {
  readonly tick: number
  readonly own: readonly RoundEvent[]
  readonly everybody: readonly RoundEvent[]
}

/**
 * What this tab knows of a round: a view that is folded by the engine's own `evolve`. The round changes in
 * place, its
 * values are replaced whole; `version` goes up with every change, and listeners hear of each once.
 */
export class RoundStore {
  readonly prices: PriceHistory
  readonly forced: ForcedHistory
  readonly feed = new Feed()
  readonly #news = new MarketNews()
  /** What was published of the market before anybody joined: the first that this tab was shown. */
  readonly commitment: string
  #round: Round
  #names: ReadonlyMap<SeatId, string>
  #seat: SeatId | null
  #host: boolean
  #roomCode: string | null
  #frame: number
  #version = 0
  #absence: Absence | null = null
  readonly #listeners = new Set<() => void>()

  constructor(snapshot: Known) {
    this.#round = snapshot.round
    this.#names = snapshot.names
    this.#seat = snapshot.seat
    this.#host = snapshot.host
    this.#roomCode = snapshot.roomCode
    this.#frame = snapshot.tick
    this.commitment = snapshot.commitment
    this.prices = new PriceHistory(snapshot.round.config)
    this.forced = new ForcedHistory(snapshot.round.config)
    this.#recall(snapshot, { shocks: [], news: [] })
  }

  get round(): Round {
    return this.#round
  }

  /** Who sits where; another map after every change. */
  get names(): ReadonlyMap<SeatId, string> {
    return this.#names
  }

  get seat(): SeatId | null {
    return this.#seat
  }

  get host(): boolean {
    return this.#host
  }

  get roomCode(): string | null {
    return this.#roomCode
  }

  /** Number of the last frame that was folded. */
  get frame(): number {
    return this.#frame
  }

  get version(): number {
    return this.#version
  }

  /** The latest absence that something is to be told of, or null. */
  get absence(): Absence | null {
    return this.#absence
  }

  /** The own account; undefined for one who only watches. */
  get account(): Account | undefined {
    return this.#seat ? this.#round.accounts.get(this.#seat) : undefined
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Folds a frame. False when it does not follow the last one: then only a snapshot helps. */
  fold({ tick, own, everybody }: HeardFrame): boolean {
    if (tick <= this.#frame) return true
    if (tick !== this.#frame + 1) return false
    const before = this.#round.tick
    try {
      for (const event of [...own, ...everybody]) evolve(this.#round, event)
    } catch {
      return false
    }
    this.#frame = tick
    this.prices.add(this.#round, volumesOf(everybody))
    this.forced.add(this.#round.tick, this.#round.impacts)
    this.feed.hear([...everybody, ...own], { tick: before, seat: this.#seat, late: false })
    if (this.#round.tick > before) this.feed.tell(this.#news.after(this.#round), this.#round.tick)
    this.#changed()
    return true
  }

  /** Goes on from a snapshot, after an absence of so many milliseconds. */
  reset(snapshot: Known, awayMs: number): void {
    const { account } = this
    const before = account ? { account, equity: equityOf(this.#round, account).toNumber() } : null
    const told = this.#round
    this.#round = snapshot.round
    this.#names = merged(this.#names, snapshot.names)
    this.#seat = snapshot.seat
    this.#host = snapshot.host
    this.#roomCode = snapshot.roomCode
    this.#frame = snapshot.tick
    this.#recall(snapshot, told)
    const now = this.account
    if (before && now) {
      this.#absence = {
        awayMs,
        equityBefore: before.equity,
        equityNow: equityOf(this.#round, now).toNumber(),
        fills: now.fills - before.account.fills,
        liquidations: now.liquidations - before.account.liquidations,
      }
    }
    this.#changed()
  }

  /** The past has happened in the snapshot already: it is drawn and told, never folded. */
  #recall({ past, round, seat }: Known, told: Pick<Round, 'shocks' | 'news'>): void {
    const { tick } = round
    if (past) this.prices.recall(past.marks)
    const missed = [...hostEvents(round, told), ...(past?.milestones ?? [])]
    this.feed.hear(inOrder(missed, tick), { tick, seat, late: true })
    this.prices.add(round)
  }

  /** Hears who sits where, besides what happens in the round. */
  hearNames(names: ReadonlyMap<SeatId, string>): void {
    const known = this.#names
    this.#names = merged(known, names)
    if (this.#names !== known) this.#changed()
  }

  #changed(): void {
    this.#version += 1
    for (const listener of [...this.#listeners]) listener()
  }
}

/** The news and shocks of a round that were not told yet: a round holds them all. */
function hostEvents({ news, shocks }: Round, told: Pick<Round, 'shocks' | 'news'>): readonly RoundEvent[] {
  return [
    ...news.slice(told.news.length).map((each): RoundEvent => ({ type: 'news.published', ...each })),
    ...shocks.slice(told.shocks.length).map((each): RoundEvent => ({ type: 'market.shocked', ...each })),
  ]
}

const inOrder = (events: readonly RoundEvent[], now: number): readonly RoundEvent[] => {
  const tickOf = (event: RoundEvent) => ('tick' in event ? event.tick : now)
  return [...events].sort((a, b) => tickOf(a) - tickOf(b))
}
/** What was traded in a frame's tick, in the order of the instruments; nothing in a frame without one. */
const volumesOf = (events: readonly RoundEvent[]): readonly number[] | undefined =>
  events.find((event) => event.type === 'market.moved')?.volumes

/**
 * A seat never changes hands, so what was heard of names adds up, in whatever order rosters and snapshots
 * come. The same map when nothing is new.
 */
function merged(
  known: ReadonlyMap<SeatId, string>,
  heard: ReadonlyMap<SeatId, string>,
): ReadonlyMap<SeatId, string> {
  const isNew = [...heard].some(([seat, name]) => known.get(seat) !== name)
  return isNew ? new Map([...known, ...heard]) : known
}

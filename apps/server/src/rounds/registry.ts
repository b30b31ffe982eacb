import type { Journal } from '@cascade/db'
import {
  type JoinSeat,
  type Opening,
  type Round,
  type RoundConfig,
  type RoundId,
  roundId,
  type Script,
  scriptDigest,
} from '@cascade/engine'
import { nameSeats } from '@cascade/players'
import { type Refusal, refusal } from '@cascade/protocol'
import { type Clock, pause } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Audience } from './audience.ts'
import { comeback } from './comeback.ts'
import { LiveRound, type Place, type RoundCard } from './live-round.ts'
import { openJournal } from './open-journal.ts'
import { persist } from './persist.ts'
import type { Records, StoredRound } from './records.ts'
import { JournalMismatch, type Recovered, recover } from './recover.ts'
import { type HostEvents, RoundHost } from './round-host.ts'
import type { DrawSeed } from './seed.ts'
import type { TradesMade } from './trades-made.ts'

/** How long a round that is over can still be watched on the line that it was played on. */
const KEPT_AFTER_END_MS = 600_000
const HELD_RETRY_MS = 1_000
const SWEEP_EVERY_MS = 3_600_000
const DAY_MS = 86_400_000
/** Another server may be about to write the journal of a round whose row is younger than this. */
const ORPHAN_AGE_MS = 60_000

/** What the registry needs. */
export interface RegistryParts {
  readonly journal: Journal
  readonly records: Records
  readonly clock: Clock
  readonly log: Log
  /** Names this server in leases. */
  readonly owner: string
  readonly drawSeed: DrawSeed
  readonly audienceOf: (id: RoundId) => Audience
  /** Who sits or how far the round is has changed. */
  readonly changed: (live: LiveRound) => void
}

/** What a round is opened with. */
export interface OpenRequest {
  readonly card: RoundCard
  readonly config: RoundConfig
  /** The marks of a scripted round. */
  readonly script?: Script
  /** Joins of automatic players, which are named from the round's own seed. */
  readonly planned: readonly JoinSeat[]
  /** Names that they must not be given. */
  readonly namesTaken: readonly string[]
}

/** Every round that this server holds. */
export class Registry {
  readonly #parts: RegistryParts
  readonly #live = new Map<RoundId, LiveRound>()
  /** Rounds that are about to be taken up: still being carried out again, or held by another process. */
  readonly #awaited = new Set<RoundId>()
  #stopped = false

  constructor(parts: RegistryParts) {
    this.#parts = parts
  }

  get size(): number {
    return this.#live.size
  }

  /** The round of that name. One that is about to be taken up is asked for again soon. */
  find(id: RoundId): LiveRound | Refusal {
    const live = this.#live.get(id)
    if (live) return live
    return this.#awaited.has(id)
      ? refusal('halted', { retryAfterMs: HELD_RETRY_MS })
      : refusal('round_unknown')
  }

  byCode(code: string): LiveRound | undefined {
    return this.all.find(({ card }) => card.room?.code === code)
  }

  get all(): readonly LiveRound[] {
    return [...this.#live.values()]
  }

  /** Opens a new round: first its rows, then its journal, then its host. */
  async open({ card, planned, namesTaken, ...begun }: OpenRequest): Promise<LiveRound> {
    const { records, journal, drawSeed, owner } = this.#parts
    const opening = boundOpening({ ...begun, seed: drawSeed() })
    const { config, seed } = opening
    const names = nameSeats(
      planned.map(({ seat }) => seat),
      { seed, taken: namesTaken },
    )
    const places = [...names].map(([seat, name]) => ({ seat, name, userId: null }))
    await records.open({ card, config, seed, planned, places })
    try {
      const recovered = await openJournal(journal, { opening, owner })
      const live = this.#take({ card, places, planned }, recovered)
      live.host.open()
      return live
    } catch (cause) {
      await records.drop(card).catch(() => {})
      throw cause
    }
  }

  /** Takes up every round that was left open, and from then on frees the codes that nobody needs any more. */
  async resume(): Promise<void> {
    const left = await this.#parts.journal.liveRounds()
    for (const each of left) this.#awaited.add(roundId(each.roundId))
    for (const id of [...this.#awaited]) {
      if ((await this.#tryTakeUp(id)) === 'held') void this.#takeUpLater(id)
      else this.#awaited.delete(id)
    }
    await this.#clearOrphans(new Set(left.map(({ roundId: id }) => id)))
    void this.#sweep()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.all.map(({ host }) => host.stop()))
  }

  async #takeUp(id: RoundId): Promise<'held' | 'done'> {
    const { records, journal, owner, log } = this.#parts
    const stored = await records.find(id)
    try {
      const recovered = stored ? await recover(journal, { roundId: id, owner }) : 'concluded'
      if (recovered === 'held') return 'held'
      if (stored && recovered !== 'concluded')
        this.#resumeRound(this.#take(stored, recovered), recovered.round)
      // Without rows it was never acknowledged to anybody.
      if (!stored) await this.#conclude(id)
    } catch (cause) {
      if (!(cause instanceof JournalMismatch) || !stored) throw cause
      log.error({ round: id, err: cause }, 'round quarantined')
      await records.quarantined(stored.card)
      await this.#conclude(id)
    }
    return 'done'
  }

  /** Another process wrote this round lately. If it does not go on, this one will. */
  async #takeUpLater(id: RoundId): Promise<void> {
    do await pause(this.#parts.clock, HELD_RETRY_MS)
    while (!this.#stopped && (await this.#tryTakeUp(id)) === 'held')
    this.#awaited.delete(id)
  }

  async #tryTakeUp(id: RoundId): Promise<'held' | 'done'> {
    try {
      return await this.#takeUp(id)
    } catch (cause) {
      this.#parts.log.error({ round: id, err: cause }, 'not resumed')
      return 'done'
    }
  }

  #resumeRound(live: LiveRound, { phase }: Round): void {
    if (phase !== 'running') {
      live.host.open()
      return
    }
    void comeback(live, this.#parts.clock).then(() => {
      this.#parts.audienceOf(live.id).resumed(live.host.tick)
      live.host.open()
    })
  }

  async #conclude(id: RoundId): Promise<void> {
    const { journal, owner } = this.#parts
    const lease = await journal.acquire({ roundId: id, owner })
    if (typeof lease !== 'string') await journal.conclude({ roundId: id, epoch: lease.epoch })
  }

  #take({ card, places, planned }: StoredRound, recovered: Recovered): LiveRound {
    const { journal, clock, log, owner, audienceOf } = this.#parts
    const events: HostEvents = {
      started: () => this.#started(live),
      ended: (round, tradesMade) => void this.#ended(live, round, tradesMade),
      quarantined: () => void this.#quarantined(live),
      gone: () => this.#gone(live),
    }
    const { roundId: id } = card
    const host = new RoundHost(
      { roundId: id, owner, journal, clock, log, events, audience: audienceOf(id) },
      recovered,
    )
    const live: LiveRound = new LiveRound(card, { host, commitment: recovered.commitment })
    // The rows come last: they alone know who sits where.
    for (const place of [...seated(recovered.round), ...places]) live.keepPlace(place)
    if (recovered.round.phase === 'lobby') live.planned = planned
    this.#live.set(id, live)
    return live
  }

  #started(live: LiveRound): void {
    live.planned = []
    this.#parts.changed(live)
    void this.#persist('a start', () => this.#parts.records.started(live.card))
  }

  async #ended(live: LiveRound, round: Round, tradesMade: TradesMade): Promise<void> {
    const { records, changed, clock } = this.#parts
    live.over = true
    changed(live)
    await this.#persist('a result', () => records.ended(live.card, { round, tradesMade, names: live.names }))
    await this.#persist('an end', () => live.host.conclude())
    clock.after(KEPT_AFTER_END_MS, () => this.#live.delete(live.id))
  }

  async #quarantined(live: LiveRound): Promise<void> {
    live.over = true
    await this.#persist('a quarantine', () => this.#parts.records.quarantined(live.card))
    this.#parts.clock.after(KEPT_AFTER_END_MS, () => this.#live.delete(live.id))
  }

  /** Another process writes the round now. Should it stop, this one goes on. */
  #gone({ id }: LiveRound): void {
    this.#live.delete(id)
    this.#awaited.add(id)
    void this.#takeUpLater(id)
  }

  #persist(what: string, act: () => Promise<void>): Promise<void> {
    const { clock, log } = this.#parts
    return persist(what, act, { clock, log, givenUp: () => this.#stopped })
  }

  /** Rows without a journal were never acknowledged to anybody; rows whose journal is closed met a fault. */
  async #clearOrphans(known: ReadonlySet<string>): Promise<void> {
    const { records, journal, clock } = this.#parts
    for (const id of await records.openSince(new Date(clock.now() - ORPHAN_AGE_MS))) {
      const stored = known.has(id) ? null : await records.find(roundId(id))
      if (!stored) continue
      if (await journal.opening(id)) await records.quarantined(stored.card)
      else await records.drop(stored.card)
    }
  }

  /** Codes of rooms that ended a day ago are free again. */
  async #sweep(): Promise<void> {
    const { clock, records, log } = this.#parts
    while (!this.#stopped) {
      await records
        .freeCodes(new Date(clock.now() - DAY_MS))
        .catch((err) => log.warn({ err }, 'codes not freed'))
      await pause(clock, SWEEP_EVERY_MS)
    }
  }
}

const seated = (round: Round): readonly Place[] =>
  [...round.seats.keys()].map((seat) => ({ seat, name: null, userId: null }))

/** Binds a round to its script, if it has one. */
const boundOpening = ({ config, seed, script }: Opening): Opening => {
  if (!script) return { config, seed }
  const market = { ...config.market, scriptDigest: scriptDigest({ script, seed }) }
  return { config: { ...config, market }, seed, script }
}

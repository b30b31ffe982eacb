import type { Journal, JournalFrame, JournalSnapshot, LeaseHolder, StoredFrame } from './journal.ts'
import { LEASE_MS, SNAPSHOTS_KEPT } from './journal.ts'

export type MemoryJournalOptions = {
  readonly leaseMs?: number
  /** The journal's clock in ms. Simulations give a virtual one. */
  readonly now?: () => number
}

type MemoryRound = {
  opening: Uint8Array | null
  lease: MemoryLease | null
  frames: StoredFrame[]
  snapshots: JournalSnapshot[]
}

type MemoryLease = { epoch: number; owner: string; expiresAt: number; concluded: boolean }

/**
 * A journal that lives as long as its object, with the promises of the stored one: for simulations and tests.
 */
export function memoryJournal(options: MemoryJournalOptions = {}): Journal {
  return new MemoryJournal(options.leaseMs ?? LEASE_MS, options.now ?? Date.now)
}

class MemoryJournal implements Journal {
  readonly #rounds = new Map<string, MemoryRound>()
  readonly #leaseMs: number
  readonly #now: () => number

  constructor(leaseMs: number, now: () => number) {
    this.#leaseMs = leaseMs
    this.#now = now
  }

  async writeOpening({ roundId, body }: Parameters<Journal['writeOpening']>[0]) {
    const round = this.#round(roundId)
    if (round.opening) return 'exists'
    round.opening = body.slice()
    return 'written'
  }

  async opening(roundId: string) {
    return this.#rounds.get(roundId)?.opening?.slice() ?? null
  }

  async acquire({ roundId, owner }: Parameters<Journal['acquire']>[0]) {
    const round = this.#round(roundId)
    const held = round.lease
    if (held?.concluded) return 'concluded'
    if (held && held.owner !== owner && this.#now() <= held.expiresAt) return 'held'

    const epoch = (held?.epoch ?? 0) + 1
    round.lease = { epoch, owner, expiresAt: this.#now() + this.#leaseMs, concluded: false }
    return { epoch, headTick: headTick(round), headHash: headHash(round) }
  }

  async renew(holder: LeaseHolder) {
    const lease = this.#leaseOf(holder)
    if (!lease) return 'fenced'
    lease.expiresAt = this.#now() + this.#leaseMs
    return 'renewed'
  }

  async release(holder: LeaseHolder) {
    const lease = this.#leaseOf(holder)
    if (!lease) return 'fenced'
    lease.expiresAt = Number.NEGATIVE_INFINITY
    return 'released'
  }

  async conclude(holder: LeaseHolder) {
    const lease = this.#leaseOf(holder)
    if (!lease) return 'fenced'
    lease.concluded = true
    return 'concluded'
  }

  async append({ previousHash, ...frame }: JournalFrame) {
    const round = this.#rounds.get(frame.roundId)
    const lease = this.#leaseOf(frame)
    if (!round || !lease) return 'fenced'
    if (headTick(round) !== frame.tick - 1 || headHash(round) !== previousHash) return 'fenced'

    round.frames.push({ ...frame, body: frame.body.slice() })
    lease.expiresAt = this.#now() + this.#leaseMs
    return 'appended'
  }

  async *frames({ roundId, fromTick }: Parameters<Journal['frames']>[0]) {
    const stored = this.#rounds.get(roundId)?.frames.slice(fromTick) ?? []
    for (const frame of stored) yield { ...frame, body: frame.body.slice() }
  }

  async writeSnapshot(snapshot: JournalSnapshot) {
    const round = this.#round(snapshot.roundId)
    if (round.frames[snapshot.tick]?.hash !== snapshot.hash) return 'unknown_frame'

    const others = round.snapshots.filter((kept) => kept.tick !== snapshot.tick)
    const newestFirst = [...others, { ...snapshot, body: snapshot.body.slice() }].sort(
      (a, b) => b.tick - a.tick,
    )
    round.snapshots = newestFirst.slice(0, SNAPSHOTS_KEPT)
    return 'written'
  }

  async snapshots(roundId: string) {
    const kept = this.#rounds.get(roundId)?.snapshots ?? []
    return kept.map((snapshot) => ({ ...snapshot, body: snapshot.body.slice() }))
  }

  async liveRounds() {
    const live = [...this.#rounds].filter(([, round]) => round.opening && !round.lease?.concluded)
    return live.map(([roundId, { lease }]) => ({
      roundId,
      owner: lease?.owner ?? null,
      held: lease !== null && this.#now() <= lease.expiresAt,
    }))
  }

  async forget(roundId: string) {
    const round = this.#rounds.get(roundId)
    if (round && !round.lease?.concluded) return 'live'
    this.#rounds.delete(roundId)
    return 'forgotten'
  }

  #round(roundId: string): MemoryRound {
    const known = this.#rounds.get(roundId)
    if (known) return known
    const round: MemoryRound = { opening: null, lease: null, frames: [], snapshots: [] }
    this.#rounds.set(roundId, round)
    return round
  }

  #leaseOf({ roundId, epoch }: LeaseHolder): MemoryLease | null {
    const lease = this.#rounds.get(roundId)?.lease
    return lease && lease.epoch === epoch && !lease.concluded ? lease : null
  }
}

const headTick = (round: MemoryRound): number => round.frames.length - 1

const headHash = (round: MemoryRound): string | null => round.frames.at(-1)?.hash ?? null

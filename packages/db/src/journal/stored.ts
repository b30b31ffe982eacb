import type { Pool } from 'pg'
import { acquire } from './acquire.ts'
import { append } from './append.ts'
import { forget } from './forget.ts'
import { frames } from './frames.ts'
import { conclude, release, renew } from './hold.ts'
import type { Journal } from './journal.ts'
import { LEASE_MS } from './journal.ts'
import { liveRounds } from './live-rounds.ts'
import { opening, writeOpening } from './opening.ts'
import { snapshots, writeSnapshot } from './snapshots.ts'

export type StoredJournalOptions = {
  /** Connections of the journal's own: a frame must not queue behind the rest of the house. */
  readonly pool: Pool
  readonly leaseMs?: number | undefined
}

/** The journal in PostgreSQL's tables, embedded or not. */
export function storedJournal({ pool, leaseMs = LEASE_MS }: StoredJournalOptions): Journal {
  return {
    writeOpening: (it) => writeOpening(pool, it),
    opening: (roundId) => opening(pool, roundId),
    acquire: (claim) => acquire(pool, { ...claim, leaseMs }),
    renew: (holder) => renew(pool, { ...holder, leaseMs }),
    release: (holder) => release(pool, holder),
    conclude: (holder) => conclude(pool, holder),
    append: (frame) => append(pool, { ...frame, leaseMs }),
    frames: (from) => frames(pool, from),
    writeSnapshot: (snapshot) => writeSnapshot(pool, snapshot),
    snapshots: (roundId) => snapshots(pool, roundId),
    liveRounds: () => liveRounds(pool),
    forget: (roundId) => forget(pool, roundId),
  }
}

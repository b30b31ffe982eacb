/** The journal of rounds: one writer per round at a time, one frame per tick, each chained to the last. */
export interface Journal {
  /**
   * Keeps what a round was opened with (its config and its secret seed). Written once: a second write changes
   * nothing.
   */
  writeOpening(opening: JournalOpening): Promise<'written' | 'exists'>
  /** The opening, null for an unknown round. It holds the seed: never shown while the round is live. */
  opening(roundId: string): Promise<Uint8Array | null>

  /**
   * Takes the round's lease, or takes it over once it ran out. The same owner gets a new epoch at once, which
   * fences its own past.
   */
  acquire(claim: LeaseClaim): Promise<Lease | 'held' | 'concluded'>
  /** Prolongs the lease of a host that has nothing to append at the moment. An append prolongs it too. */
  renew(holder: LeaseHolder): Promise<'renewed' | 'fenced'>
  /** Lets the lease run out at once, so that another host may go on without waiting. */
  release(holder: LeaseHolder): Promise<'released' | 'fenced'>
  /** The round has ended or is quarantined: nobody acquires it again. Its frames stay readable. */
  conclude(holder: LeaseHolder): Promise<'concluded' | 'fenced'>

  /**
   * Writes one frame behind the head. `fenced`: this host no longer writes the round, or the frame does not
   * follow the head; it must stop, drop its state and say nothing. Throws AppendInDoubt when nobody knows
   * whether the frame is there: stop publishing, acquire again and read.
   */
  append(frame: JournalFrame): Promise<'appended' | 'fenced'>
  /** The frames from `fromTick` on, in order, read in pages. */
  frames(from: FramesFrom): AsyncIterable<StoredFrame>

  /**
   * Keeps a snapshot of the state behind a frame. Only the three newest of a round stay.
   * `unknown_frame`: no frame has this tick and hash.
   */
  writeSnapshot(snapshot: JournalSnapshot): Promise<'written' | 'unknown_frame'>
  /** The kept snapshots, newest first: a reader takes the first that it can verify. */
  snapshots(roundId: string): Promise<readonly JournalSnapshot[]>

  /** Rounds that have an opening and are not concluded, oldest first: what a starting server resumes. */
  liveRounds(): Promise<readonly LiveRound[]>
  /** Erases everything about a concluded round. */
  forget(roundId: string): Promise<'forgotten' | 'live'>
}

export type JournalOpening = { readonly roundId: string; readonly body: Uint8Array }

export type LeaseClaim = {
  readonly roundId: string
  /** Names one host: another process, or the same after a restart, has another name. */
  readonly owner: string
}

export type LeaseHolder = { readonly roundId: string; readonly epoch: number }

/** The right to write a round until a later epoch begins, and where its journal ends. */
export type Lease = {
  readonly epoch: number
  /** The tick of the last frame, -1 when there is none: the first frame has tick 0. */
  readonly headTick: number
  readonly headHash: string | null
}

export type StoredFrame = {
  readonly roundId: string
  readonly tick: number
  readonly epoch: number
  readonly commandCount: number
  readonly body: Uint8Array
  readonly hash: string
}

export type JournalFrame = StoredFrame & {
  /** The hash of the frame before, null for the first. */
  readonly previousHash: string | null
}

export type FramesFrom = { readonly roundId: string; readonly fromTick: number }

export type JournalSnapshot = {
  readonly roundId: string
  readonly tick: number
  /** The hash of the frame after which the state looked like this. */
  readonly hash: string
  readonly body: Uint8Array
}

export type LiveRound = {
  readonly roundId: string
  /** The last host of the round, null if none ever acquired it. */
  readonly owner: string | null
  /** Whether that host's lease still runs, by the journal's clock. */
  readonly held: boolean
}

/** Nobody knows whether the frame was written: the answer of the journal was lost or late. */
export class AppendInDoubt extends Error {
  override readonly name = 'AppendInDoubt'

  constructor(cause: unknown) {
    super('the journal did not say whether the frame was written', { cause })
  }
}

/** How long a lease runs after its last append, in ms. */
export const LEASE_MS = 5_000

/** How many snapshots of a round are kept. */
export const SNAPSHOTS_KEPT = 3

import { setImmediate as breathe } from 'node:timers/promises'
import type { Journal, Lease, StoredFrame } from '@cascade/db'
import {
  commitmentOf,
  execute,
  hasItsScript,
  type Outcome,
  openRound,
  type Round,
  type Script,
} from '@cascade/engine'
import { Crowd } from '@cascade/players'
import { Chronicle } from './chronicle.ts'
import { frameHash, readFrame, readOpening } from './frame-text.ts'
import type { AutomaticPlayers } from './step.ts'
import { TradesMade } from './trades-made.ts'

/** After so many frames other rounds get their turn. */
const BREATHE_EVERY = 25

/** A round as its journal tells it, and the right to go on writing it. */
export interface Recovered {
  readonly round: Round
  /** What was published of its opening before anybody joined. */
  readonly commitment: string
  /** The marks that it is bound to, those of the ticks to come among them; null where it has a feed. */
  readonly script: Script | null
  /** Its automatic players, who have watched it all. */
  readonly players: AutomaticPlayers
  readonly tradesMade: TradesMade
  readonly chronicle: Chronicle
  readonly lease: Lease
  /** The last frame carried out again; nothing if there is none yet. */
  readonly last: RecoveredFrame | null
}

/** A frame that was carried out again. */
export interface RecoveredFrame {
  readonly tick: number
  readonly hash: string
  readonly outcomes: readonly Outcome[]
}

/**
 * The journal of a round does not lead to what it says: the round must not go on. Its rows stay as they
 * are.
 */
export class JournalMismatch extends Error {
  override readonly name = 'JournalMismatch'
}

/** Takes a round's lease and carries its journal out again, comparing every hash and every fingerprint. */
export async function recover(
  journal: Journal,
  claim: { roundId: string; owner: string },
): Promise<Recovered | 'held' | 'concluded'> {
  const lease = await journal.acquire(claim)
  if (typeof lease === 'string') return lease
  const opening = await journal.opening(claim.roundId)
  if (!opening) throw new JournalMismatch(`round ${claim.roundId} has no opening`)
  const begun = reading('the opening', () => readOpening(opening))
  const { config, seed, script = null } = begun
  if (!hasItsScript(begun)) throw new JournalMismatch('the prices are not those that the round is bound to')
  const round = openRound(config, seed)
  const players = new Crowd(seed)
  players.watch(round)
  const tradesMade = new TradesMade()
  const chronicle = new Chronicle(round)
  let last: RecoveredFrame | null = null
  for await (const stored of journal.frames({ roundId: claim.roundId, fromTick: 0 })) {
    last = carryOutAgain(round, stored, last)
    players.watch(round)
    tradesMade.note(last.outcomes)
    chronicle.note(last)
    if (last.tick % BREATHE_EVERY === 0) await breathe()
  }
  if ((last?.hash ?? null) !== lease.headHash) {
    throw new JournalMismatch(`the lease says ${lease.headTick}, the frames end at ${last?.tick ?? -1}`)
  }
  const commitment = commitmentOf({ config, seed })
  return { round, commitment, script, players, tradesMade, chronicle, lease, last }
}

function carryOutAgain(round: Round, stored: StoredFrame, before: RecoveredFrame | null): RecoveredFrame {
  const tick = (before?.tick ?? -1) + 1
  const hash = frameHash(before?.hash ?? null, stored.body)
  if (stored.tick !== tick) throw new JournalMismatch(`frame ${tick} is missing`)
  if (stored.hash !== hash) throw new JournalMismatch(`frame ${tick} is not the one that was written`)
  const frame = reading(`frame ${tick}`, () => readFrame(stored.body))
  const outcomes = reading(`frame ${tick}`, () => frame.commands.map((command) => execute(round, command)))
  if (frame.tick !== tick || frame.fingerprint !== round.fingerprint) {
    throw new JournalMismatch(`frame ${tick} does not lead to its fingerprint`)
  }
  return { tick, hash, outcomes }
}

function reading<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new JournalMismatch(`${what} cannot be carried out again`, { cause })
  }
}

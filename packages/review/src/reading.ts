import {
  type Account,
  type CascadeReport,
  CascadeTrace,
  type Command,
  cascadeReport,
  type Decimal,
  type InstrumentId,
  type Outcome,
  openRound,
  type Price,
  type ReplayStep,
  type RoundConfig,
  type RoundEvent,
  type Seat,
  type SeatId,
  type Seed,
  type Standing,
} from '@cascade/engine'
import { type Reviewed, type RoundRecord, told } from './record.ts'
import { walk } from './walk.ts'

/** A command as it was executed, with what became of it. */
export interface Deed {
  readonly command: Command
  readonly outcome: Outcome
}

/** One frame after its execution. */
export interface ReadFrame {
  /** The market's tick before the frame's commands: the one whose marks they met. */
  readonly from: number
  /** The market's tick after the frame. */
  readonly tick: number
  readonly deeds: readonly Deed[]
  /** The marks after the frame. */
  readonly marks: ReadonlyMap<InstrumentId, Price>
}

/** An account as it stood after a frame, until its next entry. */
export interface AccountEntry {
  readonly frame: number
  readonly account: Account
}

/**
 * A record that was run once and found true. Everything a review tells is drawn from it without running it
 * again.
 */
export interface Reading {
  readonly record: RoundRecord
  readonly config: RoundConfig
  readonly frames: readonly ReadFrame[]
  readonly seats: ReadonlyMap<SeatId, Seat>
  readonly accounts: ReadonlyMap<SeatId, readonly AccountEntry[]>
  readonly standings: readonly Standing[]
  /** What the market drew from: the seed, or what seed and players' words made. */
  readonly marketKey: Seed
  /** Which liquidations brought others about; null where trades move no price. */
  readonly contagion: CascadeReport | null
}

/** The state of the market and of one account at a tick. */
export interface AccountPoint {
  readonly tick: number
  readonly marks: ReadonlyMap<InstrumentId, Price>
  readonly account: Account
}

/** Runs a record once, verifying it, and keeps what the reviews need. */
export function readRound(record: RoundRecord): Reviewed<Reading> {
  const frames: ReadFrame[] = []
  const accounts = new Map<SeatId, AccountEntry[]>()
  let seats: ReadonlyMap<SeatId, Seat> = new Map()
  let standings: readonly Standing[] = []
  let marketKey = record.opening.seed
  const { opening } = record
  const trace = opening.config.market.impact
    ? new CascadeTrace(openRound(opening.config, opening.seed))
    : null

  const walked = walk(record, (step) => {
    keepChanged(accounts, step, frames.length)
    trace?.hear(
      step.round,
      step.outcomes.flatMap<RoundEvent>(({ events }) => [...events]),
    )
    frames.push(readFrame(step, frames.at(-1)?.tick ?? 0))
    seats = step.round.seats
    standings = step.round.standings
    marketKey = step.round.secret?.key ?? marketKey
  })
  if (!walked.ok) return walked
  return told({
    record,
    config: opening.config,
    frames,
    seats: new Map(seats),
    accounts,
    standings,
    marketKey,
    contagion: trace && cascadeReport(trace, opening.config),
  })
}

/** Every event of a frame in the order in which it happened. */
export const eventsOf = (frame: ReadFrame): readonly RoundEvent[] =>
  frame.deeds.flatMap<RoundEvent>((deed) => [...deed.outcome.events])

/**
 * The last frame of every tick: where a series has its points. The frames of the lobby and after the bell
 * share a tick.
 */
export const lastOfTicks = (frames: readonly ReadFrame[]): readonly number[] =>
  frames.flatMap((frame, index) => (frames[index + 1]?.tick === frame.tick ? [] : [index]))

/** One account at every tick from its opening on. */
export function accountPoints(reading: Reading, seat: SeatId): readonly AccountPoint[] {
  const entries = reading.accounts.get(seat) ?? []
  const points: AccountPoint[] = []
  let next = 0
  let account: Account | null = null
  for (const index of lastOfTicks(reading.frames)) {
    for (let entry = entries[next]; entry && entry.frame <= index; entry = entries[next]) {
      account = entry.account
      next += 1
    }
    const frame = reading.frames[index]
    if (account && frame) points.push({ tick: frame.tick, marks: frame.marks, account })
  }
  return points
}

/** A decimal as a number, for charts and sentences: more than exact enough to be shown. */
export const shown = (value: Decimal): number => value.toNumber()

function readFrame(step: ReplayStep, from: number): ReadFrame {
  const deeds: Deed[] = []
  for (const [index, command] of step.frame.commands.entries()) {
    const outcome = step.outcomes[index]
    if (outcome) deeds.push({ command, outcome })
  }
  return { from, tick: step.round.tick, deeds, marks: new Map(step.round.marks) }
}

/** Accounts are replaced whole, so a changed account is another object: only those are kept. */
function keepChanged(accounts: Map<SeatId, AccountEntry[]>, step: ReplayStep, frame: number): void {
  for (const [seat, account] of step.round.accounts) {
    const entries = accounts.get(seat)
    if (!entries) accounts.set(seat, [{ frame, account }])
    else if (entries.at(-1)?.account !== account) entries.push({ frame, account })
  }
}

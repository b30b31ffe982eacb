import type { Command } from './command.ts'
import { execute } from './execute.ts'
import { type Opening, openRound } from './open-round.ts'
import type { Outcome } from './outcome.ts'
import type { Round } from './state.ts'

/** What was carried out between two fingerprints: one row of the journal. */
export interface Frame {
  /** Number of the frame, from 1. A round waits in its lobby and lives through ticks; both make frames. */
  readonly tick: number
  /** In the order in which they were carried out; `clock.advance` is the last, where the clock moved. */
  readonly commands: readonly Command[]
  /** The round's fingerprint afterwards. */
  readonly fingerprint: string
}

/** A frame carried out again. The round is one object that moves on from step to step. */
export interface ReplayStep {
  readonly frame: Frame
  readonly round: Round
  readonly outcomes: readonly Outcome[]
  /** Whether the fingerprint came out as recorded. */
  readonly matches: boolean
}

/** Carries a recorded round out again, frame by frame. */
export function* replay(opening: Opening, frames: Iterable<Frame>): Generator<ReplayStep> {
  const round = openRound(opening.config, opening.seed)
  for (const frame of frames) {
    const outcomes = frame.commands.map((command) => execute(round, command))
    yield { frame, round, outcomes, matches: round.fingerprint === frame.fingerprint }
  }
}

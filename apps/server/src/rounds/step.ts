import { type Command, execute, type Outcome, type Round, type Script } from '@cascade/engine'
import type { Pending, Reply } from './inbox.ts'

/** Plays the seats nobody sits at. */
export interface AutomaticPlayers {
  /** What they want at this tick, in the order of their seats. */
  commands(round: Round): readonly Command[]
}

/** One frame carried out in memory, of which nobody has heard yet. */
export interface Step {
  /** The commands that somebody waits for; the first outcomes are theirs. */
  readonly waiting: readonly Pending[]
  readonly commands: readonly Command[]
  readonly outcomes: readonly Outcome[]
}

/** What a frame is made of besides the round. */
interface FrameParts {
  readonly waiting: readonly Pending[]
  readonly players: AutomaticPlayers
  /** The marks of every tick, where they were written before the round. */
  readonly script: Script | null
}

/**
 * Carries one frame out: what was handed in, in the order of arrival; then, while the market is open, the
 * automatic players; then the clock. A frame that opens the market does not move it, and one that rings the
 * bell ends with it.
 */
export function carryOut(round: Round, { waiting, players, script }: FrameParts): Step {
  const wasRunning = round.phase === 'running'
  const commands: Command[] = []
  const outcomes: Outcome[] = []
  const carry = (command: Command) => {
    commands.push(command)
    outcomes.push(execute(round, command))
  }
  for (const { command } of waiting) carry(command)
  if (wasRunning && round.phase === 'running') {
    for (const command of players.commands(round)) carry(command)
    const marks = script?.[round.tick]
    carry({ type: 'clock.advance', ...(marks && { marks }) })
  }
  return { waiting, commands, outcomes }
}

/** What a command's sender hears of its outcome. */
export function replyOf(round: Round, outcome: Outcome): Reply {
  if (outcome.status === 'repeated') return outcome.answer
  for (const event of outcome.events) if (event.type === 'command.answered') return event.answer
  if (outcome.status === 'accepted') return { ok: true, tick: round.tick }
  return { ok: false, tick: round.tick, rejection: outcome.rejection }
}

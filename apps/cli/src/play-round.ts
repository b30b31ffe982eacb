import type { Command, Price, RoundConfig, Seed } from '@cascade/engine'
import { CHARACTERS, Crowd, mixed, planSeats } from '@cascade/players'
import { Recording } from '@cascade/protocol'

/** A round to be played by automatic players alone. */
export interface RoundPlan {
  readonly config: RoundConfig
  readonly seed: Seed
  readonly players: number
  /** Names of automatic players; every one there is when absent. */
  readonly characters?: readonly string[]
  /** The marks of every tick, where the market is scripted. */
  readonly marks?: readonly (readonly Price[])[]
}

/** Plays a round from its first tick to the bell. The same plan always makes the same recording. */
export function playRound(plan: RoundPlan): Recording {
  const recording = new Recording({ config: plan.config, seed: plan.seed })
  const { round } = recording
  const crowd = new Crowd(plan.seed)
  crowd.watch(round)
  for (let tick = 1; round.phase !== 'ended'; tick += 1) {
    const commands: readonly Command[] = tick === 1 ? opening(plan) : crowd.commands(round)
    const marks = plan.marks?.[tick - 1]
    recording.carryOut(tick, [...commands, { type: 'clock.advance', ...(marks && { marks }) }])
  }
  return recording
}

function opening({ players, characters }: RoundPlan): readonly Command[] {
  const chosen = characters ?? CHARACTERS.map(({ id }) => id)
  const opponents = mixed(chosen, players)
  return [...planSeats({ opponents, first: 1 }), { type: 'round.start' }]
}

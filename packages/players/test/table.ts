import {
  type Command,
  execute,
  type Outcome,
  openRound,
  type PlayerCommand,
  type RoundChoices,
  type RoundConfig,
  roundId,
  type Seed,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { CHARACTERS, Crowd, mixed, planSeats } from '../src/index.ts'

/** A round with automatic players, for tests: settings and a seed as text. */
export interface Table {
  readonly config: RoundConfig
  readonly seed: Seed
  readonly players: number
}

export const tableOf = (seed: string, players: number, choices: Omit<RoundChoices, 'id'> = {}): Table => ({
  config: standardConfig({ id: roundId('r_table'), ticks: 300, ...choices }),
  seed: seedFromText(seed),
  players,
})

/** The commands that open the market with every character in turn. */
export const openingOf = ({ players }: Table): readonly Command[] => [
  ...planSeats({
    opponents: mixed(
      CHARACTERS.map(({ id }) => id),
      players,
    ),
    first: 1,
  }),
  { type: 'round.start' },
]

/** What was commanded in each tick and what became of it. */
export interface Played {
  readonly round: ReturnType<typeof openRound>
  readonly ticks: readonly (readonly PlayerCommand[])[]
  readonly outcomes: readonly Outcome[]
}

/** Plays a table to the bell. */
export function play(table: Table): Played {
  const round = openRound(table.config, table.seed)
  const crowd = new Crowd(table.seed)
  const outcomes = openingOf(table).map((command) => execute(round, command))
  const ticks: (readonly PlayerCommand[])[] = []
  while (round.phase === 'running') {
    const commands = crowd.commands(round)
    ticks.push(commands)
    outcomes.push(...commands.map((command) => execute(round, command)))
    outcomes.push(execute(round, { type: 'clock.advance' }))
  }
  return { round, ticks, outcomes }
}

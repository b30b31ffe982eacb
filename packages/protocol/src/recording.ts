import {
  type Command,
  canonical,
  chain,
  commitmentOf,
  execute,
  type Opening,
  type Outcome,
  openRound,
  type Round,
  RULES_VERSION,
} from '@cascade/engine'
import { type Rank, REPLAY_FORMAT, type Summary } from './record.ts'

/** A piece of a replay file's text, and the tick it speaks of. */
export interface Passage {
  readonly tick: number
  readonly text: string
}

/** A frame as it was written. */
export interface WrittenFrame {
  readonly tick: number
  readonly fingerprint: string
  readonly hash: string
}

const HASH_LENGTH = 32
const FIRST_HASH = '0'.repeat(HASH_LENGTH)

/**
 * A round that is carried out and written down at once. The same journal always makes the same text, without
 * any wall-clock time, so a replay file can be compared letter by letter with what its own commands lead to.
 */
export class Recording {
  readonly opening: Opening
  readonly round: Round
  readonly #frames: Passage[] = []
  readonly #tally = { commands: 0, rejections: 0, events: 0, fills: 0, liquidations: 0 }
  #hash = FIRST_HASH

  constructor(opening: Opening) {
    this.opening = opening
    this.round = openRound(opening.config, opening.seed)
  }

  /** Carries one frame's commands out in their order, and writes the frame down. */
  carryOut(
    tick: number,
    commands: readonly Command[],
  ): { outcomes: readonly Outcome[]; frame: WrittenFrame } {
    const outcomes = commands.map((command) => this.#execute(command))
    const fingerprint = this.round.fingerprint ?? ''
    this.#hash = chain(this.#hash, canonical({ commands, fingerprint, tick })).slice(0, HASH_LENGTH)
    const frame = { tick, fingerprint, hash: this.#hash }
    this.#frames.push({ tick, text: canonical({ ...frame, commands }) })
    return { outcomes, frame }
  }

  #execute(command: Command): Outcome {
    const outcome = execute(this.round, command)
    this.#tally.commands += 1
    this.#tally.rejections += Number(outcome.status === 'rejected')
    this.#tally.events += outcome.events.length
    for (const { type } of outcome.events) {
      this.#tally.fills += Number(type === 'order.filled')
      this.#tally.liquidations += Number(type === 'position.liquidated')
    }
    return outcome
  }

  /** What the round has come to so far. */
  get summary(): Summary {
    const { round } = this
    return {
      ...this.#tally,
      fingerprint: round.fingerprint ?? '',
      ticks: round.tick,
      seats: round.seats.size,
      wiped: [...round.accounts.values()].filter(({ wipedAtTick }) => wipedAtTick !== null).length,
      ranks: ranksOf(round),
    }
  }

  /** The replay file, in passages. Together they are the canonical JSON text of the whole and a line feed. */
  get passages(): readonly Passage[] {
    const last = this.#frames.at(-1)?.tick ?? 0
    const { format, version } = REPLAY_FORMAT
    const commitment = canonical(commitmentOf(this.opening))
    const frames = this.#frames.map(({ tick, text }, index) => ({
      tick,
      text: index === this.#frames.length - 1 ? text : `${text},`,
    }))
    return [
      {
        tick: 0,
        text: `{"commitment":${commitment},"format":${canonical(format)},"frames":[`,
      },
      ...frames,
      { tick: 0, text: `],"opening":${canonical(this.opening)},"rules":${canonical(RULES_VERSION)}` },
      { tick: last, text: `,"summary":${canonical(this.summary)},"version":${version}}\n` },
    ]
  }

  /** The replay file's text. */
  get text(): string {
    return this.passages.map(({ text }) => text).join('')
  }
}

function ranksOf(round: Round): Rank[] {
  return round.standings.map(({ seat, ...row }) => {
    const { character = null } = round.seats.get(seat) ?? {}
    return { seat, character, ...row }
  })
}

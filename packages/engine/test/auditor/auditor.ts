import {
  type Command,
  execute,
  openRound,
  type Round,
  type RoundConfig,
  seedFromText,
  stepFeed,
} from '../../src/index.ts'
import { firstDifference } from './compare.ts'
import { factsOf } from './facts.ts'
import { before, firstBreak } from './invariants.ts'
import { Num } from './twin/numbers.ts'
import { openTwin, type TwinRound } from './twin/round.ts'
import { shockDifference } from './twin/shocks.ts'
import { carryOut } from './twin/twin.ts'

/** What a judged round came to. */
export interface Tally {
  ticks: number
  commands: number
  events: number
  fills: number
  liquidations: number
  deleveragings: number
  socialised: number
  wipes: number
  shocks: number
}

const COUNTED: Readonly<Record<string, keyof Tally>> = {
  'market.moved': 'ticks',
  'order.filled': 'fills',
  'position.liquidated': 'liquidations',
  'position.deleveraged': 'deleveragings',
  'loss.socialised': 'socialised',
  'account.wiped': 'wipes',
  'market.shocked': 'shocks',
}

/** Nothing counted yet. */
export const emptyTally = (): Tally => ({
  ticks: 0,
  commands: 0,
  events: 0,
  fills: 0,
  liquidations: 0,
  deleveragings: 0,
  socialised: 0,
  wipes: 0,
  shocks: 0,
})

/** A round of the engine beside its twin. It stops at the first difference. */
export class Auditor {
  readonly round: Round
  readonly twin: TwinRound
  readonly tally: Tally = emptyTally()
  /** The first difference in plain words, or null. */
  difference: string | null = null

  constructor(config: RoundConfig, seed: string) {
    this.round = openRound(config, seedFromText(seed))
    this.twin = openTwin(config)
  }

  /** Carries a command out twice and compares; tells whether the round may go on. */
  send(command: Command): boolean {
    if (this.difference) return false
    this.tally.commands += 1
    try {
      this.difference = this.judge(command)
    } catch (problem) {
      this.difference = `fault: ${problem instanceof Error ? problem.message : String(problem)}`
    }
    if (this.difference) this.difference = `${inWords(command)}: ${this.difference}`
    return this.difference === null && this.round.phase !== 'ended'
  }

  private judge(command: Command): string | null {
    const known = before(this.round, this.twin)
    const fed = this.fedMarks(command)
    const outcome = execute(this.round, command)
    this.twin.diary = []
    const marks = this.round.config.instruments.map(({ id }) => new Num(this.round.marks.get(id) ?? 0))
    const shaken = fed && shockDifference(this.twin, fed, marks)
    if (shaken) return shaken
    const refusal = carryOut(this.twin, command, marks)
    const said = outcome.status === 'rejected' ? outcome.rejection.reason : null
    if (said !== refusal) return `the engine says ${said ?? 'yes'}, the book ${refusal ?? 'yes'}`
    if (said) return firstDifference(this.round, this.twin)
    this.count(outcome.events)
    return (
      firstOf(factsOf(outcome.events), this.twin.diary) ??
      firstDifference(this.round, this.twin) ??
      firstBreak(known, outcome.events, this)
    )
  }

  /** What the feed says of the next tick, before anything else touches it; null where no feed is stepped. */
  private fedMarks({ type }: Command): readonly Num[] | null {
    const { config, secret, phase } = this.round
    if (type !== 'clock.advance' || phase !== 'running' || config.market.scripted || !secret) return null
    return stepFeed(config, secret.seed, secret.feed).marks.map((mark) => new Num(mark))
  }

  private count(events: readonly { type: string }[]): void {
    this.tally.events += events.length
    for (const { type } of events) {
      const counted = COUNTED[type]
      if (counted) this.tally[counted] += 1
    }
  }
}

function firstOf(engine: readonly string[], twin: readonly string[]): string | null {
  for (let at = 0; at < Math.max(engine.length, twin.length); at += 1) {
    const [said, expected] = [engine[at] ?? 'nothing more', twin[at] ?? 'nothing more']
    if (said !== expected) return `the engine tells "${said}", the book "${expected}"`
  }
  return null
}

const inWords = (command: Command): string => JSON.stringify(command)

import {
  type Command,
  markOf,
  type Opening,
  type Outcome,
  type Rejection,
  type Round,
  type RoundEvent,
  roundId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { Recording } from '@cascade/protocol'
import type { PriceFile } from '@cascade/protocol/price-file'
import { type AccountReport, accountReports } from './accounts.ts'
import type { Script, Step } from './schema.ts'

/** What became of one step. */
export interface StepReport {
  /** Number of the step, from 1. */
  readonly step: number
  readonly asked: Step
  /** The tick in which the round stands afterwards. */
  readonly tick: number
  readonly outcome: 'accepted' | 'rejected' | 'shown'
  readonly rejection: Rejection | null
  readonly events: readonly RoundEvent[]
  /** Only where the step asks for them. */
  readonly accounts?: readonly AccountReport[]
}

/** A script that was carried out: what became of each step, and the round as it stands at the end. */
export interface Performance {
  readonly steps: readonly StepReport[]
  readonly recording: Recording
}

/**
 * Carries a script out in a round of its own, with a file of prices for its `ticks` when there is one. Throws
 * a ConfigProblem when its rules cannot be played.
 */
export function perform(script: Script, prices: PriceFile | null = null): Performance {
  const recording = new Recording(openingOf(script, prices))
  let frames = 0
  let played = 0
  const carryOut = (commands: readonly Command[]): readonly Outcome[] => {
    frames += 1
    return recording.carryOut(frames, commands).outcomes
  }
  carryOut([...script.seats.map(joining), { type: 'round.start' }])
  const steps = script.steps.map((asked, index): StepReport => {
    const { round } = recording
    const marks = prices?.marks.slice(played, played + (asked.ticks ?? 0)) ?? []
    played += marks.length
    const outcomes = commandsOf(asked, { round, marks }).flatMap((command) => carryOut([command]))
    const outcome = merged(outcomes)
    const told = { step: index + 1, asked, tick: round.tick, events: outcome?.events ?? [] }
    if (!outcome) return { ...told, outcome: 'shown', rejection: null, accounts: accountReports(round) }
    return outcome.status === 'rejected'
      ? { ...told, outcome: 'rejected', rejection: outcome.rejection }
      : { ...told, outcome: 'accepted', rejection: null }
  })
  return { steps, recording }
}

/** Long enough for every script: only its own bell ends it. */
const TICKS = 1_000_000
/** The board says nothing that the accounts do not. */
const STANDINGS_EVERY = 10_000

function openingOf(script: Script, prices: PriceFile | null): Opening {
  const { rules: asked, seats, startingCash } = script
  const instruments = prices?.instruments ?? script.instruments
  const { preset, defaultLeverage, ...rules } = asked
  const { modePolicy, defaultMode } = rules
  const standard = standardConfig({
    id: roundId('r_script'),
    ticks: TICKS,
    seatsMax: seats.length,
    startingCash,
    preset,
    rules,
    ...(modePolicy && { modePolicy }),
    ...(defaultMode && { defaultMode }),
    ...(prices && { marketMinutesPerTick: prices.minutesPerTick }),
  })
  const market = { ...standard.market, scripted: true } as const
  const played = { ...standard.rules, ...(defaultLeverage && { defaultLeverage }) }
  return {
    config: { ...standard, instruments, rules: played, market, standingsEvery: STANDINGS_EVERY },
    seed: seedFromText('script'),
  }
}

const joining = (seat: Script['seats'][number]): Command => ({
  type: 'seat.join',
  seat,
  kind: 'human',
  character: null,
})

/** What a step asks of the round; nothing when it only wants to see. */
function commandsOf(
  step: Step,
  { round, marks }: { readonly round: Round; readonly marks: PriceFile['marks'] },
): readonly Command[] {
  if (step.ticks) return marks.map((each): Command => ({ type: 'clock.advance', marks: each }))
  if (step.order) {
    const { seat, ...order } = step.order
    return [{ type: 'order.place', seat, id: null, order }]
  }
  if (step.cancel) return [{ type: 'order.cancel', id: null, ...step.cancel }]
  if (step.leverage) return [{ type: 'leverage.set', id: null, ...step.leverage }]
  if (step.marginMode) return [{ type: 'margin-mode.set', id: null, ...step.marginMode }]
  if (step.transfer) return [{ type: 'margin.transfer', id: null, ...step.transfer }]
  if (step.marks) return [{ type: 'clock.advance', marks: nextMarks(step.marks, round) }]
  return step.bell ? [{ type: 'round.end' }] : []
}

/** Several ticks are told as one: what happened in them, and of the market where it came to. */
function merged(outcomes: readonly Outcome[]): Outcome | undefined {
  const last = outcomes.at(-1)
  if (last?.status !== 'accepted' || outcomes.length === 1) return last
  const before = outcomes.slice(0, -1).flatMap(({ events }) => events)
  return { ...last, events: [...before.filter(({ type }) => type !== 'market.moved'), ...last.events] }
}

const nextMarks = (named: NonNullable<Step['marks']>, round: Round) =>
  round.config.instruments.map(({ id }) => named.get(id) ?? markOf(round, id))

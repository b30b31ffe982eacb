import type {
  Command,
  MarginMode,
  ModePolicy,
  Opening,
  OrderId,
  PlayerCommand,
  RoundConfig,
  SeatId,
} from '@cascade/engine'
import type { Deed, Reading } from './reading.ts'

/** Something a seat asked for, as it was asked. */
export interface Intent {
  readonly command: PlayerCommand
  /**
   * The order that it made in the recorded round, so that a later cancel finds its twin; null when it made
   * none.
   */
  readonly placed: OrderId | null
}

/** A step of a plan: an intent of the seat or of who plays with it, or what moves the round itself. */
export type PlanStep =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'round'; readonly command: Exclude<Command, PlayerCommand> }

/**
 * Everything that a seat did in a round, ready to be done again: by that seat alone, or with the whole room
 * where one account's loss becomes another's or what it does moves the prices.
 */
export interface Plan {
  readonly opening: Opening
  readonly seat: SeatId
  /** Whether everybody else's intents are among the steps. */
  readonly withRoom: boolean
  readonly steps: readonly PlanStep[]
}

/** What a seat did in a recorded round. Retries are left out: they had no effect. */
export function planOf(reading: Reading, seat: SeatId): Plan {
  const { rules, market } = reading.config
  const withRoom = rules.lossPolicy !== 'house-loss' || market.impact !== undefined
  const plays = (other: SeatId) => withRoom || other === seat
  const steps = reading.frames.flatMap(({ deeds }) => deeds.flatMap((deed) => stepOf(deed, plays)))
  // The words of those who do not play are missing here: the round is opened from the key that they made.
  const opening = { ...reading.record.opening, seed: reading.marketKey }
  return { opening, seat, withRoom, steps }
}

/** The same plan with every margin mode the other one. Doing it twice gives the plan back. */
export const flipPlan = (plan: Plan): Plan => ({
  ...plan,
  opening: { ...plan.opening, config: flipConfig(plan.opening.config) },
  steps: plan.steps.map(flipStep),
})

/** The other margin mode. */
export const otherModeOf = (mode: MarginMode): MarginMode => (mode === 'cross' ? 'isolated' : 'cross')

const FLIPPED_POLICY: { readonly [Policy in ModePolicy]: ModePolicy } = {
  choice: 'choice',
  'cross-only': 'isolated-only',
  'isolated-only': 'cross-only',
}

function flipConfig(config: RoundConfig): RoundConfig {
  const { modePolicy, defaultMode } = config.rules
  const rules = {
    ...config.rules,
    modePolicy: FLIPPED_POLICY[modePolicy],
    defaultMode: otherModeOf(defaultMode),
  }
  return { ...config, rules }
}

function flipStep(step: PlanStep): PlanStep {
  if (step.kind !== 'intent' || step.intent.command.type !== 'margin-mode.set') return step
  const { command } = step.intent
  const flipped = { ...command, marginMode: otherModeOf(command.marginMode) }
  return { kind: 'intent', intent: { ...step.intent, command: flipped } }
}

function stepOf({ command, outcome }: Deed, plays: (seat: SeatId) => boolean): PlanStep[] {
  if (outcome.status === 'repeated') return []
  if (!isPlayerCommand(command)) {
    const own = command.type !== 'seat.join' || plays(command.seat)
    return own && outcome.status === 'accepted' ? [{ kind: 'round', command: withoutWords(command) }] : []
  }
  if (!plays(command.seat)) return []
  const placed = outcome.events.find((event) => event.type === 'order.placed')
  const intent: Intent = { command: { ...command, id: null }, placed: placed?.order.id ?? null }
  return [{ kind: 'intent', intent }]
}

const withoutWords = (command: Exclude<Command, PlayerCommand>): typeof command =>
  command.type === 'round.start' ? { type: 'round.start' } : command

const PLAYER_COMMANDS: ReadonlySet<Command['type']> = new Set<PlayerCommand['type']>([
  'order.place',
  'order.cancel',
  'leverage.set',
  'margin-mode.set',
  'margin.transfer',
])

const isPlayerCommand = (command: Command): command is PlayerCommand => PLAYER_COMMANDS.has(command.type)

import {
  type Account,
  type CancelReason,
  execute,
  type InstrumentId,
  type MarginMode,
  type OrderId,
  type Outcome,
  openRound,
  type PlayerCommand,
  type Price,
  type Round,
  type RoundEvent,
} from '@cascade/engine'
import { type LensPoint, lensPoint } from './account-lens.ts'
import { type Cascade, cascadesOf } from './cascades.ts'
import type { Moment, Refused } from './moment.ts'
import type { Intent, Plan } from './plan.ts'
import { shown } from './reading.ts'
import { momentOf, refusedOf } from './telling.ts'

/** What became of an intent. */
export type Fate =
  | { readonly kind: 'filled'; readonly tick: number; readonly price: number; readonly quantity: number }
  /** A setting, a transfer or a cancel that took effect. */
  | { readonly kind: 'done' }
  /** An order that left the book unfilled. */
  | { readonly kind: 'cancelled'; readonly tick: number; readonly reason: CancelReason }
  /** An order that still waits where the record ends. */
  | { readonly kind: 'waiting' }
  | ({ readonly kind: 'rejected' } & Refused)
  /** Nothing was left to trade with. */
  | { readonly kind: 'after_wipe' }

/** An intent with the tick whose marks it met and what became of it. */
export interface PlayedIntent {
  readonly tick: number
  readonly command: PlayerCommand
  readonly fate: Fate
}

/** A plan carried out: what became of its seat. */
export interface Run {
  readonly intents: readonly PlayedIntent[]
  /** One entry per tick from the seat's opening on. */
  readonly ticks: readonly number[]
  readonly points: readonly LensPoint[]
  readonly marks: readonly ReadonlyMap<InstrumentId, Price>[]
  readonly cascades: readonly Cascade[]
  /** The margin modes in which anything was filled. */
  readonly modes: ReadonlySet<MarginMode>
  readonly account: Account | null
}

/** Carries a plan out from its opening. The market's dice do not depend on who plays. */
export function runPlan(plan: Plan): Run {
  const player = new PlanRun(plan)
  for (const step of plan.steps) {
    if (step.kind === 'intent') player.ask(step.intent)
    else player.move(step.command)
  }
  return player.finish()
}

class PlanRun {
  readonly #round: Round
  readonly #plan: Plan
  readonly #intents: { tick: number; command: PlayerCommand; fate: Fate }[] = []
  /** Which intent made an order of this run. */
  readonly #makers = new Map<OrderId, number>()
  /**
   * The recorded round's orders by their names in this run: a refused order shifts the numbers of the later
   * ones.
   */
  readonly #names = new Map<OrderId, OrderId>()
  readonly #points = new Map<number, { point: LensPoint; marks: ReadonlyMap<InstrumentId, Price> }>()
  readonly #cascades: Cascade[] = []
  readonly #modes = new Set<MarginMode>()

  constructor(plan: Plan) {
    this.#plan = plan
    this.#round = openRound(plan.opening.config, plan.opening.seed)
  }

  ask(intent: Intent): void {
    const { tick } = this.#round
    const outcome = execute(this.#round, this.#renamed(intent.command))
    const isOwn = intent.command.seat === this.#plan.seat
    if (isOwn) this.#intents.push({ tick, command: intent.command, fate: firstFate(outcome) })
    const events: readonly RoundEvent[] = outcome.events
    const made = events.find((event) => event.type === 'order.placed')
    if (made && isOwn) this.#makers.set(made.order.id, this.#intents.length - 1)
    if (made && intent.placed) this.#names.set(intent.placed, made.order.id)
    this.#hear(events)
  }

  move(command: Parameters<typeof execute>[1]): void {
    this.#hear(execute(this.#round, command).events)
    this.#keepPoint()
  }

  finish(): Run {
    const points = [...this.#points]
    return {
      intents: this.#intents,
      ticks: points.map(([tick]) => tick),
      points: points.map(([, { point }]) => point),
      marks: points.map(([, { marks }]) => marks),
      cascades: this.#cascades,
      modes: this.#modes,
      account: this.#account() ?? null,
    }
  }

  #account(): Account | undefined {
    return this.#round.accounts.get(this.#plan.seat)
  }

  #renamed(command: PlayerCommand): PlayerCommand {
    if (command.type !== 'order.cancel') return command
    return { ...command, order: this.#names.get(command.order) ?? command.order }
  }

  #hear(events: readonly RoundEvent[]): void {
    for (const event of events) this.#settleFate(event)
    const ended = cascadesOf(momentsOf(events, this.#round.tick))
    this.#cascades.push(...ended.filter(({ seat }) => seat === this.#plan.seat))
  }

  /** What a tick is worth is measured when the clock has moved, before the next commands meet its marks. */
  #keepPoint(): void {
    const account = this.#account()
    if (!account) return
    const { tick, config } = this.#round
    const marks = new Map(this.#round.marks)
    this.#points.set(tick, { point: lensPoint(config, { tick, marks, account }), marks })
  }

  #settleFate(event: RoundEvent): void {
    if (event.type !== 'order.filled' && event.type !== 'order.cancelled') return
    if (event.seat !== this.#plan.seat) return
    if (event.type === 'order.filled') this.#modes.add(event.marginMode)
    const intent = this.#intents[this.#makers.get(event.order) ?? -1]
    if (!intent) return
    intent.fate =
      event.type === 'order.filled'
        ? { kind: 'filled', tick: event.tick, price: shown(event.price), quantity: shown(event.quantity) }
        : { kind: 'cancelled', tick: this.#round.tick, reason: event.reason }
  }
}

function firstFate(outcome: Outcome): Fate {
  if (outcome.status === 'rejected') {
    const { rejection } = outcome
    if (rejection.reason === 'account_wiped') return { kind: 'after_wipe' }
    return { kind: 'rejected', ...refusedOf(rejection) }
  }
  return outcome.events.some((event) => event.type === 'order.placed')
    ? { kind: 'waiting' }
    : { kind: 'done' }
}

const momentsOf = (events: readonly RoundEvent[], tick: number): readonly Moment[] =>
  events.flatMap((event) => {
    const body = momentOf(event)
    return body ? [{ ...body, tick }] : []
  })

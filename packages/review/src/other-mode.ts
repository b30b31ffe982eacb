import type { InstrumentId, SeatId, Side } from '@cascade/engine'
import type { LensPoint } from './account-lens.ts'
import type { Cascade } from './cascades.ts'
import { flipPlan, planOf } from './plan.ts'
import { type Reading, shown } from './reading.ts'
import { type Reviewed, told, untold } from './record.ts'
import { type Fate, type PlayedIntent, type Run, runPlan } from './run-plan.ts'

/** What an intent asked for, as plain data. */
export type Asked =
  | {
      readonly kind: 'order'
      readonly instrument: InstrumentId
      readonly side: Side
      readonly orderType: 'market' | 'limit' | 'stop' | 'take-profit'
      readonly quantity: number
      readonly price: number | null
      readonly reduceOnly: boolean
    }
  | { readonly kind: 'cancel'; readonly order: string }
  | { readonly kind: 'leverage'; readonly instrument: InstrumentId; readonly leverage: number }
  | { readonly kind: 'mode'; readonly instrument: InstrumentId; readonly marginMode: 'cross' | 'isolated' }
  | { readonly kind: 'margin'; readonly instrument: InstrumentId; readonly amount: number }

/** One intent with its fate in both worlds. */
export interface TwinIntent {
  /** The market's tick whose marks it met. */
  readonly tick: number
  readonly asked: Asked
  readonly own: Fate
  readonly twin: Fate
  readonly differs: boolean
}

/** How one of the two worlds ended. */
export interface Ending {
  readonly equity: number
  readonly wipedAtTick: number | null
  readonly liquidations: number
  readonly cascades: readonly Cascade[]
}

/** A seat's round and its twin: the same intents with every margin mode the other one. */
export interface OtherMode {
  readonly seat: SeatId
  /**
   * The margin mode of everything the seat filled, and the twin's; `both` when it used both, or filled
   * nothing.
   */
  readonly mode: 'cross' | 'isolated' | 'both'
  readonly twinMode: 'cross' | 'isolated' | 'both'
  readonly ticks: readonly number[]
  /** Both accounts at every tick. */
  readonly ownPoints: readonly LensPoint[]
  readonly twinPoints: readonly LensPoint[]
  readonly intents: readonly TwinIntent[]
  /** The first tick at which the two accounts are not worth the same; null when they never part. */
  readonly divergedAtTick: number | null
  readonly own: Ending
  readonly twin: Ending
  /**
   * Nothing that others did reaches this account, so the twin is what would have happened, to the last unit.
   * Otherwise the whole room was played again with every margin mode the other one.
   */
  readonly exact: boolean
}

/** Plays a seat's intents again with the other margin mode, against the same prices. */
export function otherMode(reading: Reading, seat: SeatId): Reviewed<OtherMode> {
  if (!reading.seats.has(seat)) return untold({ kind: 'seat_unknown' })
  const plan = planOf(reading, seat)
  const own = runPlan(plan)
  const twin = runPlan(flipPlan(plan))
  const foreign = firstForeignMark(reading, own)
  if (foreign !== null) return untold({ kind: 'market_reacts', tick: foreign })
  return told({ ...compare(own, twin), seat, exact: !plan.withRoom })
}

function compare(own: Run, twin: Run): Omit<OtherMode, 'seat' | 'exact'> {
  const parted = own.points.findIndex(({ equity }, index) => equity !== twin.points[index]?.equity)
  const mode = modeOf(own)
  return {
    mode,
    twinMode: TWIN[mode],
    ticks: own.ticks,
    ownPoints: own.points,
    twinPoints: twin.points,
    intents: own.intents.map((intent, index) => twinIntent(intent, twin.intents[index])),
    divergedAtTick: parted === -1 ? null : (own.ticks[parted] ?? null),
    own: endingOf(own),
    twin: endingOf(twin),
  }
}

const TWIN = { cross: 'isolated', isolated: 'cross', both: 'both' } as const

/** The recorded marks are those of the seat alone, unless the market listens to its players. */
function firstForeignMark(reading: Reading, run: Run): number | null {
  const alone = new Map(run.ticks.map((tick, index) => [tick, run.marks[index]]))
  for (const { tick, marks } of reading.frames) {
    for (const [instrument, mark] of marks) {
      const other = alone.get(tick)?.get(instrument)
      if (other && !other.eq(mark)) return tick
    }
  }
  return null
}

function modeOf({ modes }: Run): OtherMode['mode'] {
  const [only] = modes
  return modes.size === 1 && only ? only : 'both'
}

function twinIntent(intent: PlayedIntent, other: PlayedIntent | undefined): TwinIntent {
  const twin: Fate = other?.fate ?? { kind: 'after_wipe' }
  return {
    tick: intent.tick,
    asked: askedOf(intent.command),
    own: intent.fate,
    twin,
    differs: JSON.stringify(intent.fate) !== JSON.stringify(twin),
  }
}

function askedOf(command: PlayedIntent['command']): Asked {
  switch (command.type) {
    case 'order.place': {
      const { instrument, side, type, quantity, limitPrice, triggerPrice, reduceOnly } = command.order
      const price = limitPrice ?? triggerPrice
      return {
        kind: 'order',
        instrument,
        side,
        orderType: type,
        quantity: shown(quantity),
        price: price ? shown(price) : null,
        reduceOnly,
      }
    }
    case 'order.cancel':
      return { kind: 'cancel', order: command.order }
    case 'leverage.set':
      return { kind: 'leverage', instrument: command.instrument, leverage: shown(command.leverage) }
    case 'margin-mode.set':
      return { kind: 'mode', instrument: command.instrument, marginMode: command.marginMode }
    case 'margin.transfer':
      return { kind: 'margin', instrument: command.instrument, amount: shown(command.amount) }
  }
}

const endingOf = ({ points, account, cascades }: Run): Ending => ({
  equity: points.at(-1)?.equity ?? 0,
  wipedAtTick: account?.wipedAtTick ?? null,
  liquidations: account?.liquidations ?? 0,
  cascades,
})

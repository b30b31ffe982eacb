import type { InstrumentId, MarginMode, SeatId } from '@cascade/engine'
import type { Moment } from './moment.ts'
import type { Reading } from './reading.ts'
import { momentsOfFrame } from './timeline.ts'

/** One position from its first fill to its end, in plain numbers. */
export interface PositionStory {
  readonly instrument: InstrumentId
  readonly long: boolean
  /** The mode it ended in: where rules allow it, a position changes its mode while it is open. */
  readonly marginMode: MarginMode
  readonly openedAtTick: number
  /** Null when the record ends before the position does. */
  readonly closedAtTick: number | null
  /** Average price of the fills that built it. */
  readonly entryPrice: number
  readonly exitPrice: number | null
  readonly quantityMax: number
  readonly realizedPnl: number
  readonly fees: number
  /** What was paid for holding it; negative what was received. Simulated dollars. */
  readonly funding: number
  readonly end: 'closed' | 'flipped' | 'liquidated' | 'deleveraged' | 'bell' | 'open'
}

type Traded = Extract<Moment, { kind: 'filled' | 'settled' | 'deleveraged' }>
type Funding = Extract<Moment, { kind: 'funding' }>
type ModeSet = Extract<Moment, { kind: 'mode' }>
type Liquidated = Extract<Moment, { kind: 'liquidated' }>
type Draft = { -readonly [Field in keyof PositionStory]: PositionStory[Field] } & { quantity: number }

const ENDS: { readonly [Kind in Traded['kind']]: PositionStory['end'] } = {
  filled: 'closed',
  settled: 'bell',
  deleveraged: 'deleveraged',
}

/** Every position a seat held, in the order of opening. */
export function positionStories(reading: Reading, seat: SeatId): readonly PositionStory[] {
  const book = new Storybook()
  for (const moment of reading.frames.flatMap(momentsOfFrame)) {
    if (!('seat' in moment) || moment.seat !== seat) continue
    book.hear(moment)
  }
  return book.stories()
}

class Storybook {
  readonly #told: Draft[] = []
  readonly #open = new Map<InstrumentId, Draft>()

  hear(moment: Moment): void {
    if (moment.kind === 'filled' || moment.kind === 'settled' || moment.kind === 'deleveraged') {
      this.#trade(moment)
    }
    if (moment.kind === 'liquidated') this.#liquidate(moment)
    if (moment.kind === 'funding') this.#fund(moment)
    if (moment.kind === 'mode') this.#switch(moment)
  }

  #trade(moment: Traded): void {
    const held = this.#open.get(moment.instrument)
    if (!held) this.#begin(moment, moment.quantity)
    else if (moment.effect === 'increase') increase(held, moment)
    else if (moment.effect === 'flip') this.#flip(held, moment)
    else this.#reduce(held, moment)
  }

  #liquidate({ instrument, tick, price, realizedPnl, fee, left }: Liquidated): void {
    const held = this.#open.get(instrument)
    if (!held) return
    held.realizedPnl += realizedPnl
    held.fees += fee
    held.quantity = left
    if (left === 0) this.#end(held, { tick, price, end: 'liquidated' })
  }

  #fund({ payments }: Funding): void {
    for (const { instrument, amount } of payments) {
      const held = this.#open.get(instrument)
      if (held) held.funding += amount
    }
  }

  #switch({ instrument, marginMode }: ModeSet): void {
    const held = this.#open.get(instrument)
    if (held) held.marginMode = marginMode
  }

  stories(): readonly PositionStory[] {
    return this.#told.map(({ quantity: _held, ...story }) => story)
  }

  #begin(moment: Traded, quantity: number): void {
    const story: Draft = {
      instrument: moment.instrument,
      long: moment.side === 'buy',
      marginMode: moment.marginMode,
      openedAtTick: moment.tick,
      closedAtTick: null,
      entryPrice: moment.price,
      exitPrice: null,
      quantityMax: quantity,
      realizedPnl: 0,
      fees: moment.effect === 'flip' ? 0 : moment.fee,
      funding: 0,
      end: 'open',
      quantity,
    }
    this.#told.push(story)
    this.#open.set(moment.instrument, story)
  }

  /** A flip is a full close and then a fresh opening at the same price. */
  #flip(held: Draft, moment: Traded): void {
    const rest = moment.quantity - held.quantity
    held.realizedPnl += moment.realizedPnl
    held.fees += moment.fee
    this.#end(held, { tick: moment.tick, price: moment.price, end: 'flipped' })
    this.#begin(moment, rest)
  }

  #reduce(held: Draft, moment: Traded): void {
    held.realizedPnl += moment.realizedPnl
    held.fees += moment.fee
    held.quantity -= moment.quantity
    if (moment.effect !== 'close') return
    this.#end(held, { tick: moment.tick, price: moment.price, end: ENDS[moment.kind] })
  }

  #end(held: Draft, how: { tick: number; price: number; end: PositionStory['end'] }): void {
    held.closedAtTick = how.tick
    held.exitPrice = how.price
    held.end = how.end
    this.#open.delete(held.instrument)
  }
}

function increase(held: Draft, moment: Traded): void {
  const quantity = held.quantity + moment.quantity
  held.entryPrice = (held.entryPrice * held.quantity + moment.price * moment.quantity) / quantity
  held.quantity = quantity
  held.quantityMax = Math.max(held.quantityMax, quantity)
  held.fees += moment.fee
}

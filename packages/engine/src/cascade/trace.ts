import { known } from '../assert.ts'
import type { PositionDeleveraged, PositionLiquidated, RoundEvent, SeatLiquidated } from '../event.ts'
import type { ImpactBook } from '../market/impact/book.ts'
import { ghostLevel } from '../market/impact/ghosts.ts'
import { displacementOf, priceFactor } from '../market/impact/impact.ts'
import { volumeOf } from '../market/impact/trade.ts'
import { ghostInterest, usualDepth } from '../market/impact/usual-depth.ts'
import type { MarketMoved } from '../market-event.ts'
import type { InstrumentId } from '../number/ids.ts'
import { size } from '../number/units.ts'
import { signOf } from '../orders/order.ts'
import type { Round } from '../state.ts'
import { bucketEnd } from './bucket-end.ts'
import type { DiesAt, ForcedSale, Liquidation } from './forced-sale.ts'
import { type Parents, parentsOf } from './parents.ts'
import { SaleQueue } from './sale-queue.ts'

/** Market minutes within which forced selling counts as a cause. */
export const CAUSE_MINUTES = 60

/** A liquidation with who brought it about. */
export interface TracedLiquidation extends Liquidation {
  readonly parents: Parents
  readonly diesAt: DiesAt
}

/** The prices of one instrument, tick by tick, simulated dollars per unit. Entry 0 is the first tick. */
export interface TracedPrices {
  readonly marks: number[]
  /** Without any liquidation. */
  readonly calm: number[]
}

type Books = ReadonlyMap<InstrumentId, ImpactBook>

/**
 * Follows a round in which trades move prices and finds for every liquidation those that brought it about.
 * Hears the events of every command, in order, with the round as it stands after it.
 */
export class CascadeTrace {
  readonly liquidations: TracedLiquidation[] = []
  readonly prices: ReadonlyMap<InstrumentId, TracedPrices>
  readonly #queues: ReadonlyMap<InstrumentId, SaleQueue>
  #books: Books
  #closing: PositionLiquidated[] = []

  constructor(round: Round) {
    const ids = round.config.instruments.map(({ id }) => id)
    this.prices = new Map(ids.map((id) => [id, { marks: [], calm: [] }]))
    this.#queues = new Map(ids.map((id) => [id, new SaleQueue()]))
    this.#books = booksOf(round)
  }

  /** Hears what a command caused. */
  hear(round: Round, events: readonly RoundEvent[]): void {
    for (const event of events) {
      if (event.type === 'market.moved') this.#hearMarket(round, event)
      else if (event.type === 'position.liquidated') this.#closing.push(event)
      else if (event.type === 'seat.liquidated') this.#hearSeat(round, event)
      else if (event.type === 'position.deleveraged') this.#hearWinner(round, event)
    }
    this.#books = booksOf(round)
  }

  #hearMarket(round: Round, { tick, marks, impacts = [], paths }: MarketMoved): void {
    const minutes = round.config.clock.marketMinutesPerTick
    for (const [index, told] of impacts.entries()) {
      const { id } = known(round.config.instruments[index], 'impact is told of the instruments of the round')
      const calm = known(paths?.[index], 'the whole round sees its paths').calm
      this.#queue(id).tick({ tick, minutes, depth: told.impact.depth, sold: told.sold })
      const prices = known(this.prices.get(id), 'every instrument has prices')
      prices.marks.push(known(marks[index], 'every instrument has a mark').toNumber())
      prices.calm.push(told.base.toNumber() * priceFactor(displacementOf(calm.impact)))
    }
    this.#hearGhosts(round, { tick, impacts })
  }

  #hearGhosts(round: Round, { tick, impacts = [] }: Pick<MarketMoved, 'tick' | 'impacts'>): void {
    for (const [index, { ghosts }] of impacts.entries()) {
      const instrument = known(round.config.instruments[index], 'ghosts are in an instrument of the round')
      const rule = known(round.config.market.impact, 'trades move prices in this round')
      const before = known(this.#books.get(instrument.id), 'every instrument has its book').ghosts
      const interest = ghostInterest(rule, instrument)
      const lost = [
        ...ghosts.longsLiquidated.map((layer) => ({ ...ghostLevel(before, layer, 'long'), sign: 1 })),
        ...ghosts.shortsLiquidated.map((layer) => ({ ...ghostLevel(before, layer, 'short'), sign: -1 })),
      ]
      for (const { price, share, sign } of lost) {
        const volume = sign * share * interest
        const notional = Math.abs(volume) * usualDepth(instrument) * price
        const sales = [{ instrument: instrument.id, volume, notional }]
        const diesAt: DiesAt = (marks) => (marks(instrument.id, this.#mark(instrument.id)) - price) * sign < 0
        this.#keep(round, { tick, seat: null, sales, diesAt })
      }
    }
  }

  #hearSeat(round: Round, { tick, seat }: SeatLiquidated): void {
    const [first] = this.#closing
    if (first) {
      const { crowd } = known(round.config.market.impact, 'trades move prices in this round')
      const sales = this.#closing.map(({ instrument, size: closed, price }) => ({
        instrument,
        volume: volumeOf(round.config, instrument, closed),
        notional: Math.abs(closed.toNumber()) * price.toNumber() * crowd,
      }))
      this.#keep(round, { tick, seat, sales, diesAt: bucketEnd(round.config, first) })
    }
    this.#closing = []
  }

  #hearWinner(round: Round, { instrument, side, quantity }: PositionDeleveraged): void {
    this.#queue(instrument).take(volumeOf(round.config, instrument, size(quantity.times(signOf(side)))))
  }

  #keep(round: Round, found: Omit<TracedLiquidation, 'id' | 'parents'>): void {
    const id = this.liquidations.length
    const minutes = round.config.clock.marketMinutesPerTick
    const since = found.tick - Math.ceil(CAUSE_MINUTES / minutes)
    const instruments = [...new Set(found.sales.map(({ instrument }) => instrument))]
    const impacts = new Map([...round.impacts].map(([instrument, { impact }]) => [instrument, impact]))
    const contributions = new Map(instruments.map((each) => [each, this.#queue(each).since(since)]))
    const parents = parentsOf(found.diesAt, instruments, { impacts, contributions })
    this.liquidations.push({ ...found, id, parents })
    for (const { instrument, volume } of found.sales) this.#queue(instrument).add(id, volume)
  }

  #mark(id: InstrumentId): number {
    return this.prices.get(id)?.marks.at(-1) ?? 0
  }

  #queue(id: InstrumentId): SaleQueue {
    return known(this.#queues.get(id), 'every instrument has its queue')
  }
}

const booksOf = ({ secret }: Round): Books => known(secret, 'the whole round is traced').books

/** What all forced sales of a liquidation are worth, simulated dollars. */
export const notionalOfSales = (sales: readonly ForcedSale[]): number =>
  sales.reduce((sum, { notional }) => sum + notional, 0)

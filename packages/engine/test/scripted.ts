import type { PlayerCommand } from '../src/command.ts'
import type { RoundEvent } from '../src/event.ts'
import {
  type Account,
  canonical,
  deriveTiers,
  execute,
  freeMargin,
  type Instrument,
  instrumentId,
  type MarginMode,
  money,
  type Order,
  type OrderId,
  type OrderRequest,
  type Outcome,
  openRound,
  type Position,
  price,
  quantity,
  type Round,
  type RoundConfig,
  type Rules,
  rate,
  roundId,
  type SeatId,
  seatId,
  seedFromText,
  standardConfig,
  type Tier,
} from '../src/index.ts'

/**
 * A maintenance table by hand: 0.5 % of what lies below 1,000, 1 % less 5 from 1,000 and 5 % less 205 from
 * 5,000.
 */
export const THREE_TIERS: readonly Tier[] = deriveTiers([
  { floor: 0, maintenanceRate: '0.005' },
  { floor: 1000, maintenanceRate: '0.01' },
  { floor: 5000, maintenanceRate: '0.05' },
])

/** An instrument at 100 with an increment of 0.01 and half a percent of maintenance. */
const plain = (id: string): Instrument => ({
  id: instrumentId(id),
  name: id,
  class: 'MAJ1',
  openingPrice: price(100),
  priceIncrement: price('0.01'),
  sizeIncrement: quantity('0.001'),
  quantityMax: quantity(1_000_000),
  tiers: deriveTiers([{ floor: money(0), maintenanceRate: rate('0.005') }]),
})

const NO_FEES: Partial<Rules> = {
  takerFeeRate: rate(0),
  makerFeeRate: rate(0),
  closingFeeRate: rate(0),
}

/** What a test wants to be different from a frictionless round of $1,000 with A, B and C at 100. */
export interface Wishes {
  readonly mode?: MarginMode
  readonly leverage?: number | string
  readonly cash?: number | string
  /** The maintenance table of A; half a percent throughout when absent. */
  readonly tiers?: readonly Tier[]
  readonly rules?: Partial<Rules>
  readonly config?: Partial<RoundConfig>
}

/** A round whose prices the test writes itself. Everything else is the engine's own. */
export class Scripted {
  readonly round: Round
  readonly seat: SeatId = seatId('s1')

  constructor({ mode = 'cross', leverage = 5, cash = 1000, tiers, rules, config }: Wishes = {}) {
    const standard = standardConfig({ id: roundId('r_test'), defaultMode: mode, startingCash: money(cash) })
    const [a, ...others] = ['A', 'B', 'C'].map(plain)
    this.round = openRound(
      {
        ...standard,
        market: { ...standard.market, scripted: true },
        instruments: a ? [{ ...a, tiers: tiers ?? a.tiers }, ...others] : [],
        rules: { ...standard.rules, ...NO_FEES, defaultLeverage: rate(leverage), ...rules },
        ...config,
      },
      seedFromText('scripted'),
    )
    this.join('s1')
    execute(this.round, { type: 'round.start' })
  }

  join(id: string): SeatId {
    const seat = seatId(id)
    execute(this.round, { type: 'seat.join', seat, kind: 'human', character: null })
    return seat
  }

  account(seat = this.seat): Account {
    const account = this.round.accounts.get(seat)
    if (!account) throw new Error(`no account ${seat}`)
    return account
  }

  position(id: string, seat = this.seat): Position {
    const position = this.account(seat).positions.get(instrumentId(id))
    if (!position) throw new Error(`no position in ${id}`)
    return position
  }

  has(id: string, seat = this.seat): boolean {
    return this.account(seat).positions.has(instrumentId(id))
  }

  send(command: PlayerCommand): Outcome {
    return execute(this.round, command)
  }

  /** Places an order, `buy 2 A` or with more said in the last argument. */
  order(text: string, more: Partial<OrderRequest> = {}, seat = this.seat): Outcome {
    return this.send({ type: 'order.place', seat, id: null, order: request(text, more) })
  }

  /** Takes an order back. */
  cancel(order: OrderId, seat = this.seat): Outcome {
    return this.send({ type: 'order.cancel', seat, id: null, order })
  }

  leverage(id: string, to: number | string, seat = this.seat): Outcome {
    const instrument = instrumentId(id)
    return this.send({ type: 'leverage.set', seat, id: null, instrument, leverage: rate(to) })
  }

  mode(id: string, marginMode: MarginMode, seat = this.seat): Outcome {
    return this.send({ type: 'margin-mode.set', seat, id: null, instrument: instrumentId(id), marginMode })
  }

  /** Moves money into an isolated margin, or out of it when the amount is negative. */
  transfer(id: string, amount: number | string, seat = this.seat): Outcome {
    const instrument = instrumentId(id)
    return this.send({ type: 'margin.transfer', seat, id: null, instrument, amount: money(amount) })
  }

  /** Cash as text, simulated dollars. */
  cash(seat = this.seat): string {
    return this.account(seat).cash.toFixed()
  }

  /** Free margin as text, simulated dollars. */
  free(seat = this.seat): string {
    return freeMargin(this.round, this.account(seat)).toFixed()
  }

  /** The waiting orders of an account, in the order of placement. */
  waiting(seat = this.seat): readonly Order[] {
    return [...this.account(seat).orders.values()]
  }

  /** A new seat that trades at once, each order with the leverage before it: `10x sell 5 A`. */
  rival(id: string, ...orders: readonly string[]): SeatId {
    const seat = this.join(id)
    for (const text of orders) {
      const [times, ...words] = text.split('x ')
      const order = words.join('x ')
      this.leverage(order.split(' ')[2] ?? '', times ?? '', seat)
      const outcome = this.order(order, {}, seat)
      if (outcome.status !== 'accepted') throw new Error(`${text}: ${reasonOf(outcome)}`)
    }
    return seat
  }

  /** An account in words, cash and positions: `800, A 10 with 200`; a cross position has no margin. */
  inWords(seat = this.seat): string {
    const { cash, positions } = this.account(seat)
    const held = [...positions.values()].map(({ instrument, size, margin, marginMode }) =>
      [instrument, size.toFixed(), ...(marginMode === 'isolated' ? ['with', margin.toFixed()] : [])].join(
        ' ',
      ),
    )
    return [cash.toFixed(), ...held].join(', ')
  }

  /** The money that is no player's, in words: `house 20, fund 10000`. */
  booksInWords(): string {
    const { house, insurance } = this.round.books ?? {}
    return `house ${house?.toFixed()}, fund ${insurance?.toFixed()}`
  }

  /** The next tick, with these marks: everything that follows from them happens. */
  move(marks: Readonly<Record<string, number | string>>): readonly RoundEvent[] {
    const outcome = execute(this.round, {
      type: 'clock.advance',
      marks: this.round.config.instruments.map(({ id }) => price(marks[id] ?? this.round.marks.get(id) ?? 0)),
    })
    if (outcome.status !== 'accepted') throw new Error(`no marks of a tick: ${reasonOf(outcome)}`)
    return outcome.events
  }
}

/** An order in words, `sell 0.5 B`: a market order unless more is said. */
export function request(text: string, more: Partial<OrderRequest> = {}): OrderRequest {
  const [side, units, id] = text.split(' ')
  if ((side !== 'buy' && side !== 'sell') || !units || !id) throw new Error(`not an order: ${text}`)
  return {
    instrument: instrumentId(id),
    side,
    type: 'market',
    quantity: quantity(units),
    limitPrice: null,
    triggerPrice: null,
    reduceOnly: false,
    ...more,
  }
}

/** The reason of a rejected outcome, or its status. */
export const reasonOf = (outcome: Outcome): string =>
  outcome.status === 'rejected' ? outcome.rejection.reason : outcome.status

/** Everything of a round but the record of attempts: what a refusal must leave as it was. */
export const affairs = ({
  config: _config,
  fingerprint: _fingerprint,
  receipts: _receipts,
  ...rest
}: Round) => canonical(rest)

/** Shortens a limit, stop or take-profit order's extra fields. */
export const limit = (at: number | string): Partial<OrderRequest> => ({
  type: 'limit',
  limitPrice: price(at),
})
export const stop = (at: number | string): Partial<OrderRequest> => ({
  type: 'stop',
  triggerPrice: price(at),
})
export const takeProfit = (at: number | string): Partial<OrderRequest> => ({
  type: 'take-profit',
  triggerPrice: price(at),
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Account,
  type Command,
  canonical,
  closeOrder,
  type Decimal,
  execute,
  freeMargin,
  type InstrumentId,
  initialMargin,
  instrumentOf,
  isInTrouble,
  MONEY_DECIMALS,
  money,
  notionalOf,
  ORDERS_MAX,
  type Order,
  type OrderPlaced,
  type OrderRequest,
  type Outcome,
  openRound,
  type Price,
  previewOrder,
  priceOnIncrement,
  quantity,
  type Round,
  type RoundEvent,
  rate,
  requirement,
  type SeatId,
  seedFromText,
  sum,
} from '../../src/index.ts'
import { acts, play, wildConfig } from './play.ts'

const seeds = fc.string({ minLength: 1, maxLength: 8 })
const runs = { numRuns: 25, interruptAfterTimeLimit: 20_000 }
const FEES = { takerFeeRate: rate('0.0005'), makerFeeRate: rate('0.0002') }

/** A wild round with other rates for makers and takers. */
const opened = (seed: string) => openRound(wildConfig('live', FEES), seedFromText(seed))

/** An account as text, without how many orders it placed: a number that never goes back. */
const standing = ({ ordersPlaced: _placed, ...rest }: Account) => canonical(rest)

const accountOf = (round: Round, seat: SeatId): Account => {
  const account = round.accounts.get(seat)
  if (!account) throw new Error(`no account ${seat}`)
  return account
}

/** An order to buy so much at the mark, or at a limit well below it. */
const buying = (units: Decimal, instrument: InstrumentId, limitPrice: Price | null = null): OrderRequest => ({
  instrument,
  side: 'buy',
  type: limitPrice ? 'limit' : 'market',
  quantity: quantity(units),
  limitPrice,
  triggerPrice: null,
  reduceOnly: false,
})

/** Remembers orders as they are placed, and gives each back when it fills. */
function memory() {
  const placed = new Map<string, Order>()
  return {
    keep: ({ order }: OrderPlaced) => placed.set(order.id, order),
    of: (id: string) => placed.get(id),
  }
}

describe('laws of orders', { timeout: 60_000 }, () => {
  test('ORD-002 ORD-003 ORD-004 a fill is at the price of its limit or at a mark that is due', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const orders = memory()
        const watch = (_command: unknown, { events }: Outcome, round: Round) => {
          for (const event of events) {
            if (event.type === 'order.placed') orders.keep(event)
            if (event.type !== 'order.filled') continue
            const order = orders.of(event.order)
            const mark = round.marks.get(event.instrument)
            if (!order || !mark) throw new Error('a fill has an order and a mark')
            const waited = order.placedAtTick < event.tick
            const own = waited && order.limitPrice ? order.limitPrice : mark
            expect(event.price.eq(own)).toBe(true)
            const buys = order.side === 'buy'
            const worst = order.limitPrice
            if (worst) expect(buys ? event.price.lte(worst) : event.price.gte(worst)).toBe(true)
            if (!order.triggerPrice) continue
            const rising = (order.type === 'stop') === buys
            expect(rising ? mark.gte(order.triggerPrice) : mark.lte(order.triggerPrice)).toBe(true)
          }
        }
        play(script, { seed, round: opened(seed), watch })
      }),
      runs,
    )
  })

  test('ORD-016 a fee is the rate of its notional, rounded up, unless a close has less behind it', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const orders = memory()
        const watch = (_command: unknown, { events }: Outcome) => {
          for (const event of events) {
            if (event.type === 'order.placed') orders.keep(event)
            if (event.type !== 'order.filled') continue
            const order = orders.of(event.order)
            const made = order?.type === 'limit' && order.placedAtTick < event.tick
            const feeRate = made ? FEES.makerFeeRate : FEES.takerFeeRate
            const feeOn = (units: Decimal) =>
              units.times(event.price).times(feeRate).toDecimalPlaces(MONEY_DECIMALS, 2)
            const whole = feeOn(event.quantity)
            if (event.effect === 'open' || event.effect === 'increase') expect(event.fee.eq(whole)).toBe(true)
            else {
              // A turn closes and opens: each part is rounded up, and the first may have less behind it.
              const opened = event.effect === 'flip' ? feeOn(event.after.size.abs()) : money(0)
              expect(event.fee.gte(opened)).toBe(true)
              expect(event.fee.lte(event.effect === 'flip' ? whole.plus('1e-8') : whole)).toBe(true)
            }
          }
        }
        play(script, { seed, round: opened(seed), watch })
      }),
      runs,
    )
  })

  test('ORD-009 an order taken back frees exactly what it set aside and leaves no trace', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const { round } = play(script, { seed, round: opened(seed) })
        for (const { seat } of [...round.accounts.values()]) {
          for (const { id, priceIncrement, sizeIncrement } of round.config.instruments) {
            const before = accountOf(round, seat)
            const half = priceOnIncrement((round.marks.get(id) ?? priceIncrement).div(2), priceIncrement)
            const order = buying(sizeIncrement.times(3), id, half)
            const placed = execute(round, { type: 'order.place', seat, id: null, order })
            if (placed.status !== 'accepted') continue
            expect(freeMargin(round, accountOf(round, seat)).lte(freeMargin(round, before))).toBe(true)
            const last = [...accountOf(round, seat).orders.keys()].at(-1)
            if (last) execute(round, { type: 'order.cancel', seat, id: null, order: last })
            expect(standing(accountOf(round, seat))).toBe(standing(before))
          }
        }
      }),
      { ...runs, numRuns: 15 },
    )
  })

  test('ORD-011 ORD-014 no account waits with too many orders, or with idle ones', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const watch = (_command: unknown, _outcome: Outcome, round: Round) => {
          for (const account of round.accounts.values()) {
            expect(account.orders.size).toBeLessThanOrEqual(ORDERS_MAX)
            for (const order of account.orders.values()) {
              if (!order.reduceOnly) continue
              const held = account.positions.get(order.instrument)
              expect(held?.size.isNegative()).toBe(order.side === 'buy')
            }
          }
        }
        play(script, { seed, round: opened(seed), watch })
      }),
      runs,
    )
  })

  test('ORD-007 a reduce-only fill never enlarges or turns a position', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const orders = memory()
        const effects: string[] = []
        const watch = (_command: unknown, { events }: Outcome) => {
          for (const event of events) {
            if (event.type === 'order.placed') orders.keep(event)
            if (event.type === 'order.filled' && orders.of(event.order)?.reduceOnly)
              effects.push(event.effect)
          }
        }
        play(script, { seed, round: opened(seed), watch })
        for (const effect of effects) expect(['reduce', 'close']).toContain(effect)
      }),
      runs,
    )
  })

  test('ORD-010 what enlarges is covered: free margin is not below nothing right after', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const watch = (_command: unknown, { events, status }: Outcome, round: Round) => {
          const [first] = events
          if (status !== 'accepted' || first?.type !== 'order.placed') return
          const fill = events.find((event) => event.type === 'order.filled')
          if (!fill || fill.effect === 'reduce' || fill.effect === 'close') return
          expect(freeMargin(round, accountOf(round, fill.seat)).gte(0)).toBe(true)
        }
        play(script, { seed, round: opened(seed), watch })
      }),
      runs,
    )
  })

  test('ORD-010 MAR-015 whatever fills and enlarges fits its instrument and its tier, waited or not', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const watch = (_command: unknown, { events }: Outcome, round: Round) => {
          for (const event of events) {
            if (event.type !== 'order.filled' || event.effect === 'reduce' || event.effect === 'close')
              continue
            const instrument = instrumentOf(round, event.instrument)
            const leverage = accountOf(round, event.seat).settings.get(event.instrument)?.leverage ?? rate(1)
            const { size } = event.after
            expect(size.abs().lte(instrument.quantityMax)).toBe(true)
            const notional = notionalOf(size, event.price)
            const asked = requirement(instrument, notional, round.config.rules.closingFeeRate)
            expect(initialMargin(notional, leverage).gte(asked)).toBe(true)
          }
        }
        play(script, { seed, round: opened(seed), watch })
      }),
      runs,
    )
  })

  test('MAR-015 what was just opened in a sound account is not in trouble', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const { round } = play(script, { seed, round: opened(seed) })
        for (const { seat } of [...round.accounts.values()]) {
          for (const { id, sizeIncrement } of round.config.instruments) {
            const order = buying(sizeIncrement.times(50), id)
            const wasSound = !isInTrouble(round, accountOf(round, seat))
            const outcome = execute(round, { type: 'order.place', seat, id: null, order })
            if (wasSound && outcome.status === 'accepted') {
              expect(isInTrouble(round, accountOf(round, seat))).toBe(false)
            }
          }
        }
      }),
      { ...runs, numRuns: 15 },
    )
  })

  test('ORD-012 a refusal changes no account, no mark and no book', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const round = opened(seed)
        const said = () => canonical([round.accounts, round.marks, round.books, round.standings, round.phase])
        let before = said()
        const watch = (command: Command, { status, events }: Outcome) => {
          const now = said()
          if (status === 'rejected') {
            expect(now).toBe(before)
            // What a host may not do is answered, and no seat's attempt is there to be kept.
            const kept = 'id' in command ? ['command.rejected'] : []
            expect(events.map(({ type }: RoundEvent) => type)).toEqual(kept)
          }
          before = now
        }
        play(script, { seed, round, watch })
      }),
      { ...runs, numRuns: 15 },
    )
  })

  test('RND-007 closing everything at one mark leaves cash that is equity less the fees', () => {
    fc.assert(
      fc.property(acts, seeds, (script, seed) => {
        const { round } = play(script, { seed, round: opened(seed) })
        for (const { seat, positions, cash, feesPaid } of [...round.accounts.values()]) {
          if (cash.isNegative()) continue
          const worthNow = [...positions.values()].map((position) => {
            const mark = round.marks.get(position.instrument) ?? money(0)
            return money(position.margin.plus(position.size.times(mark)).minus(position.entryCost))
          })
          if (worthNow.some((one) => one.isNegative())) continue
          for (const position of positions.values()) {
            const instrument = round.config.instruments.find(({ id }) => id === position.instrument)
            if (!instrument) throw new Error('an instrument of the round')
            const order = closeOrder(position, instrument, rate(1))
            expect(previewOrder(round, seat, order).rejection).toBeNull()
            execute(round, { type: 'order.place', seat, id: null, order })
          }
          const after = accountOf(round, seat)
          const fees = after.feesPaid.minus(feesPaid)
          const expected = cash.plus(sum(worthNow)).minus(fees)
          expect(after.positions.size).toBe(0)
          // Rounding takes less than a unit of the ledger for each position, and never gives.
          const lost = expected.minus(after.cash)
          expect(lost.gte(0) && lost.lt(positions.size === 0 ? '1e-30' : `${positions.size}e-8`)).toBe(true)
        }
      }),
      { ...runs, numRuns: 15 },
    )
  })
})

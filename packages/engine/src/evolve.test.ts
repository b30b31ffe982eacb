import { describe, expect, test } from 'vitest'
import { limit, request, Scripted } from '../test/scripted.ts'
import { Fault } from './assert.ts'
import { canonical, chain } from './canonical.ts'
import type { OrderFilled, RoundEvent } from './event.ts'
import { evolve, receiptKey } from './evolve.ts'
import type { PostingReason } from './ledger/posting.ts'
import { type InstrumentId, instrumentId, orderId, seatId } from './number/ids.ts'
import { type Money, money, price, quantity, rate, size } from './number/units.ts'
import { RECEIPTS_MAX } from './round/receipt.ts'
import { view } from './view.ts'

type Of<Type extends RoundEvent['type']> = Extract<RoundEvent, { type: Type }>

/** One event of each type, and what is different in the round after it, field by field. */
type Folds = { readonly [Type in RoundEvent['type']]: { readonly event: Of<Type>; readonly changes: object } }

const s1 = seatId('s1')
const A = instrumentId('A')
const cash = { kind: 'cash', seat: s1 } as const
const margin = { kind: 'margin', seat: s1, instrument: A } as const
const house = { kind: 'house' } as const
const insurance = { kind: 'insurance' } as const

type Pocket = typeof cash | typeof margin | typeof house | typeof insurance
const moved = (amount: number, from: Pocket, to: Pocket, why: PostingReason) => [
  { from, to, amount: money(amount), for: why },
]

/** A round with a long of 10 A, isolated at 5x: 200 of margin, 800 of cash, and a buy limit that waits. */
function before(): Scripted {
  const s = new Scripted({ mode: 'isolated' })
  s.order('buy 10 A')
  s.order('buy 1 A', limit(90))
  s.move({})
  return s
}

const order = { ...request('buy 1 B', limit(95)), id: orderId('s1-o9'), seat: s1, placedAtTick: 1 }
const closing: Omit<OrderFilled, 'type' | 'order'> = {
  tick: 1,
  seat: s1,
  instrument: A,
  side: 'sell',
  quantity: quantity(10),
  price: price(110),
  effect: 'close',
  marginMode: 'isolated',
  realizedPnl: money(100),
  fee: money(1),
  after: { size: size(0), entryCost: money(0) },
  postings: [
    ...moved(100, house, cash, 'pnl'),
    ...moved(200, margin, cash, 'margin'),
    ...moved(1, cash, house, 'fee'),
  ],
}
const closed = { cash: '1099', A: null, realizedPnl: '100', feesPaid: '1', fills: 2, house: '-99' }

/** What an event may change, as text: everything that a line below does not name must stay. */
function affairsOf({ round }: Scripted) {
  const account = round.accounts.get(s1)
  const held = account?.positions.get(A)
  return {
    phase: round.phase,
    tick: round.tick,
    marks: [...round.marks.values()].map((mark) => mark.toFixed()).join(' '),
    feedTick: round.secret?.feed.tick,
    seats: [...round.seats.keys()].join(' '),
    accounts: [...round.accounts.keys()].join(' '),
    cash: account?.cash.toFixed(),
    A: held ? `${held.size.toFixed()} ${held.marginMode} ${held.margin.toFixed()}` : null,
    orders: [...(account?.orders.keys() ?? [])].join(' '),
    ordersPlaced: account?.ordersPlaced,
    setting: `${account?.settings.get(A)?.marginMode} ${account?.settings.get(A)?.leverage.toFixed()}`,
    realizedPnl: account?.realizedPnl.toFixed(),
    feesPaid: account?.feesPaid.toFixed(),
    fills: account?.fills,
    liquidations: account?.liquidations,
    wipedAtTick: account?.wipedAtTick,
    receipts: [...round.receipts.keys()].join(' '),
    ranks: round.standings.map(({ seat, rank }) => `${seat} ${rank}`).join(' '),
    gauges: round.gauges.map(({ instrument, down }) => `${instrument} ${down.ratio}`).join(' '),
    house: round.books?.house.toFixed(),
    insurance: round.books?.insurance.toFixed(),
    deposits: round.books?.deposits.toFixed(),
    shocks: round.shocks.map(({ tick, plan }) => `${tick} ${plan?.move.toFixed()}`).join(' '),
    news: round.news.map(({ tick, headline }) => `${tick} ${headline}`).join(' '),
  }
}

const s2 = { id: seatId('s2'), kind: 'human', character: null, joinedAtTick: 1 } as const
const feed = { model: 'x', tick: 7, values: [1] }

const folds: Folds = {
  'seat.joined': { event: { type: 'seat.joined', seat: s2 }, changes: { seats: 's1 s2' } },
  'account.opened': {
    event: {
      type: 'account.opened',
      seat: s2.id,
      postings: [
        { from: { kind: 'deposits' }, to: { kind: 'cash', seat: s2.id }, amount: money(5), for: 'deposit' },
      ],
    },
    changes: { accounts: 's1 s2', deposits: '-11005' },
  },
  'round.started': { event: { type: 'round.started' }, changes: { phase: 'running' } },
  'market.moved': {
    event: { type: 'market.moved', tick: 2, marks: [101, 99.5, 7].map(price), volumes: [0, 0, 0], feed },
    changes: { tick: 2, marks: '101 99.5 7', feedTick: 7 },
  },
  'market.shocked': {
    event: {
      type: 'market.shocked',
      tick: 1,
      instrument: A,
      plan: { move: rate('-0.05'), minutes: 5, givenBack: 'half' },
    },
    changes: { shocks: '1 -0.05' },
  },
  'news.published': {
    event: { type: 'news.published', tick: 1, headline: 'Calm' },
    changes: { news: '1 Calm' },
  },
  'order.placed': {
    event: { type: 'order.placed', seat: s1, order },
    changes: { orders: 's1-o2 s1-o9', ordersPlaced: 3 },
  },
  'order.filled': {
    event: { type: 'order.filled', order: orderId('s1-o2'), ...closing },
    changes: { ...closed, orders: '' },
  },
  'position.settled': { event: { type: 'position.settled', ...closing }, changes: closed },
  'position.deleveraged': {
    event: { type: 'position.deleveraged', mark: price(120), ...closing },
    changes: closed,
  },
  'order.cancelled': {
    event: { type: 'order.cancelled', seat: s1, order: orderId('s1-o2'), reason: 'asked' },
    changes: { orders: '' },
  },
  'leverage.set': {
    event: {
      type: 'leverage.set',
      seat: s1,
      instrument: A,
      leverage: rate(10),
      postings: moved(100, margin, cash, 'margin'),
    },
    changes: { setting: 'isolated 10', A: '10 isolated 100', cash: '900' },
  },
  'margin-mode.set': {
    event: {
      type: 'margin-mode.set',
      seat: s1,
      instrument: A,
      marginMode: 'cross',
      postings: moved(200, margin, cash, 'margin'),
    },
    changes: { setting: 'cross 5', A: '10 cross 0', cash: '1000' },
  },
  'margin.transferred': {
    event: {
      type: 'margin.transferred',
      seat: s1,
      instrument: A,
      postings: moved(50, cash, margin, 'margin'),
    },
    changes: { A: '10 isolated 250', cash: '750' },
  },
  'funding.paid': {
    event: {
      type: 'funding.paid',
      tick: 1,
      seat: s1,
      payments: [{ instrument: A, amount: money(3) }],
      postings: moved(3, margin, house, 'funding'),
    },
    changes: { A: '10 isolated 197', house: '3' },
  },
  'position.liquidated': {
    event: {
      type: 'position.liquidated',
      tick: 1,
      seat: s1,
      instrument: A,
      marginMode: 'isolated',
      size: size(10),
      price: price(80),
      bankruptcyPrice: price(80),
      realizedPnl: money(-190),
      fee: money(10),
      after: { size: size(0), entryCost: money(0) },
      uncovered: money(0),
      cause: { bucket: 'isolated', equity: money(0), requirement: money(4), parts: [] },
      postings: [...moved(190, margin, house, 'pnl'), ...moved(10, margin, house, 'closing-fee')],
    },
    changes: { A: null, realizedPnl: '-190', feesPaid: '10', liquidations: 1, house: '200' },
  },
  'bucket.settled': {
    event: {
      type: 'bucket.settled',
      tick: 1,
      seat: s1,
      bucket: 'cross',
      uncovered: money(0),
      postings: moved(800, cash, insurance, 'surplus'),
    },
    changes: { cash: '0', insurance: '10800' },
  },
  'loss.socialised': {
    event: {
      type: 'loss.socialised',
      tick: 1,
      seat: s1,
      amount: money(40),
      postings: moved(40, cash, house, 'socialised-loss'),
    },
    changes: { cash: '760', house: '40' },
  },
  'seat.liquidated': {
    event: { type: 'seat.liquidated', tick: 1, seat: s1, bucket: 'cross', closed: [] },
    changes: {},
  },
  'account.wiped': {
    event: { type: 'account.wiped', tick: 1, seat: s1, postings: moved(800, cash, insurance, 'wipe') },
    changes: { cash: '0', wipedAtTick: 1, insurance: '10800' },
  },
  'standings.published': {
    event: {
      type: 'standings.published',
      tick: 1,
      rows: [{ seat: s1, rank: 3, equity: money(1), wipedAtTick: null, liquidations: 0 }],
      final: false,
    },
    changes: { ranks: 's1 3' },
  },
  'cascade.gauged': {
    event: {
      type: 'cascade.gauged',
      tick: 1,
      gauges: [{ instrument: A, down: { ratio: 0.7, fuse: 0.01 }, up: { ratio: 0, fuse: null } }],
    },
    changes: { gauges: 'A 0.7' },
  },
  'round.ended': { event: { type: 'round.ended', tick: 1 }, changes: { phase: 'ended' } },
  'command.answered': {
    event: {
      type: 'command.answered',
      seat: s1,
      id: { client: 'tab', n: 1 },
      digest: 'd',
      answer: { ok: true, tick: 1 },
    },
    changes: { receipts: 's1/tab' },
  },
  'command.rejected': {
    event: { type: 'command.rejected', seat: s1, command: 'x', rejection: { reason: 'seat_unknown' } },
    changes: {},
  },
}

const lines = Object.entries(folds).map(([type, { event, changes }]) => ({ type, event, changes }))

describe('folding one event', () => {
  test.each(lines)('RND-001 $type changes what it says and nothing else', ({ event, changes }) => {
    const s = before()
    const untouched = affairsOf(s)
    evolve(s.round, event)
    expect(affairsOf(s)).toEqual({ ...untouched, ...changes })
  })

  test.each(lines)('RND-008 $type adds one link to the fingerprint', ({ event }) => {
    const { round } = before()
    const link = chain(round.fingerprint ?? '', canonical(event))
    evolve(round, event)
    expect(round.fingerprint).toBe(link)
  })

  test.each(lines)(
    'RND-010 $type folds into a view, which keeps no books and no fingerprint',
    ({ event }) => {
      const seen = view(before().round, s1)
      evolve(seen, event)
      expect([seen.books, seen.secret, seen.fingerprint]).toEqual([null, null, null])
    },
  )
})

describe('an event that cannot have happened', () => {
  const broken: readonly [string, RoundEvent][] = [
    ['a tick that leaves one out', { ...folds['market.moved'].event, tick: 3 }],
    ['a tick that was there before', { ...folds['market.moved'].event, tick: 1 }],
    ['a tick with a mark too few', { ...folds['market.moved'].event, marks: [price(1)] }],
    ['a tick without the feed that the whole round sees', { ...folds['market.moved'].event, feed: null }],
    [
      'the fill of an order that was not in the book',
      { ...folds['order.filled'].event, order: orderId('x') },
    ],
    [
      'the end of an order that was not in the book',
      { ...folds['order.cancelled'].event, order: orderId('x') },
    ],
    ['an order of a seat without an account', { ...folds['order.placed'].event, seat: seatId('s9') }],
    ['a close that leaves margin behind', { ...folds['position.settled'].event, postings: [] }],
    ['the margin of a position that is not held', transferTo(instrumentId('B'), money(1))],
  ]
  test.each(broken)('RND-001 %s is a fault', (_what, event) => {
    expect(() => evolve(before().round, event)).toThrow(Fault)
  })
})

function transferTo(instrument: InstrumentId, amount: Money): RoundEvent {
  const to = { kind: 'margin', seat: s1, instrument } as const
  return {
    type: 'margin.transferred',
    seat: s1,
    instrument,
    postings: [{ from: cash, to, amount, for: 'margin' }],
  }
}

describe('what folding keeps of names', () => {
  test('ORD-015 the newest answers of each tab of each seat', () => {
    const { round } = before()
    for (let n = 1; n <= RECEIPTS_MAX + 3; n += 1) {
      evolve(round, { ...folds['command.answered'].event, id: { client: 'tab', n } })
    }
    const receipts = round.receipts.get(receiptKey(s1, 'tab'))
    expect(receipts?.last).toBe(RECEIPTS_MAX + 3)
    expect(receipts?.kept.map(({ n }) => n)).toEqual(
      Array.from({ length: RECEIPTS_MAX }, (_, index) => index + 4),
    )
  })
})

describe('values', () => {
  test('RND-001 an account is replaced, not changed: who holds the old one sees no change', () => {
    const s = before()
    const held = s.account()
    const text = canonical(held)
    for (const type of ['order.placed', 'leverage.set', 'funding.paid', 'order.cancelled'] as const) {
      evolve(s.round, folds[type].event)
    }
    expect(canonical(held)).toBe(text)
    expect(s.account()).not.toBe(held)
  })
})

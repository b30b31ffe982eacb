import { describe, expect, test } from 'vitest'
import { limit, Scripted, stop, takeProfit, type Wishes } from '../../test/scripted.ts'
import type { RoundEvent } from '../event.ts'
import { quantity, rate } from '../number/units.ts'

const TAKER_AND_MAKER = { takerFeeRate: rate('0.0005'), makerFeeRate: rate('0.0002') }

/** The fills among what happened, as `buy 1 at 95`. */
const fillsIn = (events: readonly RoundEvent[]) =>
  events
    .filter((event) => event.type === 'order.filled')
    .map(({ side, quantity, price }) => `${side} ${quantity.toFixed()} at ${price.toFixed()}`)

/** Why orders were taken back, among what happened. */
const cancelsIn = (events: readonly RoundEvent[]) =>
  events.filter((event) => event.type === 'order.cancelled').map(({ reason }) => reason)

const round = (wishes: Wishes = {}) => new Scripted({ cash: 10_000, ...wishes })

describe.each(['cross', 'isolated'] as const)('%s: a waiting order', (mode) => {
  test.each`
    order         | more               | mark        | fills
    ${'buy 1 A'}  | ${limit(95)}       | ${'95.01'}  | ${[]}
    ${'buy 1 A'}  | ${limit(95)}       | ${'95'}     | ${['buy 1 at 95']}
    ${'buy 1 A'}  | ${limit(95)}       | ${'60'}     | ${['buy 1 at 95']}
    ${'sell 1 A'} | ${limit(105)}      | ${'104.99'} | ${[]}
    ${'sell 1 A'} | ${limit(105)}      | ${'105'}    | ${['sell 1 at 105']}
    ${'sell 1 A'} | ${limit(105)}      | ${'150'}    | ${['sell 1 at 105']}
    ${'sell 1 A'} | ${stop(95)}        | ${'95.01'}  | ${[]}
    ${'sell 1 A'} | ${stop(95)}        | ${'95'}     | ${['sell 1 at 95']}
    ${'sell 1 A'} | ${stop(95)}        | ${'93'}     | ${['sell 1 at 93']}
    ${'buy 1 A'}  | ${stop(105)}       | ${'104.99'} | ${[]}
    ${'buy 1 A'}  | ${stop(105)}       | ${'105'}    | ${['buy 1 at 105']}
    ${'buy 1 A'}  | ${stop(105)}       | ${'120'}    | ${['buy 1 at 120']}
    ${'sell 1 A'} | ${takeProfit(110)} | ${'109.99'} | ${[]}
    ${'sell 1 A'} | ${takeProfit(110)} | ${'110'}    | ${['sell 1 at 110']}
    ${'sell 1 A'} | ${takeProfit(110)} | ${'111'}    | ${['sell 1 at 111']}
    ${'buy 1 A'}  | ${takeProfit(90)}  | ${'90.01'}  | ${[]}
    ${'buy 1 A'}  | ${takeProfit(90)}  | ${'90'}     | ${['buy 1 at 90']}
    ${'buy 1 A'}  | ${takeProfit(90)}  | ${'80'}     | ${['buy 1 at 80']}
  `('ORD-002 ORD-003 ORD-004 $order, $more.type, at $mark: $fills', (row) => {
    const s = round({ mode })
    s.order(row.order, row.more)
    expect(fillsIn(s.move({ A: row.mark }))).toEqual(row.fills)
    expect(s.waiting()).toHaveLength(1 - row.fills.length)
  })

  test('ORD-002 fills once, and not again when the mark comes back', () => {
    const s = round({ mode })
    s.order('buy 1 A', limit(95))
    s.move({ A: 95 })
    s.move({ A: 100 })
    expect(fillsIn(s.move({ A: 95 }))).toEqual([])
    expect(s.position('A').size.toFixed()).toBe('1')
  })
})

describe('the rate a fill pays', () => {
  test.each`
    order          | more              | mark     | fee
    ${'buy 10 A'}  | ${{}}             | ${null}  | ${'0.5'}
    ${'buy 10 A'}  | ${limit(100)}     | ${null}  | ${'0.5'}
    ${'buy 10 A'}  | ${limit(120)}     | ${null}  | ${'0.5'}
    ${'buy 10 A'}  | ${limit(90)}      | ${'90'}  | ${'0.18'}
    ${'buy 10 A'}  | ${limit(90)}      | ${'80'}  | ${'0.18'}
    ${'sell 10 A'} | ${limit(110)}     | ${'110'} | ${'0.22'}
    ${'sell 10 A'} | ${stop(90)}       | ${'90'}  | ${'0.45'}
    ${'buy 10 A'}  | ${stop(110)}      | ${'120'} | ${'0.6'}
    ${'buy 10 A'}  | ${takeProfit(90)} | ${'90'}  | ${'0.45'}
  `('ORD-016 $order, $more.type, filled at a mark of $mark, pays $fee', ({ order, more, mark, fee }) => {
    const s = round({ rules: TAKER_AND_MAKER })
    s.order(order, more)
    if (mark) s.move({ A: mark })
    expect(s.account().feesPaid.toFixed()).toBe(fee)
    expect(s.round.books?.house.toFixed()).toBe(fee)
  })
})

describe('orders of one tick', () => {
  test('RND-003 stops of two seats fill at one mark, by seat and then by placement', () => {
    const s = round()
    const other = s.join('s2')
    s.order('sell 2 A', stop(98), other)
    s.order('sell 1 A', stop(95))
    s.order('sell 3 A', stop(97))
    const events = s.move({ A: 90 })
    expect(fillsIn(events)).toEqual(['sell 1 at 90', 'sell 3 at 90', 'sell 2 at 90'])
  })

  test('ORD-002 ORD-003 a jump fills a limit and a stop of the same side in the same tick', () => {
    const s = round()
    s.order('sell 1 A', stop(95))
    s.order('buy 1 B', limit(95))
    expect(fillsIn(s.move({ A: 90, B: 90 }))).toEqual(['sell 1 at 90', 'buy 1 at 95'])
  })

  test('ORD-011 the first of two reduce-only orders that are due takes the second along', () => {
    const s = round()
    s.order('buy 2 A')
    s.order('sell 2 A', { ...stop(95), reduceOnly: true })
    s.order('sell 2 A', { ...stop(96), reduceOnly: true })
    const events = s.move({ A: 90 })
    expect(fillsIn(events)).toEqual(['sell 2 at 90'])
    expect(cancelsIn(events)).toEqual(['nothing_to_reduce'])
    expect(s.waiting()).toEqual([])
  })

  test('ORD-007 a reduce-only order is cut to what is held when it fills', () => {
    const s = round()
    s.order('buy 5 A')
    s.order('sell 5 A', { ...takeProfit(110), reduceOnly: true })
    s.order('sell 3 A')
    expect(fillsIn(s.move({ A: 110 }))).toEqual(['sell 2 at 110'])
    expect(s.has('A')).toBe(false)
  })

  test('ORD-011 one that a turn leaves with nothing to reduce is taken back at once', () => {
    const s = round()
    s.order('buy 1 A')
    s.order('sell 1 A', { ...stop(90), reduceOnly: true })
    s.order('sell 3 A')
    expect(s.waiting()).toEqual([])
    expect(s.position('A').size.toFixed()).toBe('-2')
  })
})

describe('a waiting order that cannot be paid for any more', () => {
  test.each`
    mode          | side      | at       | mark
    ${'cross'}    | ${'buy'}  | ${'99'}  | ${'98'}
    ${'isolated'} | ${'buy'}  | ${'99'}  | ${'98'}
    ${'cross'}    | ${'sell'} | ${'101'} | ${'102'}
    ${'isolated'} | ${'sell'} | ${'101'} | ${'102'}
  `('ORD-010 $mode: a $side limit is taken back, no more', ({ mode, side, at, mark }) => {
    const s = new Scripted({ mode: 'cross', cash: 1000 })
    s.mode('A', mode)
    s.order(`${side} 20 A`, limit(at))
    s.order('buy 28 B')
    const cash = s.cash()
    const events = s.move({ A: mark, B: 80 })
    expect(cancelsIn(events)).toEqual(['margin_insufficient'])
    expect(fillsIn(events)).toEqual([])
    expect(s.cash()).toBe(cash)
    expect(s.has('A')).toBe(false)
    expect(s.waiting()).toEqual([])
  })

  test('ORD-010 what an order has set aside is there for its own fill', () => {
    const s = new Scripted({ cash: 1000 })
    s.order('buy 50 A', limit(99))
    expect(fillsIn(s.move({ A: 99 }))).toEqual(['buy 50 at 99'])
    expect(s.free()).toBe('10')
  })

  test('ORD-010 what is taken back leaves its money to the next order of the same tick', () => {
    const s = new Scripted({ cash: 1000 })
    s.order('buy 30 A', limit(99))
    s.order('buy 10 A', limit(99))
    s.order('buy 10 B')
    const events = s.move({ A: 99, B: 70 })
    expect(cancelsIn(events)).toEqual(['margin_insufficient'])
    expect(fillsIn(events)).toEqual(['buy 10 at 99'])
  })

  test.each`
    orders                        | more              | mark     | size
    ${['buy 6 A', 'buy 4 A']}     | ${limit(95)}      | ${'95'}  | ${'10'}
    ${['buy 6 A', 'buy 6 A']}     | ${limit(95)}      | ${'95'}  | ${'6'}
    ${['sell 6 A', 'sell 6 A']}   | ${limit(105)}     | ${'105'} | ${'-6'}
    ${['sell 6 A', 'sell 4 A']}   | ${stop(95)}       | ${'90'}  | ${'-10'}
    ${['sell 6 A', 'sell 6 A']}   | ${stop(95)}       | ${'90'}  | ${'-6'}
    ${['buy 6 A', 'buy 4.001 A']} | ${takeProfit(95)} | ${'90'}  | ${'6'}
  `('ORD-010 of at most ten, waiting $orders ($more.type) leave $size', ({ orders, more, mark, size }) => {
    const instruments = round().round.config.instruments.map((one) => ({ ...one, quantityMax: quantity(10) }))
    const s = round({ config: { instruments } })
    for (const order of orders) s.order(order, more)
    const events = s.move({ A: mark })
    expect(s.position('A').size.toFixed()).toBe(size)
    expect(cancelsIn(events)).toEqual(size.endsWith('10') ? [] : ['quantity_above_max'])
    expect(s.waiting()).toEqual([])
  })

  test.each`
    units    | left     | cash
    ${'190'} | ${'0'}   | ${'240'}
    ${'10'}  | ${'180'} | ${'960'}
  `('ORD-008 ORD-010 with too little free, a stop that only reduces by $units is filled', (row) => {
    const s = new Scripted({ cash: 1000, leverage: 20 })
    s.order('buy 190 A')
    s.order(`sell ${row.units} A`, stop(96))
    expect(fillsIn(s.move({ A: 96 }))).toEqual([`sell ${row.units} at 96`])
    expect(s.cash()).toBe(row.cash)
    expect(s.has('A') ? s.position('A').size.toFixed() : '0').toBe(row.left)
  })
})

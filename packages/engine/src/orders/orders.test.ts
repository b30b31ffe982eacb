import { describe, expect, test } from 'vitest'
import { limit, reasonOf, request, Scripted, stop, takeProfit } from '../../test/scripted.ts'
import { checkOrder, deriveTiers, freeMargin, instrumentId, money, price, quantity, rate } from '../index.ts'

describe('orders that fill at once', () => {
  test('ORD-001 a market order fills whole and at once at the mark', () => {
    const s = new Scripted()
    expect(s.order('buy 2 A').status).toBe('accepted')
    expect(s.position('A').size.toFixed()).toBe('2')
    expect(s.position('A').entryCost.toFixed()).toBe('200')
    expect(s.account().orders.size).toBe(0)
  })

  test('ORD-016 an order at the mark pays the taker, a limit order that waited the maker', () => {
    const s = new Scripted({ rules: { takerFeeRate: rate('0.0005'), makerFeeRate: rate('0.0002') } })
    s.order('buy 10 A')
    expect(s.account().cash.toFixed()).toBe('999.5')
    s.order('buy 10 B', limit(99))
    s.move({ B: 99 })
    expect(s.account().cash.toFixed()).toBe('999.302')
  })
})

describe('orders that wait', () => {
  test.each`
    order         | more          | mark   | fillsAt
    ${'buy 1 A'}  | ${limit(95)}  | ${94}  | ${'95'}
    ${'sell 1 A'} | ${limit(105)} | ${106} | ${'105'}
    ${'buy 1 A'}  | ${limit(95)}  | ${95}  | ${'95'}
  `(
    'ORD-002 $order at a limit fills at its own price when the mark is $mark',
    ({ order, more, mark, fillsAt }) => {
      const s = new Scripted()
      s.order(order, more)
      expect(s.account().orders.size).toBe(1)
      s.move({ A: mark })
      const { size, entryCost } = s.position('A')
      expect(entryCost.div(size).toFixed()).toBe(fillsAt)
    },
  )

  test('ORD-002 a limit that the mark already meets fills at the mark', () => {
    const s = new Scripted()
    s.order('buy 1 A', limit(105))
    expect(s.position('A').entryCost.toFixed()).toBe('100')
  })

  test.each`
    order         | more         | mark     | filled
    ${'sell 1 A'} | ${stop(95)}  | ${93}    | ${true}
    ${'sell 1 A'} | ${stop(95)}  | ${95}    | ${true}
    ${'sell 1 A'} | ${stop(95)}  | ${95.01} | ${false}
    ${'buy 1 A'}  | ${stop(105)} | ${106}   | ${true}
    ${'buy 1 A'}  | ${stop(105)} | ${104}   | ${false}
  `('ORD-003 a stop to $order fills at the mark: $mark, $filled', ({ order, more, mark, filled }) => {
    const s = new Scripted()
    s.order(order, more)
    s.move({ A: mark })
    expect(s.has('A')).toBe(filled)
    if (filled) expect(s.position('A').entryCost.abs().toNumber()).toBe(mark)
  })

  test.each`
    order         | more               | mark   | filled
    ${'sell 1 A'} | ${takeProfit(110)} | ${111} | ${true}
    ${'sell 1 A'} | ${takeProfit(110)} | ${109} | ${false}
    ${'buy 1 A'}  | ${takeProfit(90)}  | ${90}  | ${true}
    ${'buy 1 A'}  | ${takeProfit(90)}  | ${91}  | ${false}
  `('ORD-004 a take-profit to $order fills at the mark: $mark, $filled', ({ order, more, mark, filled }) => {
    const s = new Scripted()
    s.order(order, more)
    s.move({ A: mark })
    expect(s.has('A')).toBe(filled)
  })

  test.each`
    order         | more
    ${'sell 1 A'} | ${stop(105)}
    ${'buy 1 A'}  | ${stop(100)}
    ${'sell 1 A'} | ${takeProfit(99)}
    ${'buy 1 A'}  | ${takeProfit(101)}
  `('ORD-005 $order is refused when the mark already meets its trigger', ({ order, more }) => {
    expect(reasonOf(new Scripted().order(order, more))).toBe('trigger_already_met')
  })

  test('ORD-009 a waiting order reserves for the part alone that would enlarge the position', () => {
    const s = new Scripted({ leverage: 10, rules: { makerFeeRate: rate('0.001') } })
    const free = () => freeMargin(s.round, s.account()).toFixed()
    s.order('buy 1 A', limit(90))
    expect(free()).toBe('990.91')
    s.order('buy 1 B')
    expect(free()).toBe('980.91')
    s.order('sell 1 B', limit(110))
    expect(free()).toBe('980.91')
    s.order('sell 3 B', limit(110))
    expect(free()).toBe('947.58')
  })

  test('ORD-010 an order that can no longer be paid for is taken back and says why', () => {
    const s = new Scripted({ cash: 1000, leverage: 5 })
    s.order('buy 20 A', limit(99))
    s.order('buy 28 B')
    const events = s.move({ A: 98, B: 80 })
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'order.cancelled', reason: 'margin_insufficient' }),
    )
    expect(s.has('A')).toBe(false)
  })

  test('ORD-010 what waiting orders make together stays within the largest position and its tier', () => {
    const instruments = new Scripted().round.config.instruments.map((one) => ({
      ...one,
      quantityMax: quantity(10),
      tiers: deriveTiers([
        { floor: 0, maintenanceRate: '0.005' },
        { floor: 500, maintenanceRate: '0.4' },
      ]),
    }))
    const s = new Scripted({ cash: 10_000, leverage: 10, config: { instruments } })
    for (const order of ['buy 4 A', 'buy 4 A']) s.order(order, limit(99))
    const [, , cancelled] = s.move({ A: 99 })
    expect(cancelled).toMatchObject({ type: 'order.cancelled', reason: 'leverage_above_tier' })
    const t = new Scripted({ cash: 10_000, leverage: 1, config: { instruments } })
    for (const order of ['buy 6 A', 'buy 6 A']) t.order(order, limit(99))
    const [, , taken] = t.move({ A: 99 })
    expect(taken).toMatchObject({ type: 'order.cancelled', reason: 'quantity_above_max' })
  })

  test('ORD-014 fifty orders of an account wait at once and no more', () => {
    const s = new Scripted()
    for (let n = 0; n < 50; n += 1) s.order('buy 0.001 A', limit(50))
    expect(reasonOf(s.order('buy 0.001 A', limit(50)))).toBe('orders_too_many')
    expect(reasonOf(s.order('buy 0.001 A'))).toBe('accepted')
  })
})

describe('figures that make no order', () => {
  test.each`
    order              | more                                         | reason
    ${'buy 0 A'}       | ${{}}                                        | ${'quantity_not_positive'}
    ${'buy -1 A'}      | ${{}}                                        | ${'quantity_not_positive'}
    ${'buy 0.0015 A'}  | ${{}}                                        | ${'quantity_off_increment'}
    ${'buy 1000001 A'} | ${{}}                                        | ${'quantity_above_max'}
    ${'buy 1 A'}       | ${limit('95.001')}                           | ${'price_off_increment'}
    ${'buy 1 A'}       | ${limit(0)}                                  | ${'price_not_positive'}
    ${'buy 1 A'}       | ${{ type: 'limit' }}                         | ${'price_missing'}
    ${'buy 1 A'}       | ${{ type: 'stop' }}                          | ${'price_missing'}
    ${'buy 1 A'}       | ${{ limitPrice: price(90) }}                 | ${'price_unexpected'}
    ${'buy 1 A'}       | ${{ ...limit(90), triggerPrice: price(90) }} | ${'price_unexpected'}
    ${'buy 1 Z'}       | ${{}}                                        | ${'instrument_unknown'}
  `('ORD-006 $order is refused: $reason', ({ order, more, reason }) => {
    expect(reasonOf(new Scripted().order(order, more))).toBe(reason)
  })

  test('ORD-012 the player hears the first reason that holds', () => {
    const s = new Scripted()
    const wrong = request('buy 0 Z', limit(0))
    expect(checkOrder(s.round, s.seat, wrong)?.reason).toBe('instrument_unknown')
    expect(checkOrder(s.round, s.seat, { ...wrong, instrument: instrumentId('A') })?.reason).toBe(
      'quantity_not_positive',
    )
    expect(
      checkOrder(s.round, s.seat, { ...wrong, instrument: instrumentId('A'), quantity: quantity(1) })?.reason,
    ).toBe('price_not_positive')
  })

  test.each`
    more                                             | reason
    ${{ type: 'limit', triggerPrice: price(90) }}    | ${'price_missing'}
    ${{ ...stop(110), quantity: quantity(999_999) }} | ${'quantity_above_max'}
  `('ORD-012 of two reasons $reason comes first in the list', ({ more, reason }) => {
    const s = new Scripted()
    s.order('sell 2 A')
    expect(reasonOf(s.order('sell 1 A', more))).toBe(reason)
  })
})

describe('orders that only reduce', () => {
  test('ORD-007 a reduce-only order is cut to what is held', () => {
    const s = new Scripted()
    s.order('buy 2 A')
    s.order('sell 5 A', { reduceOnly: true })
    expect(s.has('A')).toBe(false)
    expect(reasonOf(s.order('sell 1 A', { reduceOnly: true }))).toBe('nothing_to_reduce')
  })

  test('ORD-007 a reduce-only order on the side of the position has nothing to reduce', () => {
    const s = new Scripted()
    s.order('buy 2 A')
    expect(reasonOf(s.order('buy 1 A', { reduceOnly: true }))).toBe('nothing_to_reduce')
  })

  test('ORD-008 a position under water may be closed with no free margin left', () => {
    const s = new Scripted({ leverage: 20, rules: { takerFeeRate: rate('0.001') } })
    s.order('buy 190 A')
    s.move({ A: 96 })
    expect(freeMargin(s.round, s.account()).isNegative()).toBe(true)
    expect(reasonOf(s.order('sell 100 A'))).toBe('accepted')
    expect(reasonOf(s.order('sell 90 A'))).toBe('accepted')
    expect(s.account().cash.gte(0)).toBe(true)
  })

  test('ORD-008 the fee of closing is never more than the money behind the position', () => {
    const s = new Scripted({
      leverage: 20,
      mode: 'isolated',
      cash: 100,
      rules: { takerFeeRate: rate('0.004') },
    })
    s.order('buy 18.5 A')
    s.move({ A: 95.6 })
    s.order('sell 18.5 A')
    expect(s.account().cash.gte(0)).toBe(true)
  })

  test.each`
    units   | mark      | fee       | why
    ${'6'}  | ${'75.5'} | ${'3'}    | ${'150 of margin less a loss of 147'}
    ${'10'} | ${'75.5'} | ${'5'}    | ${'250 of margin less a loss of 245'}
    ${'6'}  | ${'90'}   | ${'27'}   | ${'there is enough for all of it'}
    ${'14'} | ${'75.5'} | ${'20.1'} | ${'5 for the close and 15.10 for the fresh open'}
  `('ORD-008 isolated: the fee of selling $units at $mark is $fee, $why', ({ units, mark, fee }) => {
    const rules = { takerFeeRate: rate('0.05'), leverageMax: rate(100) }
    const s = new Scripted({ mode: 'isolated', leverage: 4, cash: 2000, rules })
    s.order('buy 10 A')
    const before = s.account().feesPaid
    s.move({ A: mark })
    expect(reasonOf(s.order(`sell ${units} A`))).toBe('accepted')
    expect(s.account().feesPaid.minus(before).toFixed()).toBe(fee)
  })

  test('ORD-011 closing the position takes its reduce-only orders along', () => {
    const s = new Scripted()
    s.order('buy 2 A')
    s.order('sell 2 A', { ...stop(90), reduceOnly: true })
    s.order('sell 1 A')
    expect(s.account().orders.size).toBe(1)
    s.order('sell 1 A')
    expect(s.account().orders.size).toBe(0)
  })
})

describe('commands with a name', () => {
  const named = (s: Scripted, n: number, units = '1') =>
    s.send({ type: 'order.place', seat: s.seat, id: { client: 'tab1', n }, order: request(`buy ${units} A`) })

  test('ORD-015 the same name gets the same answer and takes effect once', () => {
    const s = new Scripted()
    expect(named(s, 1).status).toBe('accepted')
    expect(named(s, 1)).toEqual({ status: 'repeated', answer: { ok: true, tick: 0 }, events: [] })
    expect(s.position('A').size.toFixed()).toBe('1')
  })

  test('ORD-015 another body under the name is a conflict, a number left out a gap', () => {
    const s = new Scripted()
    named(s, 1)
    expect(reasonOf(named(s, 1, '2'))).toBe('command_conflict')
    expect(reasonOf(named(s, 3))).toBe('command_gap')
    expect(named(s, 2).status).toBe('accepted')
  })

  test('ORD-015 a refused command gets its refusal again, even when it would be allowed now', () => {
    const s = new Scripted({ cash: 10 })
    const first = named(s, 1, '2')
    expect(reasonOf(first)).toBe('margin_insufficient')
    s.round.accounts.set(s.seat, { ...s.account(), cash: money(1000) })
    expect(named(s, 1, '2')).toMatchObject({ status: 'repeated', answer: { ok: false } })
  })
})

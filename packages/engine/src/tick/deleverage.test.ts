import { describe, expect, test } from 'vitest'
import { crash, under } from '../../test/crash.ts'
import { limit, Scripted, stop } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { money, rate } from '../index.ts'

describe('auto-deleveraging', () => {
  test('INS-003 only the other side pays', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    const [late, same] = [s.join('s2'), s.join('s3')]
    s.order('buy 10 A')
    s.order('buy 1 A', {}, same)
    s.transfer('A', 95, same)
    s.move({ A: '95.6' })
    s.order('sell 10 A', limit('94.99'), late)
    expect(s.has('A', late)).toBe(true)
    const events = s.move({ A: 90 })
    expect(only(events, 'position.liquidated').map(({ seat }) => seat)).toEqual([s.seat])
    expect(only(events, 'position.deleveraged').map(({ seat }) => seat)).toEqual([late])
  })

  test('INS-003 a short from below the bankruptcy price keeps its profit', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    const late = s.join('s2')
    s.order('buy 10 A')
    s.move({ A: 96 })
    s.order('sell 10 A', stop('95.5'), late)
    const first = s.move({ A: '95.48' })
    expect(only(first, 'position.deleveraged')).toEqual([])
    const deep = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    const below = deep.join('s2')
    deep.order('buy 10 A')
    deep.order('sell 10 A', stop(95), below)
    const events = deep.move({ A: 94 })
    expect(only(events, 'position.liquidated')[0]?.uncovered.toFixed()).toBe('10')
    expect(only(events, 'position.deleveraged')).toEqual([])
    expect(deep.position('A', below).size.toFixed()).toBe('-10')
  })

  test('INS-004 the order is P&L over cost times notional over equity', () => {
    const { s, seats, events } = crash(under('auto-deleveraging'), '5x sell 5 A', '10x sell 10 A')
    expect(
      only(events, 'position.deleveraged').map(({ seat, quantity }) => [seat, quantity.toFixed()]),
    ).toEqual([[seats[1], '10']])
    expect(s.has('A', seats[0])).toBe(true)
  })

  test('INS-004 equal scores come by seat', () => {
    const { seats, events } = crash(under('auto-deleveraging'), '10x sell 6 A', '10x sell 6 A')
    expect(
      only(events, 'position.deleveraged').map(({ seat, quantity }) => [seat, quantity.toFixed()]),
    ).toEqual([
      [seats[0], '6'],
      [seats[1], '4'],
    ])
  })

  test('INS-005 the winner is closed at the bankruptcy price, the house gets the difference back', () => {
    const { s, seats, events } = crash(under('auto-deleveraging'), '10x sell 10 A')
    const [closed] = only(events, 'position.deleveraged')
    expect(closed?.price.toFixed()).toBe('95')
    expect(closed?.mark.toFixed()).toBe('40')
    expect(closed?.realizedPnl.toFixed()).toBe('50')
    expect(closed?.fee.toFixed()).toBe('0')
    expect(s.account(seats[0]).cash.toFixed()).toBe('1050')
    expect(s.round.books?.house.toFixed()).toBe('0')
  })

  test.each`
    fund   | quantity
    ${495} | ${'1'}
    ${494} | ${'1.019'}
    ${0}   | ${'10'}
  `('INS-005 with $fund in the fund $quantity are closed: no more than it takes', ({ fund, quantity }) => {
    const rules = under('auto-deleveraging', { insuranceFund: money(fund) })
    const { events } = crash(rules, '2x sell 20 A')
    expect(only(events, 'position.deleveraged').map((event) => event.quantity.toFixed())).toEqual([quantity])
  })

  test('INS-005 what no winner holds stays the house’s loss', () => {
    const { s, events } = crash(under('auto-deleveraging'), '10x sell 4 A')
    expect(only(events, 'position.deleveraged').map((event) => event.quantity.toFixed())).toEqual(['4'])
    expect(s.round.books?.house.toFixed()).toBe('30')
  })

  test('INS-006 the first position closed is tried first, at its own bankruptcy price', () => {
    const s = new Scripted({ leverage: 10, rules: under('auto-deleveraging') })
    const rival = s.join('s2')
    s.order('buy 60 A')
    s.order('buy 30 B')
    s.order('sell 30 A', {}, rival)
    s.order('sell 30 B', {}, rival)
    const events = s.move({ A: 90, B: 80 })
    expect(only(events, 'position.liquidated').map(({ instrument }) => instrument)).toEqual(['A', 'B'])
    const closed = only(events, 'position.deleveraged')
    expect(closed.map(({ instrument, quantity }) => [instrument, quantity.toFixed()])).toEqual([
      ['A', '30'],
      ['B', '15'],
    ])
    expect(closed.map(({ price }) => price.toFixed(4))).toEqual(['93.3333', '86.6667'])
  })

  test('INS-006 a stop that guarded the winner is taken back with it', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    const rival = s.join('s2')
    s.order('buy 10 A')
    s.order('sell 10 A', {}, rival)
    s.order('buy 10 A', { ...stop(120), reduceOnly: true }, rival)
    const events = s.move({ A: 40 })
    expect(only(events, 'order.cancelled').map(({ seat, reason }) => [seat, reason])).toEqual([
      [rival, 'nothing_to_reduce'],
    ])
  })

  test('INS-007 an account that its profit carried is liquidated in the same tick', () => {
    const s = new Scripted({ leverage: 20, rules: under('auto-deleveraging') })
    const rival = s.join('s2')
    s.mode('A', 'isolated')
    s.order('buy 100 A')
    s.order('sell 60 A', {}, rival)
    s.order('buy 100 B', {}, rival)
    const events = s.move({ A: 70, B: 73 })
    const told = events.flatMap((event) =>
      event.type === 'seat.liquidated' || event.type === 'position.deleveraged'
        ? [[event.type, event.seat]]
        : [],
    )
    expect(told).toEqual([
      ['seat.liquidated', s.seat],
      ['position.deleveraged', rival],
      ['seat.liquidated', rival],
    ])
    expect(s.account(rival).wipedAtTick).toBe(1)
  })
})

describe('what a winner gives up', () => {
  test.each`
    rival             | fund   | arithmetic               | after
    ${'2x sell 20 A'} | ${495} | ${'55 / 55 = 1'}         | ${'55, A -19 with 950'}
    ${'2x sell 20 A'} | ${0}   | ${'550 / 55 = 10'}       | ${'550, A -10 with 500'}
    ${'2x sell 5 A'}  | ${0}   | ${'no more than it has'} | ${'1025'}
    ${'2x sell 20 A'} | ${549} | ${'1 / 55, rounded up'}  | ${'1.045, A -19.981 with 999.05'}
  `('INS-005 $rival with $fund in the fund: $arithmetic', ({ rival, fund, after }) => {
    const rules = under('auto-deleveraging', { insuranceFund: money(fund), takerFeeRate: rate('0') })
    const { s, seats } = crash(rules, rival)
    expect(s.inWords(seats[0])).toBe(after)
  })

  test('INS-005 no fee is taken, and its profit on the rest is left to it', () => {
    const fees = { takerFeeRate: rate('0.001'), closingFeeRate: rate('0.001') }
    const { s, seats, events } = crash(
      under('auto-deleveraging', { ...fees, insuranceFund: money(495) }),
      '2x sell 10 A',
    )
    expect(tale(events)).toEqual(['s1 loses 10 A at 40', 's2 gives up 1 A at 95'])
    expect(s.account(seats[0]).feesPaid.toFixed()).toBe('1')
    expect(s.inWords(seats[0])).toBe('554, A -9 with 450') // 1000 − 1 − 500 + 50 + 5
  })

  test('INS-005 of two winners the second gives up what the first has left open', () => {
    const { s, seats, events } = crash(under('auto-deleveraging'), '10x sell 3 A', '5x sell 20 A')
    expect(tale(events)).toEqual(['s1 loses 10 A at 40', 's2 gives up 3 A at 95', 's3 gives up 7 A at 95'])
    expect(s.inWords(seats[1])).toBe('775, A -13 with 260')
    expect(s.booksInWords()).toBe('house 0, fund 0')
  })

  test('INS-005 its orders that still have something to do wait on', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    const rival = s.rival('s2', '5x sell 20 A')
    s.order('buy 10 A')
    s.order('buy 20 A', { ...stop(120), reduceOnly: true }, rival)
    s.order('buy 1 B', limit(50), rival)
    s.move({ A: 40 })
    expect(s.account(rival).orders.size).toBe(2)
    expect(s.position('A', rival).size.toFixed()).toBe('-10')
  })
})

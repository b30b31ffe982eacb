import { describe, expect, test } from 'vitest'
import { limit, request, Scripted, stop } from '../../test/scripted.ts'
import { type LossPolicy, money, type RoundEvent, type Rules, rate } from '../index.ts'

type Kind = RoundEvent['type']
const only = <K extends Kind>(events: readonly RoundEvent[], kind: K) =>
  events.filter((event): event is Extract<RoundEvent, { type: K }> => event.type === kind)

const under = (lossPolicy: LossPolicy, rules: Partial<Rules> = {}): Partial<Rules> => ({
  lossPolicy,
  insuranceFund: money(0),
  ...rules,
})

/** A long of 10 with 50 of margin against shorts; A falls from 100 to 40, where 550 are uncovered. */
function crash(
  rules: Partial<Rules>,
  shorts: readonly { readonly units: number; readonly leverage: number }[],
) {
  const s = new Scripted({ mode: 'isolated', leverage: 20, rules })
  s.order('buy 10 A')
  const seats = shorts.map(({ units, leverage }, index) => {
    const seat = s.join(`s${index + 2}`)
    s.send({
      type: 'leverage.set',
      seat,
      id: null,
      instrument: request('buy 1 A').instrument,
      leverage: rate(leverage),
    })
    s.order(`sell ${units} A`, {}, seat)
    return seat
  })
  return { s, seats, events: s.move({ A: 40 }) }
}

const fundOf = ({ round }: Scripted): string | undefined => round.books?.insurance.toFixed()

describe('the fund', () => {
  test.each`
    fund    | left     | uncovered
    ${0}    | ${'0'}   | ${'550'}
    ${100}  | ${'0'}   | ${'450'}
    ${550}  | ${'0'}   | ${'0'}
    ${1000} | ${'450'} | ${'0'}
  `('INS-001 a fund of $fund against a shortfall of 550 keeps $left', ({ fund, left, uncovered }) => {
    const { s, events } = crash(under('house-loss', { insuranceFund: money(fund) }), [])
    expect(fundOf(s)).toBe(left)
    expect(only(events, 'position.liquidated')[0]?.uncovered.toFixed()).toBe(uncovered)
  })

  test('INS-001 what is left of a liquidated margin goes in', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('house-loss') })
    s.order('buy 10 A')
    s.move({ A: '95.4' })
    expect(s.has('A')).toBe(false)
    expect(fundOf(s)).toBe('4')
  })

  test('INS-002 the house bears what nobody else does, isolated and cross', () => {
    const isolated = crash(under('house-loss'), [])
    expect(isolated.s.round.books?.house.toFixed()).toBe('50')
    const s = new Scripted({ leverage: 10, rules: under('house-loss') })
    s.order('buy 100 A')
    const [settled] = only(s.move({ A: 85 }), 'bucket.settled')
    expect(settled?.uncovered.toFixed()).toBe('500')
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.round.books?.house.toFixed()).toBe('1000')
  })
})

describe('auto-deleveraging', () => {
  test('INS-003 only the other side pays', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    const [late, same] = [s.join('s2'), s.join('s3')]
    s.order('buy 10 A')
    s.order('buy 1 A', {}, same)
    s.send({
      type: 'margin.transfer',
      seat: same,
      id: null,
      instrument: request('buy 1 A').instrument,
      amount: money(95),
    })
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
    const { s, seats, events } = crash(under('auto-deleveraging'), [
      { units: 5, leverage: 5 },
      { units: 10, leverage: 10 },
    ])
    expect(
      only(events, 'position.deleveraged').map(({ seat, quantity }) => [seat, quantity.toFixed()]),
    ).toEqual([[seats[1], '10']])
    expect(s.has('A', seats[0])).toBe(true)
  })

  test('INS-004 equal scores come by seat', () => {
    const { seats, events } = crash(under('auto-deleveraging'), [
      { units: 6, leverage: 10 },
      { units: 6, leverage: 10 },
    ])
    expect(
      only(events, 'position.deleveraged').map(({ seat, quantity }) => [seat, quantity.toFixed()]),
    ).toEqual([
      [seats[0], '6'],
      [seats[1], '4'],
    ])
  })

  test('INS-005 the winner is closed at the bankruptcy price, the house gets the difference back', () => {
    const { s, seats, events } = crash(under('auto-deleveraging'), [{ units: 10, leverage: 10 }])
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
    const { events } = crash(rules, [{ units: 20, leverage: 2 }])
    expect(only(events, 'position.deleveraged').map((event) => event.quantity.toFixed())).toEqual([quantity])
  })

  test('INS-005 what no winner holds stays the house’s loss', () => {
    const { s, events } = crash(under('auto-deleveraging'), [{ units: 4, leverage: 10 }])
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
    s.send({
      type: 'margin-mode.set',
      seat: s.seat,
      id: null,
      instrument: request('buy 1 A').instrument,
      marginMode: 'isolated',
    })
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

describe('socialised loss', () => {
  const share = (events: readonly RoundEvent[]) =>
    only(events, 'loss.socialised').map(({ seat, amount }) => [seat, amount.toFixed()])

  test('INS-008 the uncovered loss is shared in proportion to profit', () => {
    const { s, seats, events } = crash(under('socialised-loss', { insuranceFund: money(490) }), [
      { units: 10, leverage: 10 },
      { units: 5, leverage: 10 },
    ])
    expect(share(events)).toEqual([
      [seats[0], '40'],
      [seats[1], '20'],
    ])
    expect(s.account(seats[0]).cash.toFixed()).toBe('860')
  })

  test('INS-008 nobody pays more than the profit or the free margin, and the house bears the rest', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('socialised-loss') })
    const [small, bound] = [s.join('s2'), s.join('s3')]
    s.order('buy 10 A')
    s.order('sell 1 A', {}, small)
    s.order('sell 10 A', {}, bound)
    s.send({
      type: 'margin.transfer',
      seat: bound,
      id: null,
      instrument: request('buy 1 A').instrument,
      amount: money(940),
    })
    expect(share(s.move({ A: 40 }))).toEqual([
      [small, '50'],
      [bound, '10'],
    ])
    expect(s.account(bound).cash.toFixed()).toBe('0')
  })

  test('INS-008 an account without profit pays nothing', () => {
    const { events } = crash(under('socialised-loss'), [])
    expect(share(events)).toEqual([])
  })

  test.each`
    lossPolicy             | paid
    ${'socialised-loss'}   | ${['s2']}
    ${'auto-deleveraging'} | ${[]}
    ${'house-loss'}        | ${[]}
  `('INS-009 under $lossPolicy a stop beyond the bankruptcy price costs $paid', ({ lossPolicy, paid }) => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under(lossPolicy) })
    const rival = s.join('s2')
    s.order('buy 10 A')
    s.order('sell 10 A', stop(97))
    s.order('sell 2 A', {}, rival)
    const events = s.move({ A: 90 })
    expect(only(events, 'bucket.settled').map(({ uncovered }) => uncovered.toFixed())).toEqual(['50'])
    const payers = events.flatMap((event) =>
      event.type === 'position.deleveraged' || event.type === 'loss.socialised' ? [event.seat] : [],
    )
    expect(payers).toEqual(paid)
  })
})

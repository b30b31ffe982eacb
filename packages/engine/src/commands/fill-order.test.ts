import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, stop, takeProfit } from '../../test/scripted.ts'
import { money, rate } from '../index.ts'

describe('orders that a fill leaves without purpose', () => {
  test.each`
    held          | closes        | order         | more
    ${'buy 2 A'}  | ${'sell 2 A'} | ${'sell 2 A'} | ${stop(90)}
    ${'buy 2 A'}  | ${'sell 2 A'} | ${'sell 1 A'} | ${takeProfit(110)}
    ${'buy 2 A'}  | ${'sell 2 A'} | ${'sell 2 A'} | ${limit(110)}
    ${'buy 2 A'}  | ${'sell 5 A'} | ${'sell 2 A'} | ${stop(90)}
    ${'sell 2 A'} | ${'buy 2 A'}  | ${'buy 2 A'}  | ${stop(110)}
    ${'sell 2 A'} | ${'buy 5 A'}  | ${'buy 2 A'}  | ${limit(90)}
  `('ORD-011 $held, then $closes: the reduce-only $more.type is taken back', (row) => {
    const s = new Scripted()
    s.order(row.held)
    s.order(row.order, { ...row.more, reduceOnly: true })
    const { events } = s.order(row.closes)
    expect(s.waiting()).toEqual([])
    expect(events.map(({ type }) => type)).toEqual(['order.placed', 'order.filled', 'order.cancelled'])
    expect(events.at(-1)).toMatchObject({ order: 's1-o2', reason: 'nothing_to_reduce' })
  })

  test('ORD-011 one that still has something to reduce stays', () => {
    const s = new Scripted()
    s.order('buy 2 A')
    s.order('sell 2 A', { ...stop(90), reduceOnly: true })
    s.order('sell 1.999 A')
    expect(s.waiting()).toHaveLength(1)
  })

  test('ORD-011 an order that may also open stays, and so does one on another instrument or seat', () => {
    const s = new Scripted()
    const other = s.join('s2')
    for (const seat of [s.seat, other]) {
      s.order('buy 2 A', {}, seat)
      s.order('buy 2 B', {}, seat)
      s.order('sell 2 A', { ...stop(90), reduceOnly: true }, seat)
      s.order('sell 2 B', { ...stop(90), reduceOnly: true }, seat)
      s.order('sell 2 A', stop(80), seat)
    }
    s.order('sell 2 A')
    expect(s.waiting().map(({ id }) => id)).toEqual(['s1-o4', 's1-o5'])
    expect(s.waiting(other)).toHaveLength(3)
  })

  test('ORD-011 an order that waits to be one against a later position is no reason: it is refused', () => {
    const s = new Scripted()
    expect(reasonOf(s.order('sell 2 A', { ...stop(90), reduceOnly: true }))).toBe('nothing_to_reduce')
    s.order('buy 2 A')
    expect(reasonOf(s.order('sell 2 A', { ...stop(90), reduceOnly: true }))).toBe('accepted')
  })
})

describe('a loss beyond the margin', () => {
  const settledBy = (fund: number) => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: { insuranceFund: money(fund) } })
    s.order('buy 10 A')
    s.order('sell 10 A', stop(97))
    s.move({ A: 90 })
    return s
  }

  test.each`
    fund   | house    | left
    ${500} | ${'100'} | ${'450'}
    ${50}  | ${'100'} | ${'0'}
    ${20}  | ${'70'}  | ${'0'}
    ${0}   | ${'50'}  | ${'0'}
  `('LIQ-009 50 of margin and a loss of 100: a fund of $fund keeps $left', ({ fund, house, left }) => {
    const s = settledBy(fund)
    expect(s.has('A')).toBe(false)
    expect(s.cash()).toBe('950')
    expect(s.round.books?.house.toFixed()).toBe(house)
    expect(s.round.books?.insurance.toFixed()).toBe(left)
  })

  test('LIQ-009 the realised loss is told as it was, not as it was paid', () => {
    expect(settledBy(500).account().realizedPnl.toFixed()).toBe('-100')
  })
})

describe('the fee of reducing', () => {
  test.each`
    mode          | mark      | paid        | cash
    ${'cross'}    | ${'95'}   | ${'3.51'}   | ${'6.49'}
    ${'cross'}    | ${'94.6'} | ${'2.8'}    | ${'0'}
    ${'cross'}    | ${'94'}   | ${'1.8'}    | ${'0'}
    ${'isolated'} | ${'95.2'} | ${'3.5136'} | ${'10.0864'}
  `('ORD-008 $mode: opening at 100 and closing at $mark costs $paid, and $cash is left', (row) => {
    const rules = { takerFeeRate: rate('0.001'), insuranceFund: money(1000) }
    const s = new Scripted({ mode: row.mode, cash: 100, leverage: 20, rules })
    s.order('buy 18 A')
    s.order('sell 18 A', stop(99))
    s.move({ A: row.mark })
    expect(s.has('A')).toBe(false)
    expect(s.account().feesPaid.toFixed()).toBe(row.paid)
    expect(s.cash()).toBe(row.cash)
  })

  test('ORD-008 what is left of the margin pays for an isolated close, when cash alone could not', () => {
    const s = new Scripted({
      mode: 'isolated',
      cash: 91.9,
      leverage: 20,
      rules: { takerFeeRate: rate('0.001') },
    })
    s.order('buy 18 A')
    s.order('sell 18 A', stop(99))
    s.move({ A: '95.2' })
    expect(s.account().feesPaid.toFixed()).toBe('3.5136')
    expect(s.cash()).toBe('1.9864')
  })
})

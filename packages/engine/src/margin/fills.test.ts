import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted } from '../../test/scripted.ts'
import { isolatedEquity, price, rate } from '../index.ts'

describe('opening and enlarging', () => {
  test.each`
    mode          | leverage | orders                 | arithmetic     | after
    ${'isolated'} | ${5}     | ${'buy 10 A'}          | ${'1000/5'}    | ${'800, A 10 with 200'}
    ${'isolated'} | ${5}     | ${'sell 10 A'}         | ${'1000/5'}    | ${'800, A -10 with 200'}
    ${'isolated'} | ${20}    | ${'buy 10 A'}          | ${'1000/20'}   | ${'950, A 10 with 50'}
    ${'isolated'} | ${1}     | ${'buy 10 A'}          | ${'1000/1'}    | ${'0, A 10 with 1000'}
    ${'isolated'} | ${16}    | ${'buy 0.1 A'}         | ${'10/16'}     | ${'999.375, A 0.1 with 0.625'}
    ${'isolated'} | ${5}     | ${'buy 10 A, buy 5 A'} | ${'200 + 100'} | ${'700, A 15 with 300'}
    ${'isolated'} | ${5}     | ${'buy 5 A, sell 5 B'} | ${'100 each'}  | ${'800, A 5 with 100, B -5 with 100'}
    ${'cross'}    | ${5}     | ${'buy 5 A, sell 5 B'} | ${'nothing'}   | ${'1000, A 5, B -5'}
    ${'cross'}    | ${5}     | ${'buy 10 A, buy 5 A'} | ${'nothing'}   | ${'1000, A 15'}
  `('MAR-009 $mode at $leverage x: $orders take $arithmetic out of cash', (row) => {
    const s = new Scripted({ mode: row.mode, leverage: row.leverage })
    for (const order of row.orders.split(', ')) s.order(order)
    expect(s.inWords()).toBe(row.after)
  })

  test('MAR-009 a margin that does not divide is rounded up', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 3 })
    s.order('buy 1 A')
    expect(s.inWords()).toBe('966.66666666, A 1 with 33.33333334')
  })

  test.each`
    mark   | margin
    ${110} | ${'310'}
    ${90}  | ${'290'}
  `('MAR-009 enlarging at $mark adds what that price asks: $margin', ({ mark, margin }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.move({ A: mark })
    s.order('buy 5 A')
    expect(s.position('A').margin.toFixed()).toBe(margin)
    expect(s.account().cash.plus(margin).toFixed()).toBe('1000')
  })

  test('MAR-009 the fee comes out of cash, never out of the margin', () => {
    const s = new Scripted({ mode: 'isolated', rules: { takerFeeRate: rate('0.001') } })
    s.order('buy 10 A')
    expect(s.inWords()).toBe('799, A 10 with 200')
    expect(s.account().feesPaid.toFixed()).toBe('1')
    expect(s.booksInWords()).toBe('house 1, fund 10000')
  })

  test('MAR-009 a limit order that waited opens with the margin of its own price', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A', limit(90))
    expect(s.inWords()).toBe('1000')
    s.move({ A: 89 })
    expect(s.inWords()).toBe('820, A 10 with 180')
  })

  test('MAR-009 the leverage of the moment decides; what is held is left as it was', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 5 B')
    s.leverage('A', 2)
    s.order('buy 5 A')
    expect(s.inWords()).toBe('650, B 5 with 100, A 5 with 250')
  })

  test.each`
    order             | outcome
    ${'buy 50 A'}     | ${'accepted'}
    ${'buy 50.001 A'} | ${'margin_insufficient'}
  `('MAR-009 isolated, $order of 1,000 at 5x is $outcome', ({ order, outcome }) => {
    const s = new Scripted({ mode: 'isolated' })
    expect(reasonOf(s.order(order))).toBe(outcome)
    expect(s.account().cash.toFixed()).toBe(outcome === 'accepted' ? '0' : '1000')
  })
})

describe('closing a part', () => {
  test.each`
    opened         | mark   | closing        | arithmetic          | after
    ${'buy 10 A'}  | ${94}  | ${'sell 5 A'}  | ${'100 − 30 back'}  | ${'870, A 5 with 100'}
    ${'buy 10 A'}  | ${106} | ${'sell 5 A'}  | ${'100 + 30 back'}  | ${'930, A 5 with 100'}
    ${'sell 10 A'} | ${106} | ${'buy 5 A'}   | ${'100 − 30 back'}  | ${'870, A -5 with 100'}
    ${'sell 10 A'} | ${94}  | ${'buy 5 A'}   | ${'100 + 30 back'}  | ${'930, A -5 with 100'}
    ${'buy 10 A'}  | ${90}  | ${'sell 1 A'}  | ${'20 − 10 back'}   | ${'810, A 9 with 180'}
    ${'buy 10 A'}  | ${94}  | ${'sell 3 A'}  | ${'60 − 18 back'}   | ${'842, A 7 with 140'}
    ${'buy 10 A'}  | ${90}  | ${'sell 10 A'} | ${'200 − 100 back'} | ${'900'}
    ${'buy 10 A'}  | ${110} | ${'sell 10 A'} | ${'200 + 100 back'} | ${'1100'}
    ${'sell 10 A'} | ${110} | ${'buy 10 A'}  | ${'200 − 100 back'} | ${'900'}
  `(
    'MAR-010 isolated $opened from 100, at $mark $closing: $arithmetic',
    ({ opened, mark, closing, after }) => {
      const s = new Scripted({ mode: 'isolated' })
      s.order(opened)
      s.move({ A: mark })
      s.order(closing)
      expect(s.inWords()).toBe(after)
      expect(
        s
          .account()
          .cash.plus(s.has('A') ? s.position('A').margin : 0)
          .minus(1000),
      ).toEqual(s.account().realizedPnl)
    },
  )

  test.each`
    opened         | mark   | closing       | cash
    ${'buy 10 A'}  | ${94}  | ${'sell 5 A'} | ${'970'}
    ${'sell 10 A'} | ${106} | ${'buy 5 A'}  | ${'970'}
    ${'sell 10 A'} | ${94}  | ${'buy 1 A'}  | ${'1006'}
  `('MAR-010 cross $opened, at $mark $closing realises its part in cash: $cash', (row) => {
    const s = new Scripted()
    s.order(row.opened)
    s.move({ A: row.mark })
    s.order(row.closing)
    expect(s.account().cash.toFixed()).toBe(row.cash)
    expect(s.position('A').margin.toFixed()).toBe('0')
  })

  test('MAR-010 margin that was added by hand is released pro rata as well', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.transfer('A', 300)
    s.order('sell 4 A')
    expect(s.inWords()).toBe('700, A 6 with 300')
  })

  test('MAR-010 what the division of a margin leaves over stays with the position', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 3 })
    s.order('buy 3 A')
    s.order('sell 1 A')
    expect(s.inWords()).toBe('933.33333333, A 2 with 66.66666667')
    s.order('sell 2 A')
    expect(s.inWords()).toBe('1000')
  })

  test('MAR-010 what is left is backed as before: equity per unit does not change', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.move({ A: 94 })
    expect(isolatedEquity(s.position('A'), price(94)).toFixed()).toBe('140')
    s.order('sell 5 A')
    expect(isolatedEquity(s.position('A'), price(94)).toFixed()).toBe('70')
  })

  test('MAR-010 a cost that does not divide loses nothing over the life of a position', () => {
    const s = new Scripted()
    s.order('buy 3 A')
    s.move({ A: '100.01' })
    s.order('buy 4 A')
    s.move({ A: '101' })
    for (const part of ['sell 1 A', 'sell 2 A', 'sell 4 A']) s.order(part)
    const gain = s.account().cash.minus(1000)
    expect(gain.lte('6.96') && gain.gt('6.9599999')).toBe(true)
  })

  test('MAR-010 the fee of closing is paid in cash and once', () => {
    const s = new Scripted({ mode: 'isolated', rules: { takerFeeRate: rate('0.001') } })
    s.order('buy 10 A')
    s.move({ A: 94 })
    s.order('sell 5 A')
    expect(s.inWords()).toBe('868.53, A 5 with 100') // 1000 − 1 − 200 + 70 − 0.47
  })
})

describe('a flip', () => {
  test.each`
    mode          | opened        | mark   | flip           | arithmetic            | after
    ${'cross'}    | ${'buy 4 A'}  | ${110} | ${'sell 10 A'} | ${'+40'}              | ${'1040, A -6'}
    ${'cross'}    | ${'buy 4 A'}  | ${90}  | ${'sell 10 A'} | ${'−40'}              | ${'960, A -6'}
    ${'cross'}    | ${'sell 4 A'} | ${110} | ${'buy 10 A'}  | ${'−40'}              | ${'960, A 6'}
    ${'isolated'} | ${'buy 4 A'}  | ${110} | ${'sell 10 A'} | ${'+40, 6 · 110 / 5'} | ${'908, A -6 with 132'}
    ${'isolated'} | ${'buy 4 A'}  | ${90}  | ${'sell 10 A'} | ${'−40, 6 · 90 / 5'}  | ${'852, A -6 with 108'}
    ${'isolated'} | ${'sell 4 A'} | ${110} | ${'buy 10 A'}  | ${'−40, 6 · 110 / 5'} | ${'828, A 6 with 132'}
    ${'isolated'} | ${'sell 4 A'} | ${90}  | ${'buy 5 A'}   | ${'+40, 1 · 90 / 5'}  | ${'1022, A 1 with 18'}
  `('MAR-011 $mode $opened, at $mark $flip: $arithmetic', ({ mode, opened, mark, flip, after }) => {
    const s = new Scripted({ mode })
    s.order(opened)
    s.move({ A: mark })
    s.order(flip)
    expect(s.inWords()).toBe(after)
    expect(s.position('A').entryCost.div(s.position('A').size).toFixed()).toBe(String(mark))
    expect(s.position('A').openedAtTick).toBe(1)
  })

  test.each`
    mode          | flip            | parts
    ${'cross'}    | ${'sell 10 A'}  | ${['sell 4 A', 'sell 6 A']}
    ${'isolated'} | ${'sell 10 A'}  | ${['sell 4 A', 'sell 6 A']}
    ${'isolated'} | ${'sell 4.5 A'} | ${['sell 4 A', 'sell 0.5 A']}
  `('MAR-011 $mode $flip is $parts at the same price, with fees', ({ mode, flip, parts }) => {
    const after = (orders: readonly string[]) => {
      const s = new Scripted({ mode, rules: { takerFeeRate: rate('0.001') } })
      s.order('buy 4 A')
      s.transfer('A', 50)
      s.move({ A: 95 })
      for (const order of orders) s.order(order)
      return [
        s.inWords(),
        s.booksInWords(),
        s.account().realizedPnl.toFixed(),
        s.account().feesPaid.toFixed(),
      ]
    }
    expect(after([flip])).toEqual(after(parts))
  })

  test('MAR-011 what is opened beyond the close must be affordable, or nothing happens', () => {
    const s = new Scripted()
    s.order('buy 10 A')
    s.move({ A: 90 })
    // after the close 900 are left: at 5x that carries 50 units at 90
    expect(reasonOf(s.order('sell 60.001 A'))).toBe('margin_insufficient')
    expect(s.inWords()).toBe('1000, A 10')
    expect(reasonOf(s.order('sell 60 A'))).toBe('accepted')
    expect(s.inWords()).toBe('900, A -50')
  })
})

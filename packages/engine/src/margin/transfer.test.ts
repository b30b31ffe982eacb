import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted } from '../../test/scripted.ts'
import { liquidationPriceOf, removableMargin } from '../index.ts'

const opened = (order = 'buy 10 A'): Scripted => {
  const s = new Scripted({ mode: 'isolated' })
  s.order(order)
  return s
}

describe('adding margin', () => {
  test.each`
    amount            | outcome                  | after
    ${'0.00000001'}   | ${'accepted'}            | ${'799.99999999, A 10 with 200.00000001'}
    ${'300.5'}        | ${'accepted'}            | ${'499.5, A 10 with 500.5'}
    ${800}            | ${'accepted'}            | ${'0, A 10 with 1000'}
    ${'800.00000001'} | ${'margin_insufficient'} | ${'800, A 10 with 200'}
    ${0}              | ${'amount_not_valid'}    | ${'800, A 10 with 200'}
    ${'0.000000001'}  | ${'amount_not_valid'}    | ${'800, A 10 with 200'}
    ${'-0.000000001'} | ${'amount_not_valid'}    | ${'800, A 10 with 200'}
  `('MAR-012 of 800 free, adding $amount is $outcome', ({ amount, outcome, after }) => {
    const s = opened()
    expect(reasonOf(s.transfer('A', amount))).toBe(outcome)
    expect(s.inWords()).toBe(after)
  })

  test.each`
    amount            | outcome
    ${620}            | ${'accepted'}
    ${'620.00000001'} | ${'margin_insufficient'}
  `('MAR-012 what an order of 180 sets aside cannot be added: $amount is $outcome', ({ amount, outcome }) => {
    const s = opened()
    s.order('buy 10 B', limit(90))
    expect(reasonOf(s.transfer('A', amount))).toBe(outcome)
  })

  test('MAR-012 a cross loss takes away from what may be added', () => {
    const s = new Scripted()
    s.mode('A', 'isolated')
    s.order('buy 10 A')
    s.order('buy 10 B')
    s.move({ B: 90 })
    // 800 − 100 of loss − 180 of initial margin
    expect(reasonOf(s.transfer('A', '520.00000001'))).toBe('margin_insufficient')
    expect(reasonOf(s.transfer('A', 520))).toBe('accepted')
  })

  test.each`
    order          | before     | after
    ${'buy 10 A'}  | ${'80.41'} | ${'70.36'}
    ${'sell 10 A'} | ${'119.4'} | ${'129.35'}
  `('MAR-012 $order: 100 more take its liquidation from $before to $after', ({ order, before, after }) => {
    const s = opened(order)
    const at = () => liquidationPriceOf(s.round, s.account(), s.position('A').instrument)?.toFixed()
    expect(at()).toBe(before)
    s.transfer('A', 100)
    expect(at()).toBe(after)
  })
})

describe('taking margin back', () => {
  test.each`
    order          | mark   | arithmetic                 | most
    ${'buy 10 A'}  | ${100} | ${'200 + 0 − 200'}         | ${'0'}
    ${'buy 10 A'}  | ${110} | ${'200 + 100 − 220'}       | ${'80'}
    ${'buy 10 A'}  | ${90}  | ${'200 − 100 − 180 < 0'}   | ${'0'}
    ${'sell 10 A'} | ${90}  | ${'200 + 100 − 180'}       | ${'120'}
    ${'sell 10 A'} | ${110} | ${'200 − 100 − 220 < 0'}   | ${'0'}
    ${'buy 10 A'}  | ${125} | ${'200 + 250 − 250 = all'} | ${'200'}
    ${'buy 10 A'}  | ${150} | ${'400, but all of 200'}   | ${'200'}
  `('MAR-012 $order at $mark may give back $arithmetic: $most', ({ order, mark, most }) => {
    const s = opened(order)
    s.move({ A: mark })
    expect(removableMargin(s.round, s.account(), s.position('A')).toFixed()).toBe(most)
    const onceMore = s.transfer('A', `-${Number(most) + 0.00000001}`)
    expect(reasonOf(onceMore)).toBe('margin_not_removable')
    if (most !== '0') expect(reasonOf(s.transfer('A', `-${most}`))).toBe('accepted')
    expect(s.account().cash.toFixed()).toBe(String(800 + Number(most)))
    expect(reasonOf(s.transfer('A', '-0.00000001'))).toBe('margin_not_removable')
  })

  test('MAR-012 what was added may be taken back to the last unit', () => {
    const s = opened()
    s.transfer('A', '123.45678901')
    expect(reasonOf(s.transfer('A', '-123.45678901'))).toBe('accepted')
    expect(s.inWords()).toBe('800, A 10 with 200')
  })

  test('MAR-012 a position carried by its profit alone lives until the profit is gone', () => {
    const s = opened()
    s.move({ A: 150 })
    s.transfer('A', -200)
    expect(s.inWords()).toBe('1000, A 10 with 0')
    s.move({ A: '100.51' })
    expect(s.has('A')).toBe(true) // 5.1 of profit against 5.0255
    s.move({ A: '100.50' })
    expect(s.inWords()).toBe('1000') // 5 against 5.025
  })

  test('MAR-012 a transfer moves nothing but the one margin and the cash', () => {
    const s = opened()
    s.order('sell 5 B')
    s.order('buy 1 C', limit(90))
    s.transfer('B', 50)
    expect(s.inWords()).toBe('650, A 10 with 200, B -5 with 150')
    expect(s.account().orders.size).toBe(1)
    expect(s.booksInWords()).toBe('house 0, fund 10000')
  })
})

describe('what has no margin of its own', () => {
  test('MAR-012 nothing can be moved to a cross position, to none, or by a stranger', () => {
    const s = new Scripted()
    expect(reasonOf(s.transfer('A', 1))).toBe('position_unknown')
    s.order('buy 1 A')
    expect(reasonOf(s.transfer('A', 1))).toBe('position_not_isolated')
    expect(reasonOf(s.transfer('Z', 1))).toBe('instrument_unknown')
  })
})

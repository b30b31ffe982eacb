import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, THREE_TIERS, type Wishes } from '../../test/scripted.ts'
import { tale } from '../../test/tale.ts'
import { bankruptcyPriceOf, instrumentId, isolatedEquity, liquidationPriceOf, price, rate } from '../index.ts'
import { backingMargin } from './backing.ts'

const A = instrumentId('A')
const free = (wishes: Wishes = {}): Scripted =>
  new Scripted({ ...wishes, rules: { switching: 'with-position', ...wishes.rules } })

describe('the margin with which a position would be opened now', () => {
  test.each`
    order          | mark       | leverage | arithmetic              | margin
    ${'buy 10 A'}  | ${100}     | ${5}     | ${'1000/5 − 0'}         | ${'200'}
    ${'buy 10 A'}  | ${90}      | ${5}     | ${'900/5 + 100'}        | ${'280'}
    ${'buy 10 A'}  | ${110}     | ${5}     | ${'1100/5 − 100'}       | ${'120'}
    ${'sell 10 A'} | ${110}     | ${5}     | ${'1100/5 + 100'}       | ${'320'}
    ${'sell 10 A'} | ${90}      | ${5}     | ${'900/5 − 100'}        | ${'80'}
    ${'buy 10 A'}  | ${125}     | ${5}     | ${'1250/5 − 250'}       | ${'0'}
    ${'buy 10 A'}  | ${150}     | ${5}     | ${'300 − 500, not < 0'} | ${'0'}
    ${'buy 10 A'}  | ${90}      | ${7}     | ${'900/7 + 100, up'}    | ${'228.57142858'}
    ${'buy 10 A'}  | ${'99.99'} | ${20}    | ${'999.9/20 + 0.1'}     | ${'50.095'}
  `('MAR-018 $order at $mark and $leverage x: $arithmetic = $margin', ({ order, mark, leverage, margin }) => {
    const s = new Scripted()
    s.order(order)
    s.move({ A: mark })
    expect(backingMargin(s.round, s.position('A'), rate(leverage)).toFixed()).toBe(margin)
  })
})

describe('a mode that changes with the position', () => {
  test.each`
    from          | order          | mark   | after
    ${'cross'}    | ${'buy 10 A'}  | ${90}  | ${'720, A 10 with 280'}
    ${'cross'}    | ${'sell 10 A'} | ${90}  | ${'920, A -10 with 80'}
    ${'cross'}    | ${'buy 10 A'}  | ${150} | ${'1000, A 10 with 0'}
    ${'isolated'} | ${'buy 10 A'}  | ${90}  | ${'1000, A 10'}
    ${'isolated'} | ${'sell 10 A'} | ${115} | ${'1000, A -10'}
  `('MAR-018 $order from $from at $mark: $after', ({ from, order, mark, after }) => {
    const s = free({ mode: from })
    s.order(order)
    s.move({ A: mark })
    expect(reasonOf(s.mode('A', from === 'cross' ? 'isolated' : 'cross'))).toBe('accepted')
    expect(s.inWords()).toBe(after)
    expect(s.booksInWords()).toBe('house 0, fund 10000')
  })

  test.each`
    cash        | outcome                  | after
    ${'280'}    | ${'accepted'}            | ${'0, A 10 with 280'}
    ${'279.99'} | ${'margin_insufficient'} | ${'279.99, A 10'}
  `('MAR-018 of 280 that it takes, $cash are there: $outcome', ({ cash, outcome, after }) => {
    const s = free({ cash })
    s.order('buy 10 A')
    s.move({ A: 90 })
    expect(reasonOf(s.mode('A', 'isolated'))).toBe(outcome)
    expect(s.inWords()).toBe(after)
  })

  test('MAR-018 other cross positions must keep their initial margin', () => {
    const s = free()
    s.order('buy 20 A')
    s.order('buy 20 B')
    s.move({ A: 90 })
    // 1000 − 360 − 200 = 440 of cash carry the 400 of B; at 88 it is 1000 − 352 − 240 = 408
    s.move({ A: 88 })
    expect(reasonOf(s.mode('A', 'isolated'))).toBe('accepted')
    const t = free()
    t.order('buy 20 A')
    t.order('buy 20 B')
    t.move({ A: 87 })
    // 1000 − 348 − 260 = 392 do not
    expect(reasonOf(t.mode('A', 'isolated'))).toBe('margin_insufficient')
    expect(t.inWords()).toBe('1000, A 20, B 20')
  })

  test('MAR-018 what is isolated in time outlives the crash of the rest', () => {
    const s = free()
    s.order('buy 10 A')
    s.order('buy 35 B')
    s.mode('A', 'isolated')
    expect(tale(s.move({ B: 70 }))).toEqual(['s1 loses 35 B at 70', 's1 owes 0 uncovered'])
    expect(s.inWords()).toBe('0, A 10 with 200')
  })

  test('MAR-018 what becomes cross is carried by the cash, and drags it along', () => {
    const s = free({ mode: 'isolated' })
    s.order('buy 10 A')
    s.mode('A', 'cross')
    s.move({ A: 60 })
    expect(s.inWords()).toBe('1000, A 10')
    expect(isolatedEquity(s.position('A'), price(60)).toFixed()).toBe('-400')
    const t = free({ mode: 'isolated' })
    t.order('buy 10 A')
    t.move({ A: 60 })
    expect(t.inWords()).toBe('800')
  })

  test('MAR-018 its prices follow the bucket', () => {
    const s = free()
    s.order('buy 20 A')
    const prices = () => [
      liquidationPriceOf(s.round, s.account(), A)?.toFixed(),
      bankruptcyPriceOf(s.round, s.account(), A)?.toFixed(),
    ]
    expect(prices()).toEqual(['50.26', '50'])
    s.mode('A', 'isolated')
    expect(prices()).toEqual(['80.41', '80'])
    s.mode('A', 'cross')
    expect(prices()).toEqual(['50.26', '50'])
  })

  test('MAR-018 what is opened or enlarged after it is of the new mode', () => {
    const s = free()
    s.order('buy 10 A')
    s.mode('A', 'isolated')
    s.order('buy 5 A')
    expect(s.inWords()).toBe('700, A 15 with 300')
    s.order('sell 20 A')
    expect(s.inWords()).toBe('900, A -5 with 100')
  })

  test('MAR-014 an order locks it all the same, another instrument’s does not', () => {
    const s = free()
    s.order('buy 10 A')
    s.order('buy 1 B', limit(90))
    expect(reasonOf(s.mode('A', 'isolated'))).toBe('accepted')
    s.order('sell 10 A', { ...limit(120), reduceOnly: true })
    expect(reasonOf(s.mode('A', 'cross'))).toBe('mode_locked_by_order')
  })

  test('MAR-015 MAR-018 where the tier asks for more than the initial margin it stays cross', () => {
    const s = free({
      leverage: 20,
      cash: 10_000,
      tiers: THREE_TIERS,
      rules: { closingFeeRate: rate('0.01') },
    })
    s.order('sell 60 A')
    s.move({ A: 150 })
    // 9000 / 20 = 450 against 9000 · 0.06 − 205 = 335
    expect(reasonOf(s.mode('A', 'isolated'))).toBe('accepted')
    const t = free({
      leverage: 20,
      cash: 50_000,
      tiers: THREE_TIERS,
      rules: { closingFeeRate: rate('0.01') },
    })
    t.order('sell 190 A')
    t.move({ A: 120 })
    // 22800 / 20 = 1140 against 22800 · 0.06 − 205 = 1163
    expect(reasonOf(t.mode('A', 'isolated'))).toBe('leverage_above_tier')
    expect(t.inWords()).toBe('50000, A -190')
  })
})

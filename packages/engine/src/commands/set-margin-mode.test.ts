import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted } from '../../test/scripted.ts'
import { instrumentId, isolatedEquity, type MarginMode, money, price } from '../index.ts'

const A = instrumentId('A')
const set = (s: Scripted, marginMode: MarginMode) =>
  s.send({ type: 'margin-mode.set', seat: s.seat, id: null, instrument: A, marginMode })
const switching = (mode: MarginMode, more: ConstructorParameters<typeof Scripted>[0] = {}) =>
  new Scripted({ mode, rules: { switching: 'with-position' }, ...more })

describe('MAR-018 a position changes its mode', () => {
  test.each`
    order          | mark   | margin
    ${'buy 10 A'}  | ${90}  | ${'280'}
    ${'sell 10 A'} | ${110} | ${'320'}
    ${'buy 10 A'}  | ${110} | ${'120'}
    ${'buy 10 A'}  | ${200} | ${'0'}
  `('MAR-018 $order at a mark of $mark, to isolated: margin $margin', ({ order, mark, margin }) => {
    const s = switching('cross')
    s.order(order)
    s.move({ A: mark })
    expect(reasonOf(set(s, 'isolated'))).toBe('accepted')
    expect(s.position('A').margin.toFixed()).toBe(margin)
    expect(s.position('A').marginMode).toBe('isolated')
    expect(s.account().cash.plus(margin).toFixed()).toBe('1000')
    expect(isolatedEquity(s.position('A'), price(mark)).gte(price(mark).times(2))).toBe(true)
  })

  test('MAR-018 to cross it gives its margin back', () => {
    const s = switching('isolated')
    s.order('buy 10 A')
    s.move({ A: 90 })
    expect(reasonOf(set(s, 'cross'))).toBe('accepted')
    expect(s.position('A').margin.toFixed()).toBe('0')
    expect(s.position('A').marginMode).toBe('cross')
    expect(s.account().cash.toFixed()).toBe('1000')
  })

  test('MAR-018 there and back at the same mark the money is where it was', () => {
    const s = switching('isolated')
    s.order('buy 10 A')
    set(s, 'cross')
    set(s, 'isolated')
    expect(s.position('A').margin.toFixed()).toBe('200')
    expect(s.account().cash.toFixed()).toBe('800')
  })

  test('MAR-018 the shared cash must keep its free margin', () => {
    const s = switching('cross', { leverage: 10 })
    s.order('buy 50 A')
    s.order('buy 40 B')
    s.move({ A: 97 })
    expect(reasonOf(set(s, 'isolated'))).toBe('margin_insufficient')
    s.move({ A: 100 })
    expect(reasonOf(set(s, 'isolated'))).toBe('accepted')
  })

  test('MAR-018 a profit above the initial margin stays with the position', () => {
    const s = switching('cross', { leverage: 10 })
    s.order('buy 90 A')
    s.move({ A: 150 })
    s.order('buy 390 B')
    expect(reasonOf(set(s, 'isolated'))).toBe('margin_insufficient')
  })

  test('MAR-014 under when flat a position locks its mode, an order under either rule', () => {
    const flat = new Scripted()
    flat.order('buy 1 A')
    expect(reasonOf(set(flat, 'isolated'))).toBe('mode_locked_by_position')
    const free = switching('cross')
    free.order('buy 1 A')
    free.order('buy 1 A', limit(90))
    expect(reasonOf(set(free, 'isolated'))).toBe('mode_locked_by_order')
  })

  test('MAR-018 the liquidation price follows the bucket', () => {
    const s = switching('cross', { cash: 300 })
    s.order('buy 10 A')
    set(s, 'isolated')
    s.move({ A: '80.41' })
    expect(s.has('A')).toBe(true)
    s.move({ A: '80.40' })
    expect(s.has('A')).toBe(false)
    expect(s.account().cash.eq(money(100))).toBe(true)
  })
})

describe('the margin mode of an instrument', () => {
  test.each`
    policy             | mode          | to            | answer
    ${'choice'}        | ${'cross'}    | ${'isolated'} | ${'accepted'}
    ${'choice'}        | ${'isolated'} | ${'cross'}    | ${'accepted'}
    ${'cross-only'}    | ${'cross'}    | ${'isolated'} | ${'mode_not_allowed'}
    ${'cross-only'}    | ${'cross'}    | ${'cross'}    | ${'accepted'}
    ${'isolated-only'} | ${'isolated'} | ${'cross'}    | ${'mode_not_allowed'}
    ${'isolated-only'} | ${'isolated'} | ${'isolated'} | ${'accepted'}
  `('MAR-016 under the policy $policy, from $mode to $to: $answer', ({ policy, mode, to, answer }) => {
    const s = new Scripted({ mode, rules: { modePolicy: policy } })
    expect(reasonOf(set(s, to))).toBe(answer)
    expect(s.account().settings.get(A)?.marginMode).toBe(answer === 'accepted' ? to : mode)
  })

  test('MAR-016 decides about what is opened next, for this instrument alone', () => {
    const s = new Scripted()
    set(s, 'isolated')
    s.order('buy 1 A')
    s.order('buy 1 B')
    expect([s.position('A').marginMode, s.position('B').marginMode]).toEqual(['isolated', 'cross'])
  })

  test('MAR-014 is locked by its own position and order, and by no other', () => {
    const s = new Scripted()
    s.order('buy 1 B')
    s.order('buy 1 C', limit(90))
    expect(reasonOf(set(s, 'isolated'))).toBe('accepted')
    expect(reasonOf(s.mode('B', 'isolated'))).toBe('mode_locked_by_position')
    expect(reasonOf(s.mode('C', 'isolated'))).toBe('mode_locked_by_order')
  })

  test('MAR-014 is free again when the position is closed and the order taken back', () => {
    const s = new Scripted()
    s.order('buy 1 A')
    s.order('sell 1 A', limit(110))
    expect(reasonOf(set(s, 'isolated'))).toBe('mode_locked_by_position')
    s.order('sell 1 A')
    expect(reasonOf(set(s, 'isolated'))).toBe('mode_locked_by_order')
    for (const { id } of s.waiting()) s.cancel(id)
    expect(reasonOf(set(s, 'isolated'))).toBe('accepted')
  })

  test('MAR-014 the mode that is set already may be set again, whatever is open', () => {
    const s = new Scripted()
    s.order('buy 1 A')
    expect(set(s, 'cross').events).toMatchObject([{ type: 'margin-mode.set', postings: [] }])
  })
})

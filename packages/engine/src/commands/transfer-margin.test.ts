import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { affairs, limit, reasonOf, Scripted } from '../../test/scripted.ts'
import { instrumentId, isInTrouble, liquidationPriceOf } from '../index.ts'
import { removableMargin } from './transfer-margin.ts'

/** Isolated at 5x with $1,000, ten units at 100: 200 of margin and 800 of cash. */
function holding(order = 'buy 10 A', wishes = {}): Scripted {
  const s = new Scripted({ mode: 'isolated', ...wishes })
  s.order(order)
  return s
}
const moneyOf = (s: Scripted) => [s.position('A').margin.toFixed(), s.cash()]

describe('adding margin', () => {
  test.each`
    amount            | answer                   | margin            | cash
    ${'1'}            | ${'accepted'}            | ${'201'}          | ${'799'}
    ${'0.00000001'}   | ${'accepted'}            | ${'200.00000001'} | ${'799.99999999'}
    ${'800'}          | ${'accepted'}            | ${'1000'}         | ${'0'}
    ${'800.00000001'} | ${'margin_insufficient'} | ${'200'}          | ${'800'}
    ${'0'}            | ${'amount_not_valid'}    | ${'200'}          | ${'800'}
    ${'0.000000001'}  | ${'amount_not_valid'}    | ${'200'}          | ${'800'}
  `('MAR-012 $amount of 800 that are free: $answer', ({ amount, answer, margin, cash }) => {
    for (const order of ['buy 10 A', 'sell 10 A']) {
      const s = holding(order)
      expect(reasonOf(s.transfer('A', amount))).toBe(answer)
      expect(moneyOf(s)).toEqual([margin, cash])
    }
  })

  test('MAR-012 what orders set aside and cross positions need is not free', () => {
    const s = holding()
    s.order('buy 10 B', limit(50))
    expect(reasonOf(s.transfer('A', '700.01'))).toBe('margin_insufficient')
    s.mode('C', 'cross')
    s.order('buy 10 C')
    expect(reasonOf(s.transfer('A', '500.01'))).toBe('margin_insufficient')
    expect(reasonOf(s.transfer('A', '500'))).toBe('accepted')
  })

  test('MAR-012 what is missing is named', () => {
    expect(holding().transfer('A', 1000)).toMatchObject({ rejection: { reason: 'margin_insufficient' } })
    const outcome = holding().transfer('A', 1000)
    expect(outcome.status === 'rejected' && outcome.rejection.shortfall?.toFixed()).toBe('200')
  })

  test('MAR-006 added margin moves the liquidation price away', () => {
    const s = holding()
    const at = () => liquidationPriceOf(s.round, s.account(), instrumentId('A'))?.toFixed()
    expect(at()).toBe('80.41')
    s.transfer('A', 300)
    expect(at()).toBe('50.26')
    s.transfer('A', 500)
    expect(at()).toBeUndefined()
  })
})

describe('taking margin back', () => {
  test.each`
    order          | mark     | removable
    ${'buy 10 A'}  | ${'100'} | ${'0'}
    ${'buy 10 A'}  | ${'90'}  | ${'0'}
    ${'buy 10 A'}  | ${'110'} | ${'80'}
    ${'buy 10 A'}  | ${'150'} | ${'200'}
    ${'sell 10 A'} | ${'100'} | ${'0'}
    ${'sell 10 A'} | ${'110'} | ${'0'}
    ${'sell 10 A'} | ${'90'}  | ${'120'}
    ${'sell 10 A'} | ${'60'}  | ${'200'}
  `('MAR-012 of 200 behind $order, at a mark of $mark, $removable', ({ order, mark, removable }) => {
    const s = holding(order)
    s.move({ A: mark })
    expect(removableMargin(s.round, s.account(), s.position('A')).toFixed()).toBe(removable)
    const more = `-${Number(removable) + 0.01}`
    expect(reasonOf(s.transfer('A', more))).toBe('margin_not_removable')
    if (removable !== '0') expect(reasonOf(s.transfer('A', `-${removable}`))).toBe('accepted')
    expect(isInTrouble(s.round, s.account())).toBe(false)
  })

  test('MAR-012 what can be taken is named', () => {
    const s = holding()
    s.move({ A: 110 })
    expect(s.transfer('A', '-80.00000001')).toMatchObject({ rejection: { limit: '80' } })
  })

  test('MAR-012 it is free again, and for anything', () => {
    const s = holding()
    s.transfer('A', 300)
    s.transfer('A', -300)
    expect(moneyOf(s)).toEqual(['200', '800'])
    expect(s.free()).toBe('800')
  })
})

describe('what cannot be moved', () => {
  test.each`
    mode          | held         | id     | reason
    ${'isolated'} | ${null}      | ${'A'} | ${'position_unknown'}
    ${'isolated'} | ${'buy 1 A'} | ${'B'} | ${'position_unknown'}
    ${'isolated'} | ${'buy 1 A'} | ${'Z'} | ${'instrument_unknown'}
    ${'cross'}    | ${'buy 1 A'} | ${'A'} | ${'position_not_isolated'}
  `('MAR-012 $mode, holding $held: margin of $id, $reason', ({ mode, held, id, reason }) => {
    const s = new Scripted({ mode })
    if (held) s.order(held)
    const before = affairs(s.round)
    expect(reasonOf(s.transfer(id, 1))).toBe(reason)
    expect(affairs(s.round)).toBe(before)
  })
})

describe('there and back', () => {
  test('MAR-012 leaves the account as it was, and moves nothing but cash and margin in between', () => {
    const cents = fc.integer({ min: 1, max: 80_000 })
    fc.assert(
      fc.property(cents, fc.constantFrom('buy 10 A', 'sell 10 A'), (amount, order) => {
        const s = holding(order)
        const before = affairs(s.round)
        const books = s.round.books
        s.transfer('A', amount / 100)
        expect(s.position('A').margin.plus(s.cash()).toFixed()).toBe('1000')
        expect(s.round.books).toEqual(books)
        s.transfer('A', -amount / 100)
        expect(affairs(s.round)).toBe(before)
      }),
      { numRuns: 30 },
    )
  })
})

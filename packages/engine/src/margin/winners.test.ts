import { describe, expect, test } from 'vitest'
import { crash, under } from '../../test/crash.ts'
import { Scripted } from '../../test/scripted.ts'
import { tale } from '../../test/tale.ts'
import { instrumentId, price } from '../index.ts'
import { winnersAgainst } from './winners.ts'

describe('who is asked', () => {
  /** Rivals of all kinds at a mark of A; the lost position is a long with its bankruptcy price. */
  function against(bankruptcyPrice: number, mark: number, ...orders: readonly string[]) {
    const s = new Scripted({ mode: 'isolated' })
    for (const [index, order] of orders.entries()) s.rival(`s${index + 2}`, order)
    const instrument = instrumentId('A')
    const marks = new Map(s.round.marks).set(instrument, price(mark))
    const lost = { instrument, long: true, bankruptcyPrice: price(bankruptcyPrice) }
    return winnersAgainst({ ...s.round, marks }, lost).map(({ seat }) => seat)
  }

  test.each`
    orders                         | at     | mark   | why                                    | winners
    ${'5x sell 1 A'}               | ${95}  | ${90}  | ${'a profit of 10, at 95 of 5'}        | ${'s2'}
    ${'5x buy 1 A'}                | ${95}  | ${90}  | ${'the same side'}                     | ${''}
    ${'5x sell 1 B'}               | ${95}  | ${90}  | ${'another instrument'}                | ${''}
    ${'5x sell 1 A'}               | ${100} | ${90}  | ${'neither profit nor loss at 100'}    | ${'s2'}
    ${'5x sell 1 A'}               | ${101} | ${90}  | ${'a loss at 101'}                     | ${''}
    ${'5x sell 1 A'}               | ${95}  | ${100} | ${'no profit at the mark'}             | ${''}
    ${'5x sell 1 A, 10x sell 1 A'} | ${95}  | ${90}  | ${'0.1·90/30 against 0.1·90/20'}       | ${'s3 s2'}
    ${'10x sell 1 A, 5x sell 1 A'} | ${95}  | ${90}  | ${'0.1·90/20 against 0.1·90/30'}       | ${'s2 s3'}
    ${'5x sell 1 A, 5x sell 9 A'}  | ${95}  | ${90}  | ${'alike, whatever the size: by seat'} | ${'s2 s3'}
  `('INS-003 INS-004 $orders at $mark against $at: $why', ({ orders, at, mark, winners }) => {
    expect(against(at, mark, ...orders.split(', ')).join(' ')).toBe(winners)
  })

  test('INS-004 a cross winner is measured by all the equity behind it', () => {
    const { s, seats, events } = crash(under('auto-deleveraging'), '10x sell 10 A', '10x sell 10 A')
    expect(tale(events)).toEqual(['s1 loses 10 A at 40', 's2 gives up 10 A at 95'])
    const t = new Scripted({ leverage: 20, rules: under('auto-deleveraging') })
    const cross = t.rival('s2', '10x sell 10 A') // 0.6 · 400 / 1600
    const isolated = t.join('s3')
    t.mode('A', 'isolated')
    t.mode('A', 'isolated', isolated)
    t.order('buy 10 A')
    t.order('sell 10 A', {}, isolated) // 0.6 · 400 / 650
    expect(tale(t.move({ A: 40 }))).toEqual(['s1 loses 10 A at 40', 's3 gives up 10 A at 95'])
    expect(t.inWords(cross)).toBe('1000, A -10')
    expect(s.has('A', seats[1])).toBe(true)
  })

  test('INS-003 a short that was liquidated is paid for by longs', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    const long = s.rival('s2', '10x buy 4 A')
    s.order('sell 10 A')
    // 400 − 50 = 350 uncovered, 350 / |140 − 105| = 10
    expect(tale(s.move({ A: 140 }))).toEqual(['s1 loses -10 A at 140', 's2 gives up 4 A at 105'])
    expect(s.inWords(long)).toBe('1020')
    expect(s.booksInWords()).toBe('house 30, fund 0')
  })
})

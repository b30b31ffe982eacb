import { describe, expect, test } from 'vitest'
import { Scripted } from '../../test/scripted.ts'
import {
  bankruptcyPriceOf,
  instrumentId,
  liquidationPriceOf,
  money,
  price,
  quantity,
  solveBankruptcyPrice,
} from '../index.ts'

const A = instrumentId('A')
const shown = (s: Scripted): string | undefined => liquidationPriceOf(s.round, s.account(), A)?.toFixed()
const bankrupt = (s: Scripted): string | undefined => bankruptcyPriceOf(s.round, s.account(), A)?.toFixed()

describe('the bankruptcy price', () => {
  test.each`
    order         | leverage | added | arithmetic       | at
    ${'buy 2 A'}  | ${5}     | ${0}  | ${'100 − 40/2'}  | ${'80'}
    ${'sell 2 A'} | ${5}     | ${0}  | ${'100 + 40/2'}  | ${'120'}
    ${'buy 2 A'}  | ${20}    | ${0}  | ${'100 − 10/2'}  | ${'95'}
    ${'sell 2 A'} | ${20}    | ${0}  | ${'100 + 10/2'}  | ${'105'}
    ${'buy 2 A'}  | ${5}     | ${10} | ${'100 − 50/2'}  | ${'75'}
    ${'sell 2 A'} | ${5}     | ${10} | ${'100 + 50/2'}  | ${'125'}
    ${'sell 2 A'} | ${1}     | ${0}  | ${'100 + 200/2'} | ${'200'}
    ${'buy 2 A'}  | ${1}     | ${0}  | ${'100 − 200/2'} | ${undefined}
  `('MAR-008 isolated $order at $leverage x with $added more: $arithmetic', (row) => {
    const s = new Scripted({ mode: 'isolated', leverage: row.leverage })
    s.order(row.order)
    if (row.added > 0) s.transfer('A', row.added)
    expect(bankrupt(s)).toBe(row.at)
    s.move({ A: 99 })
    expect(bankrupt(s)).toBe(row.at)
  })

  test.each`
    orders                      | marks                | arithmetic         | at
    ${['buy 20 A']}             | ${{}}                | ${'100 − 1000/20'} | ${'50'}
    ${['buy 20 A']}             | ${{ A: 90 }}         | ${'90 − 800/20'}   | ${'50'}
    ${['sell 20 A']}            | ${{ A: 110 }}        | ${'110 + 800/20'}  | ${'150'}
    ${['buy 20 A', 'buy 10 B']} | ${{ B: 90 }}         | ${'100 − 900/20'}  | ${'55'}
    ${['buy 20 A', 'buy 10 B']} | ${{ A: 90, B: 120 }} | ${'90 − 1000/20'}  | ${'40'}
    ${['buy 5 A']}              | ${{}}                | ${'100 − 1000/5'}  | ${undefined}
  `('MAR-008 cross $orders at $marks: $arithmetic', ({ orders, marks, at }) => {
    const s = new Scripted()
    for (const order of orders) s.order(order)
    s.move(marks)
    expect(bankrupt(s)).toBe(at)
  })

  test('MAR-008 it lies beyond the liquidation price, by the requirement', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    expect([bankrupt(s), shown(s)]).toEqual(['80', '80.41'])
    const t = new Scripted({ mode: 'isolated' })
    t.order('sell 10 A')
    expect([bankrupt(t), shown(t)]).toEqual(['120', '119.4'])
  })

  test.each`
    side  | equity  | arithmetic          | at
    ${1}  | ${-40}  | ${'100 − (−40)/10'} | ${'104'}
    ${-1} | ${-40}  | ${'100 + (−40)/10'} | ${'96'}
    ${1}  | ${0}    | ${'100 − 0'}        | ${'100'}
    ${1}  | ${999}  | ${'100 − 99.9'}     | ${'0.1'}
    ${1}  | ${1000} | ${'100 − 100'}      | ${undefined}
  `('MAR-008 with an equity of $equity it is $arithmetic', ({ side, equity, at }) => {
    const found = solveBankruptcyPrice({
      side,
      quantity: quantity(10),
      at: price(100),
      equity: money(equity),
    })
    expect(found?.toFixed()).toBe(at)
  })
})

import { describe, expect, test } from 'vitest'
import { limit, request, Scripted, stop, takeProfit } from '../../test/scripted.ts'
import { quantity, rate } from '../number/units.ts'
import { fillOf, onlyReduces, reducible, takerTerms, waitingTerms } from './book-order.ts'

const FEES = { makerFeeRate: rate('0.0002'), takerFeeRate: rate('0.0005') }

describe('what an order can reduce', () => {
  test.each`
    held          | order            | units  | whole
    ${null}       | ${'sell 1 A'}    | ${'0'} | ${false}
    ${'buy 2 A'}  | ${'sell 1 A'}    | ${'1'} | ${true}
    ${'buy 2 A'}  | ${'sell 2 A'}    | ${'2'} | ${true}
    ${'buy 2 A'}  | ${'sell 3 A'}    | ${'2'} | ${false}
    ${'buy 2 A'}  | ${'buy 1 A'}     | ${'0'} | ${false}
    ${'buy 2 A'}  | ${'sell 1 B'}    | ${'0'} | ${false}
    ${'sell 2 A'} | ${'buy 1 A'}     | ${'1'} | ${true}
    ${'sell 2 A'} | ${'buy 2.001 A'} | ${'2'} | ${false}
    ${'sell 2 A'} | ${'sell 1 A'}    | ${'0'} | ${false}
  `('ORD-007 ORD-008 of $held, $order reduces $units', ({ held, order, units, whole }) => {
    const s = new Scripted()
    if (held) s.order(held)
    expect(reducible(s.account(), request(order)).toFixed()).toBe(units)
    expect(onlyReduces(s.account(), request(order))).toBe(whole)
    expect(onlyReduces(s.account(), request(order, { reduceOnly: true }))).toBe(true)
  })
})

describe('the terms of a fill', () => {
  test.each`
    more              | at       | feeRate
    ${{}}             | ${'101'} | ${'0.0005'}
    ${limit(95)}      | ${'95'}  | ${'0.0002'}
    ${stop(105)}      | ${'101'} | ${'0.0005'}
    ${takeProfit(95)} | ${'101'} | ${'0.0005'}
  `('ORD-016 a waiting order of $more.type fills at $at and pays $feeRate', ({ more, at, feeRate }) => {
    const s = new Scripted({ rules: FEES })
    s.move({ A: 101 })
    const terms = waitingTerms(s.round, request('buy 1 A', more), quantity(1))
    expect([terms.price.toFixed(), terms.feeRate.toFixed()]).toEqual([at, feeRate])
  })

  test('ORD-016 whatever fills at once takes the mark and the taker rate, a limit order too', () => {
    const s = new Scripted({ rules: FEES })
    const terms = takerTerms(s.round, request('buy 1 A', limit(120)), quantity(1))
    expect([terms.price.toFixed(), terms.feeRate.toFixed()]).toEqual(['100', '0.0005'])
  })
})

describe('the fill of an order', () => {
  test.each`
    held          | order         | reduceOnly | filled
    ${'buy 2 A'}  | ${'sell 5 A'} | ${true}    | ${'2 close'}
    ${'buy 2 A'}  | ${'sell 1 A'} | ${true}    | ${'1 reduce'}
    ${'buy 2 A'}  | ${'sell 5 A'} | ${false}   | ${'5 flip'}
    ${'buy 2 A'}  | ${'buy 1 A'}  | ${true}    | ${'nothing'}
    ${null}       | ${'buy 1 A'}  | ${true}    | ${'nothing'}
    ${'sell 2 A'} | ${'buy 5 A'}  | ${true}    | ${'2 close'}
  `('ORD-007 of $held, $order with reduce-only $reduceOnly fills $filled', (row) => {
    const s = new Scripted()
    if (row.held) s.order(row.held)
    const order = request(row.order, { reduceOnly: row.reduceOnly })
    const fill = fillOf({ market: s.round, account: s.account() }, order, takerTerms)
    expect(fill ? `${fill.quantity.toFixed()} ${fill.effect}` : 'nothing').toBe(row.filled)
  })
})

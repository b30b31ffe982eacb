import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limit, request, stop, takeProfit } from '../../test/scripted.ts'
import { price } from '../number/units.ts'
import { isDue } from './trigger.ts'

const cents = fc.integer({ min: 1, max: 1_000_000 }).map((units) => price(units).div(100))

describe('when a mark fills an order', () => {
  test.each(['buy 1 A', 'sell 1 A'])('ORD-001 a market order to %s is due at any mark', (order) => {
    for (const mark of ['0.01', '100', '1e9']) expect(isDue(request(order), price(mark))).toBe(true)
  })

  test.each`
    order         | more              | below    | at      | above
    ${'buy 1 A'}  | ${limit(95)}      | ${true}  | ${true} | ${false}
    ${'sell 1 A'} | ${limit(95)}      | ${false} | ${true} | ${true}
    ${'buy 1 A'}  | ${stop(95)}       | ${false} | ${true} | ${true}
    ${'sell 1 A'} | ${stop(95)}       | ${true}  | ${true} | ${false}
    ${'buy 1 A'}  | ${takeProfit(95)} | ${true}  | ${true} | ${false}
    ${'sell 1 A'} | ${takeProfit(95)} | ${false} | ${true} | ${true}
  `('ORD-002 ORD-003 ORD-004 $more.type to $order at 95', ({ order, more, below, at, above }) => {
    const due = (mark: string) => isDue(request(order, more), price(mark))
    expect([due('94.99'), due('95'), due('95.01')]).toEqual([below, at, above])
  })

  test('ORD-002 a buy and a sell limit of one price are both due at that price alone', () => {
    fc.assert(
      fc.property(cents, cents, (at, mark) => {
        const both = ['buy 1 A', 'sell 1 A'].every((order) =>
          isDue(request(order, limit(at.toFixed())), price(mark)),
        )
        expect(both).toBe(mark.eq(at))
      }),
    )
  })

  test('ORD-003 ORD-004 a stop and a take-profit of one side wait on opposite sides', () => {
    fc.assert(
      fc.property(cents, cents, fc.constantFrom('buy 1 A', 'sell 1 A'), (at, mark, order) => {
        const stopped = isDue(request(order, stop(at.toFixed())), price(mark))
        const taken = isDue(request(order, takeProfit(at.toFixed())), price(mark))
        expect(stopped && taken).toBe(mark.eq(at))
        expect(stopped || taken).toBe(true)
      }),
    )
  })
})

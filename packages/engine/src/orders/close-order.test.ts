import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reasonOf, Scripted } from '../../test/scripted.ts'
import { known } from '../assert.ts'
import { type Rate, rate } from '../number/units.ts'
import { closeOrder } from './close-order.ts'

/** The order that closes a share of what was bought or sold before. */
function closing(s: Scripted, share: Rate) {
  const instrument = known(s.round.config.instruments[0], 'a scripted round has instruments')
  return closeOrder(s.position('A'), instrument, share)
}

describe('the order of a close button', () => {
  test.each`
    held             | share     | side      | units
    ${'buy 2 A'}     | ${'1'}    | ${'sell'} | ${'2'}
    ${'buy 2 A'}     | ${'0.5'}  | ${'sell'} | ${'1'}
    ${'sell 2 A'}    | ${'1'}    | ${'buy'}  | ${'2'}
    ${'sell 2 A'}    | ${'0.25'} | ${'buy'}  | ${'0.5'}
    ${'buy 0.003 A'} | ${'0.5'}  | ${'sell'} | ${'0.001'}
    ${'buy 0.001 A'} | ${'0.5'}  | ${'sell'} | ${'0.001'}
    ${'buy 0.005 A'} | ${'0.75'} | ${'sell'} | ${'0.003'}
  `('ORD-007 closes $share of $held with a $side of $units', ({ held, share, side, units }) => {
    const s = new Scripted()
    s.order(held)
    expect(closing(s, rate(share))).toMatchObject({
      side,
      type: 'market',
      reduceOnly: true,
      limitPrice: null,
      triggerPrice: null,
    })
    expect(closing(s, rate(share)).quantity.toFixed()).toBe(units)
  })

  test('ORD-008 is never refused, and the whole share leaves nothing', () => {
    const thousandths = fc.integer({ min: 1, max: 40_000 })
    const shares = fc.integer({ min: 1, max: 100 })
    fc.assert(
      fc.property(thousandths, shares, fc.constantFrom('buy', 'sell'), (units, percent, side) => {
        const s = new Scripted()
        s.order(`${side} ${units / 1000} A`)
        const before = s.position('A').size
        const order = closing(s, rate(percent / 100))
        expect(reasonOf(s.send({ type: 'order.place', seat: s.seat, id: null, order }))).toBe('accepted')
        const left = s.has('A') ? s.position('A').size : before.times(0)
        expect(left.abs().lt(before.abs())).toBe(true)
        if (percent === 100) expect(left.isZero()).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

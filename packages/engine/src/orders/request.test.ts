import { describe, expect, test } from 'vitest'
import { limit, request, Scripted, stop, takeProfit } from '../../test/scripted.ts'
import { known } from '../assert.ts'
import { price, quantity, size } from '../number/units.ts'
import type { OrderType } from './order.ts'
import { checkPrice, checkRequest } from './request.ts'

const instrument = known(new Scripted().round.config.instruments[0], 'a scripted round has instruments')

/** What is said of an order's own figures, with its bound. */
function said(order: string, more = {}, after: number | string = 0): string {
  const refused = checkRequest(request(order, more), instrument, size(after))
  if (!refused) return 'nothing'
  return refused.limit ? `${refused.reason} ${refused.limit}` : refused.reason
}

describe('the quantity of an order', () => {
  test.each`
    units             | answer
    ${'-1'}           | ${'quantity_not_positive'}
    ${'-0.0001'}      | ${'quantity_not_positive'}
    ${'0'}            | ${'quantity_not_positive'}
    ${'0.0009'}       | ${'quantity_off_increment 0.001'}
    ${'0.001'}        | ${'nothing'}
    ${'0.0015'}       | ${'quantity_off_increment 0.001'}
    ${'0.002'}        | ${'nothing'}
    ${'999999.999'}   | ${'nothing'}
    ${'1000000'}      | ${'nothing'}
    ${'1000000.001'}  | ${'quantity_above_max 1000000'}
    ${'1000000.0001'} | ${'quantity_off_increment 0.001'}
  `('ORD-006 of $units: $answer', ({ units, answer }) => {
    expect(said(`buy ${units} A`)).toBe(answer)
    expect(said(`sell ${units} A`)).toBe(answer)
  })
})

describe('the price of an order', () => {
  test.each`
    at           | answer
    ${'-1'}      | ${'price_not_positive'}
    ${'0'}       | ${'price_not_positive'}
    ${'0.009'}   | ${'price_off_increment 0.01'}
    ${'0.01'}    | ${'nothing'}
    ${'95.001'}  | ${'price_off_increment 0.01'}
    ${'95.01'}   | ${'nothing'}
    ${'1000000'} | ${'nothing'}
  `('ORD-006 of $at: $answer', ({ at, answer }) => {
    for (const more of [limit(at), stop(at), takeProfit(at)]) expect(said('buy 1 A', more)).toBe(answer)
    const refused = checkPrice(price(at), instrument)
    expect(refused?.reason ?? 'nothing').toBe(answer.split(' ')[0])
  })

  const at = price(90)
  test.each<[OrderType, boolean, boolean, string]>([
    ['market', false, false, 'nothing'],
    ['market', true, false, 'price_unexpected'],
    ['market', false, true, 'price_unexpected'],
    ['market', true, true, 'price_unexpected'],
    ['limit', false, false, 'price_missing'],
    ['limit', true, false, 'nothing'],
    ['limit', false, true, 'price_missing'],
    ['limit', true, true, 'price_unexpected'],
    ['stop', false, false, 'price_missing'],
    ['stop', true, false, 'price_missing'],
    ['stop', false, true, 'nothing'],
    ['stop', true, true, 'price_unexpected'],
    ['take-profit', false, false, 'price_missing'],
    ['take-profit', true, false, 'price_missing'],
    ['take-profit', false, true, 'nothing'],
    ['take-profit', true, true, 'price_unexpected'],
  ])('ORD-006 of a %s order with a limit %s and a trigger %s: %s', (type, limited, triggered, answer) => {
    const prices = { limitPrice: limited ? at : null, triggerPrice: triggered ? at : null }
    expect(said('buy 1 A', { type, ...prices })).toBe(answer)
  })

  test('ORD-012 quantity is looked at before price', () => {
    expect(said('buy 0 A', limit('95.001'))).toBe('quantity_not_positive')
    expect(said('buy 0.0015 A', limit(0))).toBe('quantity_off_increment 0.001')
    expect(said('buy 1000001 A', limit(0))).toBe('quantity_above_max 1000000')
  })

  test.each`
    after            | answer
    ${'1000000'}     | ${'nothing'}
    ${'-1000000'}    | ${'nothing'}
    ${'1000000.001'} | ${'quantity_above_max 1000000'}
    ${'-1000001'}    | ${'quantity_above_max 1000000'}
  `('ORD-006 of an order that would enlarge to $after: $answer', ({ after, answer }) => {
    expect(said('buy 1 A', {}, after)).toBe(answer)
  })

  test('ORD-006 the bound is written as people write it', () => {
    const huge = { ...instrument, quantityMax: quantity('1e21') }
    expect(checkRequest(request('buy 1e22 A'), huge, size(0))?.limit).toBe('1000000000000000000000')
  })
})

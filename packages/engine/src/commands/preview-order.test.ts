import { describe, expect, test } from 'vitest'
import { affairs, limit, request, Scripted, stop } from '../../test/scripted.ts'
import { Fault } from '../assert.ts'
import { money, type OrderRequest, rate, seatId, view } from '../index.ts'
import { atRisk, type OrderPreview, previewOrder } from './preview-order.ts'

const shown = (s: Scripted, order: string, more: Partial<OrderRequest> = {}) =>
  previewOrder(s.round, s.seat, request(order, more))

/** The figures of the ticket, as text. */
const figures = (preview: OrderPreview) => ({
  effect: preview.effect,
  price: preview.price.toFixed(),
  fee: preview.fee.toFixed(),
  margin: preview.margin.toFixed(),
  free: preview.freeMarginAfter.toFixed(),
  risk: preview.atRisk.toFixed(),
})

describe('what the ticket shows', () => {
  test.each`
    mode          | held         | order         | effect        | fee      | free       | risk
    ${'cross'}    | ${null}      | ${'buy 2 A'}  | ${'open'}     | ${'0.2'} | ${'959.8'} | ${'999.8'}
    ${'isolated'} | ${null}      | ${'buy 2 A'}  | ${'open'}     | ${'0.2'} | ${'959.8'} | ${'40'}
    ${'cross'}    | ${null}      | ${'sell 2 A'} | ${'open'}     | ${'0.2'} | ${'959.8'} | ${'999.8'}
    ${'isolated'} | ${'buy 2 A'} | ${'buy 1 A'}  | ${'increase'} | ${'0.1'} | ${'939.7'} | ${'60'}
    ${'isolated'} | ${'buy 2 A'} | ${'sell 1 A'} | ${'reduce'}   | ${'0.1'} | ${'979.7'} | ${'20'}
    ${'isolated'} | ${'buy 2 A'} | ${'sell 2 A'} | ${'close'}    | ${'0.2'} | ${'999.6'} | ${'0'}
    ${'cross'}    | ${'buy 2 A'} | ${'sell 6 A'} | ${'flip'}     | ${'0.6'} | ${'919.2'} | ${'999.2'}
  `('ORD-013 $mode, holding $held, $order: $effect, fee $fee, $free free', (row) => {
    const s = new Scripted({ mode: row.mode, rules: { takerFeeRate: rate('0.001') } })
    if (row.held) s.order(row.held)
    const { effect, fee, free, risk } = row
    expect(figures(shown(s, row.order))).toMatchObject({ effect, price: '100', fee, free, risk })
    s.order(row.order)
    expect(s.free()).toBe(free)
  })

  test.each`
    held         | order         | margin
    ${null}      | ${'buy 2 A'}  | ${'40.2'}
    ${'buy 2 A'} | ${'buy 1 A'}  | ${'20.1'}
    ${'buy 2 A'} | ${'sell 1 A'} | ${'0'}
    ${'buy 2 A'} | ${'sell 6 A'} | ${'40.6'}
  `('ORD-013 holding $held, $order takes $margin out of free margin, fee included', (row) => {
    const s = new Scripted({ rules: { takerFeeRate: rate('0.001') } })
    if (row.held) s.order(row.held)
    expect(shown(s, row.order).margin.toFixed()).toBe(row.margin)
  })

  test.each`
    mode          | order          | liquidation | bankruptcy | distance
    ${'isolated'} | ${'buy 10 A'}  | ${'80.41'}  | ${'80'}    | ${'0.1959'}
    ${'isolated'} | ${'sell 10 A'} | ${'119.4'}  | ${'120'}   | ${'0.194'}
    ${'cross'}    | ${'buy 20 A'}  | ${'50.26'}  | ${'50'}    | ${'0.4974'}
    ${'cross'}    | ${'sell 20 A'} | ${'149.25'} | ${'150'}   | ${'0.4925'}
  `('MAR-006 MAR-008 $mode $order: liquidated at $liquidation, bankrupt at $bankruptcy', (row) => {
    const preview = shown(new Scripted({ mode: row.mode }), row.order)
    expect(preview.liquidationPrice?.toFixed()).toBe(row.liquidation)
    expect(preview.bankruptcyPrice?.toFixed()).toBe(row.bankruptcy)
    expect(preview.distance?.toFixed()).toBe(row.distance)
  })

  test('MAR-007 a position that no price liquidates shows none, and no distance', () => {
    const preview = shown(new Scripted(), 'buy 1 A')
    expect([preview.liquidationPrice, preview.distance]).toEqual([null, null])
  })

  test.each`
    more          | fillsNow | price    | fee
    ${{}}         | ${true}  | ${'100'} | ${'0.5'}
    ${limit(110)} | ${true}  | ${'100'} | ${'0.5'}
    ${limit(90)}  | ${false} | ${'90'}  | ${'0.18'}
    ${stop(110)}  | ${false} | ${'100'} | ${'0.5'}
  `('ORD-013 ORD-016 a buy of 10, $more.type, shows a price of $price and a fee of $fee', (row) => {
    const s = new Scripted({ rules: { takerFeeRate: rate('0.0005'), makerFeeRate: rate('0.0002') } })
    const preview = shown(s, 'buy 10 A', row.more)
    expect(preview.fillsNow).toBe(row.fillsNow)
    expect([preview.price.toFixed(), preview.fee.toFixed()]).toEqual([row.price, row.fee])
  })

  test('ORD-007 a reduce-only order is shown cut to what is held', () => {
    const s = new Scripted()
    s.order('buy 2 A')
    expect(shown(s, 'sell 5 A', { reduceOnly: true })).toMatchObject({ effect: 'close', after: null })
  })
})

describe('an order that would be refused', () => {
  test('ORD-013 is shown with its figures and the reason', () => {
    const preview = shown(new Scripted(), 'buy 60 A')
    expect(preview.rejection).toMatchObject({ reason: 'margin_insufficient', shortfall: money(200) })
    expect(preview.fillsNow).toBe(false)
    expect(preview.after?.size.toFixed()).toBe('60')
    expect(preview.freeMarginAfter.toFixed()).toBe('-200')
  })

  test.each`
    order         | more                    | reason
    ${'buy 0 A'}  | ${{}}                   | ${'quantity_not_positive'}
    ${'buy -1 A'} | ${{}}                   | ${'quantity_not_positive'}
    ${'sell 1 A'} | ${{ reduceOnly: true }} | ${'nothing_to_reduce'}
  `('ORD-013 $order does nothing: no effect, no fee, no margin ($reason)', ({ order, more, reason }) => {
    const preview = shown(new Scripted(), order, more)
    expect(preview.rejection?.reason).toBe(reason)
    expect(preview).toMatchObject({ effect: null, after: null, liquidationPrice: null, distance: null })
    expect(figures(preview)).toMatchObject({ fee: '0', margin: '0', free: '1000', risk: '0' })
  })

  test('ORD-013 a seat that has no account cannot ask', () => {
    const s = new Scripted()
    expect(() => previewOrder(s.round, seatId('s9'), request('buy 1 A'))).toThrow(Fault)
  })
})

describe('a preview', () => {
  test('ORD-013 changes nothing, and a view gives the same answer as the round', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 2 A')
    const before = affairs(s.round)
    const order = request('sell 5 A')
    expect(previewOrder(view(s.round, s.seat), s.seat, order)).toEqual(previewOrder(s.round, s.seat, order))
    expect(affairs(s.round)).toBe(before)
  })
})

describe('what can be lost', () => {
  test.each`
    mode          | mark     | risk
    ${'isolated'} | ${'100'} | ${'200'}
    ${'isolated'} | ${'90'}  | ${'200'}
    ${'cross'}    | ${'100'} | ${'1000'}
    ${'cross'}    | ${'90'}  | ${'900'}
  `('MAR-017 $mode, long 10 from 100 at $mark: $risk', ({ mode, mark, risk }) => {
    const s = new Scripted({ mode })
    s.order('buy 10 A')
    s.move({ A: mark })
    expect(atRisk(s.round, s.account(), s.position('A')).toFixed()).toBe(risk)
  })

  test('MAR-017 nothing without a position, and never less than nothing', () => {
    const s = new Scripted()
    s.order('buy 10 A')
    expect(atRisk(s.round, s.account(), null).toFixed()).toBe('0')
    const deep = { ...s.account(), cash: money(-5000) }
    expect(atRisk(s.round, deep, s.position('A')).toFixed()).toBe('0')
  })
})

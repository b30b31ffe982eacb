import { describe, expect, test } from 'vitest'
import { limit, reasonOf, request, Scripted, stop, takeProfit } from '../../test/scripted.ts'
import {
  deriveTiers,
  execute,
  instrumentId,
  isInTrouble,
  money,
  type OrderRequest,
  price,
  quantity,
  rate,
  seatId,
  size,
} from '../index.ts'
import { checkFreeMargin, checkOrder, checkTier, ORDERS_MAX, planOrder } from './check-order.ts'

const s1 = seatId('s1')

describe('the first reason that holds', () => {
  /** Each step puts one thing right; what was wrong behind it is told next. */
  const wrong: Partial<OrderRequest> = { ...stop('105.001'), limitPrice: price(0), reduceOnly: true }
  const steps: readonly [string, Partial<OrderRequest>, string][] = [
    ['buy -0.0005 Z', wrong, 'instrument_unknown'],
    ['sell -0.0005 A', wrong, 'quantity_not_positive'],
    ['sell 0.0005 A', wrong, 'quantity_off_increment'],
    ['sell 2000000 A', wrong, 'quantity_above_max'],
    ['sell 1 A', wrong, 'price_unexpected'],
    ['sell 1 A', { ...wrong, limitPrice: null, triggerPrice: null }, 'price_missing'],
    ['sell 1 A', { ...wrong, limitPrice: null, triggerPrice: price(0) }, 'price_not_positive'],
    ['sell 1 A', { ...wrong, limitPrice: null }, 'price_off_increment'],
    ['sell 1 A', { ...stop(105), reduceOnly: true }, 'trigger_already_met'],
    ['sell 1 A', { ...stop(95), reduceOnly: true }, 'nothing_to_reduce'],
    ['sell 200 A', stop(95), 'margin_insufficient'],
    ['sell 1 A', stop(95), 'nothing'],
  ]
  test.each(steps)('ORD-012 %s (%j): %s', (order, more, reason) => {
    const s = new Scripted()
    expect(checkOrder(s.round, s1, request(order, more))?.reason ?? 'nothing').toBe(reason)
  })

  test('ORD-012 who asks is looked at before what is asked', () => {
    const s = new Scripted()
    const order = request('buy 0 Z', limit(0))
    expect(checkOrder(s.round, seatId('s9'), order)?.reason).toBe('seat_unknown')
    execute(s.round, { type: 'round.end' })
    expect(checkOrder(s.round, seatId('s9'), order)?.reason).toBe('round_not_running')
  })

  test('ORD-012 a wiped account hears that it is wiped before anything about its order', () => {
    const s = new Scripted()
    s.order('buy 45 A')
    s.move({ A: 70 })
    expect(checkOrder(s.round, s1, request('buy 0 Z'))?.reason).toBe('account_wiped')
  })

  test('ORD-012 fifty orders are told before nothing to reduce and before money', () => {
    const s = new Scripted()
    for (let n = 0; n < ORDERS_MAX; n += 1) s.order('buy 0.001 A', limit(50))
    const refused = (text: string, more: Partial<OrderRequest>) =>
      checkOrder(s.round, s1, request(text, more))
    expect(refused('sell 1 B', { ...limit(110), reduceOnly: true })?.reason).toBe('orders_too_many')
    expect(refused('buy 900 A', limit(99))?.reason).toBe('orders_too_many')
    expect(refused('sell 1 B', { reduceOnly: true })?.reason).toBe('nothing_to_reduce')
    expect(refused('sell 1 A', stop(105))?.reason).toBe('trigger_already_met')
  })

  test('ORD-012 the tier is told before money', () => {
    const s = new Scripted({ leverage: 20, rules: { closingFeeRate: rate('0.05') } })
    expect(checkOrder(s.round, s1, request('buy 900 A'))?.reason).toBe('leverage_above_tier')
  })
})

describe('how many orders may wait', () => {
  test('ORD-014 the fiftieth waits, the fifty-first is refused, one taken back makes room for one', () => {
    const s = new Scripted()
    for (let n = 1; n <= 50; n += 1) expect(reasonOf(s.order('buy 0.001 A', limit(50)))).toBe('accepted')
    expect(s.waiting()).toHaveLength(50)
    expect(reasonOf(s.order('buy 0.001 B', limit(50)))).toBe('orders_too_many')
    const [first] = s.waiting()
    if (first) s.cancel(first.id)
    expect(reasonOf(s.order('buy 0.001 B', limit(50)))).toBe('accepted')
    expect(reasonOf(s.order('buy 0.001 C', limit(50)))).toBe('orders_too_many')
  })

  test('ORD-014 what fills at once needs no room, and another account has its own', () => {
    const s = new Scripted()
    const other = s.join('s2')
    for (let n = 1; n <= 50; n += 1) s.order('buy 0.001 A', limit(50))
    expect(reasonOf(s.order('buy 1 A', limit(101)))).toBe('accepted')
    expect(reasonOf(s.order('buy 1 A', limit(50), other))).toBe('accepted')
  })
})

describe('the largest position', () => {
  const small = (s: Scripted) =>
    s.round.config.instruments.map((one) => ({ ...one, quantityMax: quantity(10) }))
  const capped = () => new Scripted({ config: { instruments: small(new Scripted()) } })

  test.each`
    held          | order            | more         | answer
    ${null}       | ${'buy 10 A'}    | ${{}}        | ${'accepted'}
    ${'buy 6 A'}  | ${'buy 4 A'}     | ${{}}        | ${'accepted'}
    ${'buy 6 A'}  | ${'buy 4.001 A'} | ${{}}        | ${'quantity_above_max'}
    ${'buy 6 A'}  | ${'buy 5 A'}     | ${limit(90)} | ${'quantity_above_max'}
    ${'sell 6 A'} | ${'sell 5 A'}    | ${{}}        | ${'quantity_above_max'}
    ${'buy 6 A'}  | ${'sell 10 A'}   | ${{}}        | ${'accepted'}
    ${'sell 6 A'} | ${'buy 10 A'}    | ${{}}        | ${'accepted'}
  `('ORD-006 of ten units, $held, then $order: $answer', ({ held, order, more, answer }) => {
    const s = capped()
    if (held) s.order(held)
    expect(reasonOf(s.order(order, more))).toBe(answer)
  })
})

describe('nothing is liquidatable the moment it is opened', () => {
  test.each`
    fee          | leverage | answer
    ${'0'}       | ${20}    | ${'accepted'}
    ${'0.045'}   | ${20}    | ${'accepted'}
    ${'0.04501'} | ${20}    | ${'leverage_above_tier'}
    ${'0.04501'} | ${19}    | ${'accepted'}
  `('MAR-015 a closing fee of $fee at $leverage x: $answer', ({ fee, leverage, answer }) => {
    for (const order of ['buy 1 A', 'sell 1 A']) {
      for (const mode of ['cross', 'isolated'] as const) {
        const s = new Scripted({ leverage, mode, rules: { closingFeeRate: rate(fee) } })
        expect(reasonOf(s.order(order))).toBe(answer)
        if (answer === 'accepted') expect(isInTrouble(s.round, s.account())).toBe(false)
      }
    }
  })

  test('MAR-015 a waiting order is measured at its own price', () => {
    const tiers = deriveTiers([
      { floor: 0, maintenanceRate: '0.005' },
      { floor: 1000, maintenanceRate: '0.4' },
    ])
    const instruments = new Scripted().round.config.instruments.map((one) => ({ ...one, tiers }))
    const s = new Scripted({ leverage: 5, config: { instruments } })
    expect(reasonOf(s.order('buy 20 A', limit(50)))).toBe('accepted')
    expect(reasonOf(s.order('buy 20 A', limit(99)))).toBe('leverage_above_tier')
    expect(reasonOf(s.order('sell 20 A', takeProfit(130)))).toBe('leverage_above_tier')
  })

  test('MAR-015 the bound that is named is a leverage that would do, rounded down', () => {
    const s = new Scripted({ leverage: 20, rules: { closingFeeRate: rate('0.06') } })
    const given = { order: { instrument: instrumentId('A') }, after: size(1), at: price(100) }
    expect(checkTier(s.round, s.account(), given)?.limit).toBe('15.38')
    s.leverage('A', '15.38')
    expect(checkTier(s.round, s.account(), given)).toBeNull()
    s.leverage('A', '15.39')
    expect(checkTier(s.round, s.account(), given)).not.toBeNull()
  })
})

describe('money for what is opened', () => {
  test.each`
    mode          | order              | answer
    ${'cross'}    | ${'buy 50 A'}      | ${'accepted'}
    ${'cross'}    | ${'buy 50.001 A'}  | ${'margin_insufficient'}
    ${'cross'}    | ${'sell 50 A'}     | ${'accepted'}
    ${'cross'}    | ${'sell 50.001 A'} | ${'margin_insufficient'}
    ${'isolated'} | ${'buy 50 A'}      | ${'accepted'}
    ${'isolated'} | ${'buy 50.001 A'}  | ${'margin_insufficient'}
    ${'isolated'} | ${'sell 50 A'}     | ${'accepted'}
    ${'isolated'} | ${'sell 50.001 A'} | ${'margin_insufficient'}
  `('MAR-005 $mode: of 1,000 dollars at 5x, $order is $answer', ({ mode, order, answer }) => {
    expect(reasonOf(new Scripted({ mode }).order(order))).toBe(answer)
  })

  test('MAR-005 the fee has to be there too, to the last unit', () => {
    const rules = { takerFeeRate: rate('0.001') }
    expect(reasonOf(new Scripted({ cash: 201, rules }).order('buy 10 A'))).toBe('accepted')
    const short = new Scripted({ rules, config: { startingCash: money('200.99999999') } })
    expect(checkOrder(short.round, s1, request('buy 10 A'))).toMatchObject({
      reason: 'margin_insufficient',
      shortfall: money('0.00000001'),
    })
  })

  test('MAR-005 free margin of exactly nothing covers; less than nothing is named as what is missing', () => {
    const s = new Scripted()
    s.order('buy 50 A')
    expect(checkFreeMargin(s.round, s.account())).toBeNull()
    s.move({ A: 99 })
    expect(checkFreeMargin(s.round, s.account())?.shortfall?.toFixed()).toBe('40')
  })

  test('ORD-008 a turn is measured by what it opens: the part that closes asks for nothing', () => {
    const s = new Scripted()
    s.order('buy 50 A')
    expect(reasonOf(s.order('sell 100 A'))).toBe('accepted')
    expect(s.position('A').size.toFixed()).toBe('-50')
    expect(reasonOf(s.order('buy 100.001 A'))).toBe('margin_insufficient')
  })
})

describe('a plan', () => {
  test('changes nothing, and numbers the order as the next of its seat', () => {
    const s = new Scripted()
    s.order('buy 1 A')
    const plan = planOrder(s.round, s1, request('buy 1 A', limit(90)))
    expect(plan.do === 'wait' && plan.order.id).toBe('s1-o2')
    expect(s.waiting()).toEqual([])
    expect(plan.do === 'wait' && plan.account.orders.size).toBe(1)
  })
})

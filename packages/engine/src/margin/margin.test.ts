import { describe, expect, test } from 'vitest'
import { limit, reasonOf, request, Scripted } from '../../test/scripted.ts'
import {
  bankruptcyPriceOf,
  checkLeverage,
  deriveTiers,
  freeMargin,
  initialMargin,
  instrumentId,
  isolatedEquity,
  liquidationPriceOf,
  maintenanceMargin,
  money,
  previewOrder,
  price,
  rate,
  requirement,
  riskOf,
  seatId,
  unrealizedPnl,
} from '../index.ts'

const A = instrumentId('A')
const tiers = deriveTiers([
  { floor: money(0), maintenanceRate: rate('0.005') },
  { floor: money(1000), maintenanceRate: rate('0.01') },
  { floor: money(5000), maintenanceRate: rate('0.05') },
])

/** A round in which A has three tiers. */
function tiered(wishes: ConstructorParameters<typeof Scripted>[0] = {}): Scripted {
  const plain = new Scripted().round.config.instruments
  return new Scripted({
    ...wishes,
    config: { instruments: plain.map((one) => (one.id === A ? { ...one, tiers } : one)) },
  })
}

const transfer = (s: Scripted, amount: number | string) =>
  s.send({ type: 'margin.transfer', seat: s.seat, id: null, instrument: A, amount: money(amount) })
const leverage = (s: Scripted, to: number) =>
  s.send({ type: 'leverage.set', seat: s.seat, id: null, instrument: A, leverage: rate(to) })
const setMode = (s: Scripted, marginMode: 'cross' | 'isolated') =>
  s.send({ type: 'margin-mode.set', seat: s.seat, id: null, instrument: A, marginMode })

describe('what stands behind a position', () => {
  test.each`
    order         | mark   | pnl
    ${'buy 2 A'}  | ${110} | ${20}
    ${'buy 2 A'}  | ${90}  | ${-20}
    ${'sell 2 A'} | ${90}  | ${20}
    ${'sell 2 A'} | ${110} | ${-20}
  `('MAR-001 unrealised P&L of $order from 100 at $mark is $pnl', ({ order, mark, pnl }) => {
    const s = new Scripted()
    s.order(order)
    expect(unrealizedPnl(s.position('A'), price(mark)).toNumber()).toBe(pnl)
  })

  test('MAR-002 initial margin is the notional over the leverage, rounded up', () => {
    expect(initialMargin(money(1000), rate(5)).toFixed()).toBe('200')
    expect(initialMargin(money(100), rate(3)).toFixed()).toBe('33.33333334')
  })

  test.each`
    notional | maintenance
    ${500}   | ${'2.5'}
    ${1000}  | ${'5'}
    ${2000}  | ${'15'}
    ${5000}  | ${'45'}
    ${6000}  | ${'95'}
  `(
    'MAR-003 maintenance of $notional is $maintenance, without a step at a floor',
    ({ notional, maintenance }) => {
      const [instrument] = tiered().round.config.instruments
      if (!instrument) throw new Error('no instrument')
      expect(maintenanceMargin(instrument, money(notional)).toFixed()).toBe(maintenance)
    },
  )

  test('MAR-003 maintenance does not depend on the leverage', () => {
    const at = (lev: number) => {
      const s = tiered({ leverage: lev })
      s.order('buy 5 A')
      return riskOf(s.round, s.account()).cross.requirement.toFixed()
    }
    expect(at(2)).toBe(at(20))
  })

  test('MAR-004 the requirement is maintenance and the fee of closing', () => {
    const [instrument] = tiered().round.config.instruments
    if (!instrument) throw new Error('no instrument')
    expect(requirement(instrument, money(2000), rate('0.001')).toFixed()).toBe('17')
  })

  test('MAR-005 free margin is equity less initial margins and order margin, and may be negative', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 50 A')
    s.order('buy 10 B', limit(90))
    expect(freeMargin(s.round, s.account()).toFixed()).toBe('410')
    s.move({ A: 88 })
    expect(freeMargin(s.round, s.account()).toFixed()).toBe('-130')
    expect(s.has('A')).toBe(true)
  })

  test('MAR-017 what can be lost is the isolated margin, or the whole cross equity', () => {
    const isolated = new Scripted({ mode: 'isolated' })
    expect(previewOrder(isolated.round, isolated.seat, request('buy 10 A')).atRisk.toFixed()).toBe('200')
    const cross = new Scripted()
    expect(previewOrder(cross.round, cross.seat, request('buy 10 A')).atRisk.toFixed()).toBe('1000')
  })
})

describe('liquidation and bankruptcy price', () => {
  test('MAR-006 long 1 from 100 with 20 is liquidated at 80 / 0.995', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 1 A')
    expect(s.position('A').margin.toFixed()).toBe('20')
    expect(liquidationPriceOf(s.round, s.account(), A)?.toFixed()).toBe('80.41')
  })

  test.each`
    order          | mode          | leverage
    ${'buy 9 A'}   | ${'isolated'} | ${5}
    ${'sell 9 A'}  | ${'isolated'} | ${5}
    ${'buy 60 A'}  | ${'isolated'} | ${10}
    ${'sell 60 A'} | ${'isolated'} | ${10}
    ${'sell 12 A'} | ${'cross'}    | ${5}
    ${'buy 40 A'}  | ${'cross'}    | ${5}
  `(
    'MAR-006 $order $mode at $leverage x lives one increment before the shown price and not one after',
    (row) => {
      const s = tiered({ mode: row.mode, leverage: row.leverage })
      s.order(row.order)
      s.order('buy 2 B')
      const shown = liquidationPriceOf(s.round, s.account(), A)
      if (!shown) throw new Error('there is a liquidation price')
      const away = row.order.startsWith('buy') ? '0.01' : '-0.01'
      s.move({ A: shown.plus(away).toFixed() })
      expect(s.has('A')).toBe(true)
      s.move({ A: shown.minus(away).toFixed() })
      expect(s.has('A')).toBe(false)
    },
  )

  test('MAR-007 a price is rounded against the player: up for a long, down for a short', () => {
    const long = new Scripted({ mode: 'isolated' })
    long.order('buy 1 A')
    expect(liquidationPriceOf(long.round, long.account(), A)?.toFixed()).toBe('80.41')
    const short = new Scripted({ mode: 'isolated' })
    short.order('sell 1 A')
    expect(liquidationPriceOf(short.round, short.account(), A)?.toFixed()).toBe('119.4')
  })

  test('MAR-007 there is none while the whole balance is more than the position could lose', () => {
    const s = new Scripted()
    s.order('buy 5 A')
    expect(liquidationPriceOf(s.round, s.account(), A)).toBeNull()
  })

  test('MAR-008 the bankruptcy price lays the margin, or all cross equity, on the position', () => {
    const isolated = new Scripted({ mode: 'isolated' })
    isolated.order('sell 2 A')
    expect(bankruptcyPriceOf(isolated.round, isolated.account(), A)?.toFixed()).toBe('120')
    const cross = new Scripted()
    cross.order('buy 20 A')
    cross.order('buy 10 B')
    cross.move({ A: 90 })
    expect(bankruptcyPriceOf(cross.round, cross.account(), A)?.toFixed()).toBe('50')
  })
})

describe('what a fill does', () => {
  test('MAR-009 an isolated open takes its margin out of cash, a cross open takes nothing', () => {
    const isolated = new Scripted({ mode: 'isolated' })
    isolated.order('buy 10 A')
    expect(isolated.account().cash.toFixed()).toBe('800')
    isolated.order('buy 5 A')
    expect(isolated.position('A').margin.toFixed()).toBe('300')
    const cross = new Scripted()
    cross.order('buy 10 A')
    expect(cross.account().cash.toFixed()).toBe('1000')
    expect(cross.position('A').margin.toFixed()).toBe('0')
  })

  test('MAR-010 a partial close releases margin pro rata and realises its part', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.move({ A: 94 })
    s.order('sell 5 A')
    expect(s.account().cash.toFixed()).toBe('870')
    expect(s.account().realizedPnl.toFixed()).toBe('-30')
    expect(s.position('A').margin.toFixed()).toBe('100')
    expect(isolatedEquity(s.position('A'), price(94)).toFixed()).toBe('70')
  })

  test('MAR-010 a cost that does not divide loses nothing over the life of a position', () => {
    const s = new Scripted()
    s.order('buy 3 A')
    s.move({ A: '100.01' })
    s.order('buy 4 A')
    s.move({ A: '101' })
    for (const part of ['sell 1 A', 'sell 2 A', 'sell 4 A']) s.order(part)
    const gain = s.account().cash.minus(1000)
    expect(gain.lte('6.96') && gain.gt('6.9599999')).toBe(true)
  })

  test.each`
    mode
    ${'cross'}
    ${'isolated'}
  `('MAR-011 a flip in $mode mode is a full close and a fresh open', ({ mode }) => {
    const s = new Scripted({ mode })
    s.order('buy 4 A')
    s.move({ A: 110 })
    s.order('sell 10 A')
    expect(s.position('A').size.toFixed()).toBe('-6')
    expect(s.position('A').entryCost.toFixed()).toBe('-660')
    expect(s.position('A').openedAtTick).toBe(1)
    expect(s.account().realizedPnl.toFixed()).toBe('40')
    expect(s.account().cash.plus(s.position('A').margin).toFixed()).toBe('1040')
  })
})

describe('margin that is moved by hand', () => {
  test('MAR-012 margin may be added while there is free margin', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    expect(transfer(s, 800).status).toBe('accepted')
    expect(s.position('A').margin.toFixed()).toBe('1000')
    expect(reasonOf(transfer(s, '0.01'))).toBe('margin_insufficient')
  })

  test('MAR-012 margin may be taken back down to the initial margin at the mark', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    expect(reasonOf(transfer(s, '-0.01'))).toBe('margin_not_removable')
    s.move({ A: 110 })
    expect(transfer(s, -80).status).toBe('accepted')
    expect(reasonOf(transfer(s, '-0.00000001'))).toBe('margin_not_removable')
    expect(s.position('A').margin.toFixed()).toBe('120')
  })

  test.each`
    amount           | reason
    ${0}             | ${'amount_not_valid'}
    ${'0.000000001'} | ${'amount_not_valid'}
  `('MAR-012 an amount of $amount is refused', ({ amount, reason }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    expect(reasonOf(transfer(s, amount))).toBe(reason)
  })

  test('MAR-012 only an isolated position has a margin of its own', () => {
    const s = new Scripted()
    expect(reasonOf(transfer(s, 1))).toBe('position_unknown')
    s.order('buy 1 A')
    expect(reasonOf(transfer(s, 1))).toBe('position_not_isolated')
  })

  test.each`
    order          | from | to   | mark   | margin
    ${'buy 10 A'}  | ${4} | ${1} | ${120} | ${'1000'}
    ${'sell 10 A'} | ${4} | ${7} | ${120} | ${'371.42857143'}
    ${'buy 10 A'}  | ${4} | ${5} | ${100} | ${'200'}
  `(
    'MAR-013 $order at $from x, mark $mark, to $to x: margin becomes $margin',
    ({ order, from, to, mark, margin }) => {
      const s = new Scripted({ mode: 'isolated', leverage: from, cash: 2000 })
      s.order(order)
      s.move({ A: mark })
      expect(leverage(s, to).status).toBe('accepted')
      expect(s.position('A').margin.toFixed()).toBe(margin)
      expect(s.account().cash.plus(margin).toFixed()).toBe('2000')
    },
  )

  test('MAR-013 a lower leverage that the account cannot pay for is refused', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 10 })
    s.order('buy 90 A')
    expect(reasonOf(leverage(s, 5))).toBe('margin_insufficient')
    const cross = new Scripted({ leverage: 10 })
    cross.order('buy 90 A')
    expect(reasonOf(leverage(cross, 5))).toBe('margin_insufficient')
  })

  test('MAR-013 setting the leverage that is set moves no money, however far the mark has gone', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 5, cash: 200 })
    s.order('buy 10 A')
    s.move({ A: 85 })
    expect(leverage(s, 5).status).toBe('accepted')
    expect(s.position('A').margin.toFixed()).toBe('200')
    expect(s.account().cash.toFixed()).toBe('0')
  })
})

describe('modes, caps and tiers', () => {
  test('MAR-014 a position or an order locks the margin mode', () => {
    const s = new Scripted()
    s.order('buy 1 A', limit(90))
    expect(reasonOf(setMode(s, 'isolated'))).toBe('mode_locked_by_order')
    s.move({ A: 90 })
    expect(reasonOf(setMode(s, 'isolated'))).toBe('mode_locked_by_position')
    s.order('sell 1 A')
    expect(reasonOf(setMode(s, 'isolated'))).toBe('accepted')
    s.order('buy 1 A')
    expect(s.position('A').marginMode).toBe('isolated')
  })

  test('MAR-015 an order is refused when its initial margin would be less than the requirement', () => {
    const s = tiered({ leverage: 20, cash: 100_000, rules: { leverageMax: rate(50) } })
    expect(leverage(s, 50).status).toBe('accepted')
    expect(reasonOf(s.order('buy 40 A'))).toBe('accepted')
    expect(reasonOf(s.order('buy 1000 A'))).toBe('leverage_above_tier')
    expect(leverage(s, 20).status).toBe('accepted')
    expect(reasonOf(s.order('buy 1000 A'))).toBe('accepted')
    expect(checkLeverage(s.round, { seat: s.seat, instrument: A, leverage: rate(50) })?.reason).toBe(
      'leverage_above_tier',
    )
  })

  test.each`
    policy             | mode          | reason
    ${'cross-only'}    | ${'isolated'} | ${'mode_not_allowed'}
    ${'isolated-only'} | ${'cross'}    | ${'mode_not_allowed'}
    ${'choice'}        | ${'isolated'} | ${'accepted'}
  `('MAR-016 with the policy $policy, $mode is $reason', ({ policy, mode, reason }) => {
    const s = new Scripted({ rules: { modePolicy: policy } })
    expect(reasonOf(setMode(s, mode))).toBe(reason)
  })

  test.each`
    to     | reason
    ${0.5} | ${'leverage_below_one'}
    ${21}  | ${'leverage_above_max'}
    ${20}  | ${'accepted'}
    ${1}   | ${'accepted'}
  `('MAR-016 a leverage of $to is $reason', ({ to, reason }) => {
    expect(reasonOf(leverage(new Scripted(), to))).toBe(reason)
  })

  test('MAR-016 a seat that does not exist has nothing to set', () => {
    const s = new Scripted()
    const outcome = s.send({
      type: 'leverage.set',
      seat: seatId('s9'),
      id: null,
      instrument: A,
      leverage: rate(2),
    })
    expect(reasonOf(outcome)).toBe('seat_unknown')
  })
})

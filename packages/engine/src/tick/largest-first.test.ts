import { describe, expect, test } from 'vitest'
import { limit, Scripted, THREE_TIERS, type Wishes } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import type { PositionLiquidated, RoundEvent } from '../event.ts'
import { deriveTiers, type Instrument, instrumentId, money, price, quantity, rate, riskOf } from '../index.ts'

const liquidations = (events: readonly RoundEvent[]): readonly PositionLiquidated[] =>
  events.filter((event) => event.type === 'position.liquidated')

const largestFirst = (wishes: Wishes = {}): Scripted =>
  new Scripted({ ...wishes, rules: { ...wishes.rules, crossPolicy: 'largest-first' } })

const instrument = (id: string, openingPrice: number): Instrument => ({
  id: instrumentId(id),
  name: id,
  class: 'MAJ1',
  openingPrice: price(openingPrice),
  priceIncrement: price('0.01'),
  sizeIncrement: quantity('0.0001'),
  quantityMax: quantity(1000),
  tiers: deriveTiers([{ floor: money(0), maintenanceRate: rate('0.05') }]),
})

describe('largest first', () => {
  test('LIQ-013 the largest requirement is cut by the exact deficit and the account lives', () => {
    const s = largestFirst({
      cash: 7065,
      leverage: 10,
      config: { instruments: [instrument('ETH', 2000), instrument('BTC', 50_000)] },
    })
    s.order('buy 10 ETH')
    s.order('buy 1 BTC')
    const [first, ...others] = liquidations(s.move({ ETH: 1900, BTC: 47_000 }))
    expect(first).toMatchObject({ instrument: 'BTC' })
    expect(first?.size.toFixed()).toBe('0.1')
    expect(others).toEqual([])
    expect(s.position('BTC').size.toFixed()).toBe('0.9')
    expect(s.position('ETH').size.toFixed()).toBe('10')
    expect(s.account().cash.toFixed()).toBe('6765')
  })

  test('LIQ-013 a part is rounded up to the size increment, so that the account is healthy after it', () => {
    const s = largestFirst()
    s.order('buy 49 A')
    const [event] = liquidations(s.move({ A: '79.97' }))
    expect(event?.size.mod('0.001').isZero()).toBe(true)
    const { cross } = riskOf(s.round, s.account())
    expect(cross.equity.gte(cross.requirement)).toBe(true)
  })

  test('LIQ-013 with increments finer than a unit of money it comes to an end all the same', () => {
    const fine = { ...instrument('A', 10), sizeIncrement: quantity('0.000000001') }
    const s = largestFirst({
      cash: '10.048',
      leverage: 9,
      rules: { closingFeeRate: rate('0.001') },
      config: { instruments: [{ ...fine, tiers: deriveTiers([{ floor: 0, maintenanceRate: '0.011' }]) }] },
    })
    s.order('sell 1 A')
    expect(liquidations(s.move({ A: 20 }))).toHaveLength(1)
    const { cross } = riskOf(s.round, s.account())
    expect(cross.equity.gte(cross.requirement)).toBe(true)
    expect(s.position('A').size.toFixed(3)).toBe('-0.127')
  })

  test('LIQ-013 when nothing is left to save, every position closes and the fund pays', () => {
    const s = largestFirst()
    s.order('buy 45 A')
    s.order('buy 2 B')
    expect(liquidations(s.move({ A: 60 }))).toHaveLength(2)
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.account().wipedAtTick).toBe(1)
    expect(s.round.books?.insurance.toFixed()).toBe('9200')
  })

  test('LIQ-013 all at once, the same fall takes everything', () => {
    const s = new Scripted()
    s.order('buy 49 A')
    expect(liquidations(s.move({ A: '79.97' }))).toHaveLength(1)
    expect(s.account().positions.size).toBe(0)
  })
})

describe('how much is closed', () => {
  test.each`
    order          | mark       | fee        | arithmetic                      | closed      | left
    ${'buy 49 A'}  | ${'79.98'} | ${'0'}     | ${'19.02 against 19.5951'}      | ${'1.439'}  | ${'47.561'}
    ${'buy 49 A'}  | ${'79.97'} | ${'0'}     | ${'1.06265 / 0.39985 = 2.6576'} | ${'2.658'}  | ${'46.342'}
    ${'buy 49 A'}  | ${'79.6'}  | ${'0'}     | ${'0.4 against 19.502, 47.995'} | ${'47.995'} | ${'1.005'}
    ${'sell 49 A'} | ${'119.9'} | ${'0'}     | ${'4.4755 / 0.5995 = 7.4654'}   | ${'-7.466'} | ${'-41.534'}
    ${'buy 49 A'}  | ${'80.05'} | ${'0.001'} | ${'1.0847 / 0.40025 = 2.7101'}  | ${'2.711'}  | ${'46.289'}
  `('LIQ-013 $order at $mark, closing fee $fee: $arithmetic', ({ order, mark, fee, closed, left }) => {
    const s = largestFirst({ rules: { closingFeeRate: rate(fee) } })
    s.order(order)
    const events = liquidations(s.move({ A: mark }))
    expect(events.map(({ size }) => size.toFixed())).toEqual([closed])
    expect(s.position('A').size.toFixed()).toBe(left)
    const { cross } = riskOf(s.round, s.account())
    expect(cross.equity.gte(cross.requirement)).toBe(true)
  })

  test('LIQ-013 an increment less would not have been enough', () => {
    const s = largestFirst()
    s.order('buy 49 A')
    s.move({ A: '79.97' })
    // 46.342 · 79.97 · 0.005 = 18.5299 of 18.53; 46.343 would ask for 18.5303
    const { cross } = riskOf(s.round, s.account())
    expect(cross.equity.toFixed()).toBe('18.53')
    expect(cross.requirement.toFixed()).toBe('18.5298487')
    expect(cross.requirement.plus('0.00039985').gt(cross.equity)).toBe(true)
  })

  test('LIQ-013 the fee of what is closed is paid, no more', () => {
    const s = largestFirst({ rules: { closingFeeRate: rate('0.001') } })
    s.order('buy 49 A')
    s.move({ A: '80.05' })
    expect(s.account().feesPaid.toFixed()).toBe('0.21701555') // 2.711 · 80.05 · 0.001
    expect(s.account().cash.toFixed()).toBe('945.69853445') // 1000 − 2.711 · 19.95 − fee
    expect(s.round.books?.insurance.toFixed()).toBe('10000')
  })

  test('LIQ-013 a position that falls into a lower tier frees less there: another sweep follows', () => {
    const s = largestFirst({ leverage: 10, cash: 700, tiers: THREE_TIERS })
    s.order('buy 60 A')
    // 62 − 40 over 89 · 0.05, then 3.99984 over 89 · 0.01
    expect(tale(s.move({ A: 89 }))).toEqual(['s1 loses 4.944 A at 89', 's1 loses 4.495 A at 89'])
    expect(s.position('A').size.toFixed()).toBe('50.561')
    expect(s.account().liquidations).toBe(2)
  })

  test('LIQ-013 within one tier one sweep is enough', () => {
    const s = largestFirst({ leverage: 10, cash: 700, tiers: THREE_TIERS })
    s.order('buy 60 A')
    expect(tale(s.move({ A: '89.5' }))).toEqual([])
    expect(tale(s.move({ A: '89.3' }))).toEqual(['s1 loses 1.098 A at 89.3']) // 4.9 / 4.465
  })

  test.each`
    mark       | arithmetic                              | closed          | held
    ${'76'}    | ${'40 against 15.2 + 5'}                | ${''}           | ${'1000, A 40, B 10'}
    ${'75.3'}  | ${'8.06 / 0.3765 = 21.4077'}            | ${'A 21.408'}   | ${'471.2224, A 18.592, B 10'}
    ${'75.05'} | ${'18.01 / 0.37525 > 40, then 3 / 0.5'} | ${'A 40, B 6'}  | ${'2, B 4'}
    ${'75'}    | ${'0 against 20: nothing to save'}      | ${'A 40, B 10'} | ${'0'}
  `('LIQ-013 long 40 A and 10 B with A at $mark: $arithmetic', ({ mark, closed, held }) => {
    const s = largestFirst()
    s.order('buy 40 A')
    s.order('buy 10 B')
    const events = liquidations(s.move({ A: mark }))
    expect(events.map((event) => `${event.instrument} ${event.size.toFixed()}`).join(', ')).toBe(closed)
    expect(s.inWords()).toBe(held)
  })

  test('LIQ-013 what is left when all is closed stays the player’s', () => {
    const s = largestFirst({ cash: '100.00001', rules: { wipedBelow: money(0) } })
    s.order('buy 5 A')
    // 0.00001 against 2: all but 0.00002 of a unit is closed, and that is no whole increment
    expect(tale(s.move({ A: 80 }))).toEqual(['s1 loses 5 A at 80'])
    expect(s.inWords()).toBe('0.00001')
    expect(s.round.books?.insurance.toFixed()).toBe('10000')
  })

  test('LIQ-013 an isolated position is no help and is not touched', () => {
    const s = largestFirst({ cash: 1200 })
    s.mode('C', 'isolated')
    s.order('buy 49 A')
    s.order('buy 10 C')
    s.move({ A: '79.97', C: 130 })
    expect(s.position('A').size.toFixed()).toBe('46.342')
    expect(s.position('C').margin.toFixed()).toBe('200')
  })

  test('LIQ-013 its orders are taken back, in every instrument of the cross bucket', () => {
    const s = largestFirst({ cash: 1000 })
    s.order('buy 45 A')
    s.order('buy 1 B', limit(50))
    const events = s.move({ A: '78.1' })
    expect(only(events, 'order.cancelled').map(({ reason }) => reason)).toEqual(['liquidation'])
    expect(s.has('A')).toBe(true)
  })

  test('LIQ-013 the next fall cuts again, each time from what is left', () => {
    const s = largestFirst()
    s.order('buy 49 A')
    const sizes = ['79.97', '79.9', '79.8', '79.7'].map((mark) => {
      s.move({ A: mark })
      return s.position('A').size.toFixed()
    })
    expect(sizes).toEqual([...sizes].sort((a, b) => Number(b) - Number(a)))
    expect(new Set(sizes).size).toBe(4)
    expect(s.account().liquidations).toBe(4)
  })
})

import { describe, expect, test } from 'vitest'
import { Scripted, type Wishes } from '../../test/scripted.ts'
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

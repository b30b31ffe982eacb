import { describe, expect, test } from 'vitest'
import { impactOf, movedMarket, rest } from '../../test/moved-market.ts'
import type { Scripted } from '../../test/scripted.ts'
import { instrumentId } from '../number/ids.ts'
import { money } from '../number/units.ts'
import { view } from '../view.ts'

const A = instrumentId('A')

/** A seat that was long so many A and is liquidated by a fall to 85, in a market that is never thin. */
function fallen(units: number, rule = {}): Scripted {
  const s = movedMarket({ leverage: 10, cash: units * 12 }, { leastDepth: 1, ...rule })
  s.order(`buy ${units} A`)
  s.move({ A: 85 })
  return s
}

describe('forced selling', () => {
  test('IMP-009 what is closed by force is taken over at the mark and waits', () => {
    const s = fallen(10)
    expect(s.has('A')).toBe(false)
    expect(impactOf(s.round).sold).toBe(0)
    rest(s)
    expect(impactOf(s.round).sold).toBeCloseTo(1, 12)
    expect(impactOf(s.round).waiting).toBeCloseTo(0, 12)
  })

  test('IMP-009 no more is sold in a minute than the throttle times the live depth', () => {
    const s = fallen(30)
    const sold = [1, 2, 3].map(() => {
      rest(s)
      return impactOf(s.round).sold
    })
    expect(sold[0]).toBeCloseTo(2, 12)
    expect(sold[1]).toBeCloseTo(1, 12)
    expect(sold[2]).toBeCloseTo(0, 12)
  })

  test('IMP-009 a thin market takes less of it', () => {
    const s = fallen(30, { leastDepth: 0.02 })
    rest(s)
    const { impact, sold } = impactOf(s.round)
    expect(impact.depth).toBeLessThan(0.1)
    expect(sold).toBeCloseTo(impact.depth * s.round.config.clock.marketMinutesPerTick, 12)
  })

  test('IMP-009 a short that is closed by force is bought back, and the price rises', () => {
    const s = movedMarket({ leverage: 10, cash: 120 }, { leastDepth: 1 })
    s.order('sell 10 A')
    s.move({ A: 115 })
    expect(s.has('A')).toBe(false)
    const before = s.round.marks.get(A)
    rest(s)
    expect(impactOf(s.round).sold).toBeCloseTo(-1, 9)
    expect(s.round.marks.get(A)?.gt(before ?? 0)).toBe(true)
  })

  test('IMP-010 a winner who is deleveraged takes over what he is closed by', () => {
    const rules = { lossPolicy: 'auto-deleveraging', insuranceFund: money(0) } as const
    const s = movedMarket({ leverage: 10, cash: 120, rules })
    s.order('buy 10 A')
    s.rival('s2', '10x sell 8 A')
    const events = s.move({ A: 80 })
    const handed = events.find((event) => event.type === 'position.deleveraged')
    expect(handed?.quantity.gt(0)).toBe(true)
    const waiting = s.round.secret?.books.get(A)?.waiting ?? 0
    expect(waiting).toBeCloseTo(1 - (handed?.quantity.toNumber() ?? 0) / 10, 9)
  })

  test('IMP-011 no price leaves the band, and nothing more is sold into it', () => {
    const s = movedMarket({ leverage: 20, cash: 10_000 }, { openInterest: 2, throttle: 20, leastDepth: 0.05 })
    s.move({ A: 70 })
    const atTheEdge = Array.from({ length: 60 }, () => {
      rest(s)
      const { low, high, sold } = impactOf(s.round)
      const mark = s.round.marks.get(A)
      expect(mark?.gte(low) && mark.lte(high)).toBe(true)
      return mark?.eq(low) ? sold : null
    })
    expect(atTheEdge).toContain(0)
  })

  test('IMP-012 the calm path knows the trades and not the forced sales; no seat sees it', () => {
    const s = fallen(10)
    for (let tick = 0; tick < 5; tick += 1) rest(s)
    const book = s.round.secret?.books.get(A)
    expect(book?.calm.impact.permanent).toBeCloseTo(0.003, 12)
    expect(book?.live.impact.permanent).toBeCloseTo(0, 12)
    expect(JSON.stringify([...view(s.round, s.seat).impacts.values()])).not.toContain('calm')
    expect(view(s.round, s.seat).secret).toBeNull()
  })

  test('IMP-012 without a liquidation the calm path is the market itself', () => {
    const s = movedMarket()
    s.order('buy 7 A')
    for (const at of [101, 97, 102, 99]) s.move({ A: at })
    const book = s.round.secret?.books.get(A)
    expect(book?.calm).toEqual(book?.live)
  })
})

test('IMP-008 a sudden move thins the market, which fills again within minutes', () => {
  const s = movedMarket()
  s.move({ A: 96 })
  const thin = impactOf(s.round).impact.depth
  expect(thin).toBeLessThan(0.35)
  for (let tick = 0; tick < 30; tick += 1) s.move({ A: 96 })
  expect(impactOf(s.round).impact.depth).toBeGreaterThan(0.9)
})

test('IMP-008 no market is thinner than its rule allows', () => {
  const s = movedMarket({}, { leastDepth: 0.2 })
  s.move({ A: 50 })
  expect(impactOf(s.round).impact.depth).toBe(0.2)
})

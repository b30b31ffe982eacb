import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filled, fillIn, impactOf, movedMarket, rest } from '../../test/moved-market.ts'
import { limit, reasonOf, request, Scripted, stop } from '../../test/scripted.ts'
import { previewOrder } from '../commands/preview-order.ts'
import { volumeOf } from '../market/impact/trade.ts'
import { instrumentId } from '../number/ids.ts'
import { rate, size } from '../number/units.ts'

const A = instrumentId('A')
const movedFee = rate('0.05')

describe('the price of a fill', () => {
  test('IMP-001 without the rule it is the mark, and nothing is told of impact', () => {
    const s = new Scripted({ cash: 1_000_000 })
    expect(filled(s.order('buy 10000 A'))).toBe('10000 at 100')
    s.move({ A: 100 })
    expect([s.round.marks.get(A)?.toFixed(), s.round.impacts.size, s.round.gauges.length]).toEqual([
      '100',
      0,
      0,
    ])
  })

  test('IMP-002 a trade weighs its quantity and the crowd over the usual depth', () => {
    const { config } = movedMarket().round
    expect(volumeOf(config, A, size(10))).toBeCloseTo(1, 12)
    expect(volumeOf(config, A, size(-5))).toBeCloseTo(-0.5, 12)
  })

  test.each`
    order           | at
    ${'buy 10 A'}   | ${'100.53'}
    ${'sell 10 A'}  | ${'99.47'}
    ${'buy 40 A'}   | ${'101.86'}
    ${'buy 100 A'}  | ${'103.85'}
    ${'buy 0.01 A'} | ${'100.01'}
  `('IMP-003 in a rested market at 100, $order fills at $at', ({ order, at }) => {
    const s = movedMarket()
    const [, units] = order.split(' ')
    expect(filled(s.order(order))).toBe(`${units} at ${at}`)
  })

  test('IMP-004 orders of one tick fill one after the other, and the mark shows it in the next', () => {
    const s = movedMarket()
    const other = s.join('s2')
    expect(filled(s.order('buy 10 A'))).toBe('10 at 100.53')
    expect(filled(s.order('buy 10 A', {}, other))).toBe('10 at 101.45')
    expect(s.round.marks.get(A)?.toFixed()).toBe('100')
    rest(s)
    expect(Number(s.round.marks.get(A))).toBeGreaterThan(101.7)
  })

  test('IMP-004 what is bought and sold again in one tick costs nothing but rounding', () => {
    const s = movedMarket()
    s.order('buy 10 A')
    expect(filled(s.order('sell 10 A'))).toBe('10 at 100.52')
    rest(s)
    expect(s.round.marks.get(A)?.toFixed()).toBe('100')
  })

  test('IMP-005 a limit order waits until what it would fill at is its price', () => {
    const s = movedMarket()
    s.order('buy 10 A', limit('100.2'))
    expect(s.waiting()).toHaveLength(1)
    s.move({ A: '99.7' })
    expect(s.waiting()).toHaveLength(1)
    const events = s.move({ A: '99.6' })
    expect(events.some((event) => event.type === 'order.filled' && event.price.eq('100.2'))).toBe(true)
  })

  test('IMP-005 a limit order that its own size would not push past its price fills at once', () => {
    const s = movedMarket()
    expect(filled(s.order('buy 10 A', limit('100.6')))).toBe('10 at 100.53')
  })

  test('IMP-003 a stop fills at what it moves the price through', () => {
    const s = movedMarket()
    s.order('buy 10 A')
    for (let tick = 0; tick < 300; tick += 1) rest(s)
    s.order('sell 10 A', stop(98))
    const fill = fillIn(s.move({ A: 97 }))
    const mark = Number(s.round.marks.get(A))
    expect(fill?.price.toNumber()).toBeLessThan(mark * 0.996)
  })

  test.each(['cross', 'isolated'] as const)(
    'IMP-006 at 20x nobody in %s margin buys what fills 5 per cent above the mark',
    (mode) => {
      const s = movedMarket({ mode, leverage: 20, cash: 1000 })
      expect(reasonOf(s.order('buy 150 A'))).toBe('margin_insufficient')
      expect(reasonOf(s.order('buy 10 A'))).toBe('accepted')
    },
  )

  test('IMP-006 nobody may displace a price by more than half of it, at once or in pieces', () => {
    const s = movedMarket({ cash: 10_000_000, leverage: 1 })
    expect(reasonOf(s.order('buy 1500 A'))).toBe('market_too_thin')
    const outcomes = Array.from({ length: 20 }, () => reasonOf(s.order('buy 100 A')))
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'market_too_thin']))
    rest(s)
    expect(Number(s.round.marks.get(A))).toBeLessThanOrEqual(150)
    expect(filled(s.order('sell 100 A'))).toMatch(/^100 at 1/)
  })

  test('IMP-006 a waiting stop that would displace the price by more than half is taken back', () => {
    const s = movedMarket({ cash: 10_000_000, leverage: 1 })
    s.order('buy 1500 A', stop(101))
    const [cancelled] = s.move({ A: 102 }).filter((event) => event.type === 'order.cancelled')
    expect(cancelled).toMatchObject({ reason: 'market_too_thin' })
  })

  test('ORD-013 the ticket shows what the order does, in a market that trades move', () => {
    const s = movedMarket()
    const preview = previewOrder(s.round, s.seat, request('buy 25 A'))
    expect(filled(s.order('buy 25 A'))).toBe(`25 at ${preview.price.toFixed()}`)
  })
})

test('IMP-006 the fee of a close is never more than what its price leaves of the account', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 60, max: 99 }), (units, to) => {
      const s = movedMarket({ cash: 4000, leverage: 5, rules: { takerFeeRate: movedFee } })
      if (reasonOf(s.order(`buy ${units} A`)) !== 'accepted') return
      s.move({ A: to })
      if (!s.has('A')) return
      const before = s.account().cash
      const close = s.order(`sell ${units} A`)
      const fill = fillIn(close.events)
      if (!fill) throw new Error(reasonOf(close))
      const left = before.plus(fill.realizedPnl)
      expect(fill.fee.lte(left.gt(0) ? left : 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('IMP-007 pressure dies away and three tenths of a per cent of each weight stay', () => {
  const s = movedMarket()
  s.order('buy 10 A')
  rest(s)
  expect(Number(s.round.marks.get(A))).toBeGreaterThan(100.9)
  for (let tick = 0; tick < 300; tick += 1) rest(s)
  expect(s.round.marks.get(A)?.toFixed()).toBe('100.3')
  expect(impactOf(s.round).impact.permanent).toBeCloseTo(0.003, 12)
})

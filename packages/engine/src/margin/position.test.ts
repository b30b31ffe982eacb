import { describe, expect, test } from 'vitest'
import { Scripted } from '../../test/scripted.ts'
import { entryPrice, equityOf, isolatedEquity, price, riskOf, sideOf, unrealizedPnl } from '../index.ts'

describe('profit and loss at the mark', () => {
  test.each`
    order            | mark        | arithmetic            | pnl
    ${'buy 2 A'}     | ${110}      | ${'2 · (110 − 100)'}  | ${'20'}
    ${'buy 2 A'}     | ${90}       | ${'2 · (90 − 100)'}   | ${'-20'}
    ${'buy 2 A'}     | ${100}      | ${'2 · (100 − 100)'}  | ${'0'}
    ${'sell 2 A'}    | ${90}       | ${'−2 · (90 − 100)'}  | ${'20'}
    ${'sell 2 A'}    | ${110}      | ${'−2 · (110 − 100)'} | ${'-20'}
    ${'sell 2 A'}    | ${'100.01'} | ${'−2 · 0.01'}        | ${'-0.02'}
    ${'buy 0.001 A'} | ${'99.99'}  | ${'0.001 · −0.01'}    | ${'-0.00001'}
    ${'buy 7 A'}     | ${'0.01'}   | ${'7 · (0.01 − 100)'} | ${'-699.93'}
    ${'sell 7 A'}    | ${250}      | ${'−7 · (250 − 100)'} | ${'-1050'}
  `('MAR-001 $order from 100 at a mark of $mark: $arithmetic = $pnl', ({ order, mark, pnl }) => {
    const s = new Scripted({ cash: 10_000 })
    s.order(order)
    expect(unrealizedPnl(s.position('A'), price(mark)).toFixed()).toBe(pnl)
  })

  test.each(['cross', 'isolated'] as const)('MAR-001 leverage changes nothing about P&L: %s', (mode) => {
    const pnls = [1, 2, 5, 20].map((leverage) => {
      const s = new Scripted({ mode, leverage })
      s.order('buy 5 A')
      return unrealizedPnl(s.position('A'), price('92.5')).toFixed()
    })
    expect(pnls).toEqual(['-37.5', '-37.5', '-37.5', '-37.5'])
  })

  test.each`
    second        | at     | cost      | entry    | pnl
    ${'buy 2 A'}  | ${110} | ${'420'}  | ${'105'} | ${'20'}
    ${'buy 6 A'}  | ${120} | ${'920'}  | ${'115'} | ${'40'}
    ${'sell 1 A'} | ${110} | ${'100'}  | ${'100'} | ${'10'}
    ${'sell 5 A'} | ${110} | ${'-330'} | ${'110'} | ${'0'}
  `(
    'MAR-001 after buy 2 at 100 and $second at $at the cost is $cost, the entry $entry, the P&L $pnl',
    ({ second, at, cost, entry, pnl }) => {
      const s = new Scripted({ cash: 10_000 })
      s.order('buy 2 A')
      s.move({ A: at })
      s.order(second)
      const held = s.position('A')
      expect(held.entryCost.toFixed()).toBe(cost)
      expect(entryPrice(held).toFixed()).toBe(entry)
      expect(unrealizedPnl(held, price(at)).toFixed()).toBe(pnl)
    },
  )

  test('MAR-001 the P&L of an account is the sum over long and short, cross and isolated', () => {
    const s = new Scripted()
    s.mode('B', 'isolated')
    s.order('buy 5 A')
    s.order('sell 3 B')
    s.order('sell 1 C')
    s.move({ A: 92, B: 90, C: 107 })
    expect(riskOf(s.round, s.account()).unrealizedPnl.toFixed()).toBe('-17')
    expect(equityOf(s.round, s.account()).toFixed()).toBe('983')
    expect(riskOf(s.round, s.account()).cross.equity.toFixed()).toBe('893')
    expect(isolatedEquity(s.position('B'), price(90)).toFixed()).toBe('90')
  })

  test.each`
    order         | side
    ${'buy 1 A'}  | ${1}
    ${'sell 1 A'} | ${-1}
  `('MAR-001 the sign of $order is $side', ({ order, side }) => {
    const s = new Scripted()
    s.order(order)
    expect(sideOf(s.position('A'))).toBe(side)
  })
})

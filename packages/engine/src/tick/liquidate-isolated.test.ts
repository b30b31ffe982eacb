import { describe, expect, test } from 'vitest'
import { limit, Scripted, stop, THREE_TIERS } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { canonical, rate } from '../index.ts'

describe('what an isolated liquidation takes', () => {
  test.each`
    order         | mark       | arithmetic                 | house      | fund
    ${'buy 1 A'}  | ${'80.4'}  | ${'20 − 19.6 is left'}     | ${'19.6'}  | ${'10000.4'}
    ${'buy 1 A'}  | ${'80'}    | ${'20 − 20, nothing'}      | ${'20'}    | ${'10000'}
    ${'buy 1 A'}  | ${'75'}    | ${'20 − 25, 5 missing'}    | ${'25'}    | ${'9995'}
    ${'buy 1 A'}  | ${'0.01'}  | ${'20 − 99.99'}            | ${'99.99'} | ${'9920.01'}
    ${'sell 1 A'} | ${'119.5'} | ${'20 − 19.5 is left'}     | ${'19.5'}  | ${'10000.5'}
    ${'sell 1 A'} | ${'120'}   | ${'20 − 20, nothing'}      | ${'20'}    | ${'10000'}
    ${'sell 1 A'} | ${'300'}   | ${'20 − 200, 180 missing'} | ${'200'}   | ${'9820'}
  `('LIQ-005 $order with 20 at $mark: $arithmetic', ({ order, mark, house, fund }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order(order)
    s.move({ A: mark })
    expect(s.inWords()).toBe('980')
    expect(s.booksInWords()).toBe(`house ${house}, fund ${fund}`)
  })

  test.each`
    mark       | arithmetic                  | fee          | fund
    ${'80.40'} | ${'80.4 · 0.001 of 0.4'}    | ${'0.0804'}  | ${'10000.3196'}
    ${'80.09'} | ${'80.09 · 0.001 of 0.09'}  | ${'0.08009'} | ${'10000.00991'}
    ${'80.04'} | ${'0.08004, but 0.04 left'} | ${'0.04'}    | ${'10000'}
    ${'80'}    | ${'nothing left'}           | ${'0'}       | ${'10000'}
    ${'79'}    | ${'−1 left'}                | ${'0'}       | ${'9999'}
  `('LIQ-004 the closing fee at $mark: $arithmetic = $fee', ({ mark, fee, fund }) => {
    const s = new Scripted({ mode: 'isolated', rules: { closingFeeRate: rate('0.001') } })
    s.order('buy 1 A')
    const [event] = only(s.move({ A: mark }), 'position.liquidated')
    expect(event?.fee.toFixed()).toBe(fee)
    expect(s.account().feesPaid.toFixed()).toBe(fee)
    expect(s.round.books?.insurance.toFixed()).toBe(fund)
    expect(event?.bankruptcyPrice?.toFixed()).toBe('80')
  })

  test('LIQ-004 a fee that does not divide is rounded up', () => {
    const rules = { closingFeeRate: rate('0.0011111111') }
    const s = new Scripted({ mode: 'isolated', rules })
    s.order('buy 1 A')
    const [event] = only(s.move({ A: '80.41' }), 'position.liquidated')
    expect(event?.fee.toFixed()).toBe('0.08934445') // 80.41 · 0.0011111111 = 0.0893444443…
  })

  test.each`
    mark  | orders
    ${80} | ${['sell 1 B', 'buy 1 C']}
    ${60} | ${['sell 1 B', 'buy 1 C']}
    ${1}  | ${['sell 1 B', 'buy 1 C']}
  `('LIQ-002 nothing else of the account changes, to the last unit: A at $mark', ({ mark, orders }) => {
    const s = new Scripted({ mode: 'isolated', rules: { closingFeeRate: rate('0.001') } })
    for (const id of ['A', 'B', 'C']) s.order(`buy 10 ${id}`)
    s.order(orders[0], { ...stop(50), reduceOnly: true })
    s.order(orders[1], limit(50))
    const rest = () => {
      const { cash, orders: waiting, settings, positions } = s.account()
      return canonical([cash, waiting, settings, [...positions].filter(([id]) => id !== 'A')])
    }
    const before = rest()
    s.move({ A: mark })
    expect(s.has('A')).toBe(false)
    expect(rest()).toBe(before)
  })

  test('LIQ-002 it is closed whole, whatever the tiers and the policy of cross accounts', () => {
    const rules = { crossPolicy: 'largest-first' } as const
    const s = new Scripted({ mode: 'isolated', cash: 3000, tiers: THREE_TIERS, rules })
    s.order('buy 100 A')
    expect(tale(s.move({ A: 82 }))).toEqual(['s1 loses 100 A at 82'])
    expect(s.inWords()).toBe('1000')
  })

  test('LIQ-002 two isolated positions of one account die each of its own', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('sell 10 B')
    expect(tale(s.move({ A: 80 }))).toEqual(['s1 loses 10 A at 80'])
    expect(s.inWords()).toBe('600, B -10 with 200')
    expect(tale(s.move({ A: 50, B: 121 }))).toEqual(['s1 loses -10 B at 121'])
    expect(s.inWords()).toBe('600')
    expect(s.account().liquidations).toBe(2)
  })

  test('LIQ-002 both can die in one tick, in the order in which they were opened', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 B')
    s.order('buy 10 A')
    expect(tale(s.move({ A: 70, B: 70 }))).toEqual(['s1 loses 10 B at 70', 's1 loses 10 A at 70'])
    expect(s.booksInWords()).toBe('house 600, fund 9800')
  })

  test('LIQ-002 the isolated one dies and the cross bucket lives on its own cash', () => {
    const s = new Scripted()
    s.mode('A', 'isolated')
    s.order('buy 10 A')
    s.order('buy 20 B')
    s.move({ A: 70, B: 70 })
    expect(s.inWords()).toBe('800, B 20')
  })

  test('LIQ-002 a fresh position in the instrument may be opened at once', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.move({ A: 80 })
    s.order('sell 10 A')
    expect(s.inWords()).toBe('640, A -10 with 160')
  })

  test('LIQ-004 what the account has paid and lost is counted', () => {
    const s = new Scripted({ mode: 'isolated', rules: { closingFeeRate: rate('0.001') } })
    s.order('buy 10 A')
    s.move({ A: '80.4' })
    const { realizedPnl, feesPaid, liquidations } = s.account()
    expect([realizedPnl.toFixed(), feesPaid.toFixed(), liquidations]).toEqual(['-196', '0.804', 1])
  })
})

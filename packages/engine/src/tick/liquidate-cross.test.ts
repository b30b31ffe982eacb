import { describe, expect, test } from 'vitest'
import { Scripted, THREE_TIERS } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { money, rate } from '../index.ts'

describe('all at once', () => {
  test.each`
    orders                                  | marks                | closed
    ${['buy 5 A', 'buy 45 B']}              | ${{ B: 77 }}         | ${['B', 'A']}
    ${['buy 45 A', 'buy 5 B']}              | ${{ A: 77 }}         | ${['A', 'B']}
    ${['sell 5 A', 'sell 45 B']}            | ${{ B: 123 }}        | ${['B', 'A']}
    ${['buy 10 A', 'buy 45 B', 'sell 5 C']} | ${{ B: 77 }}         | ${['B', 'A', 'C']}
    ${['buy 20 A', 'sell 20 B']}            | ${{ A: 50, B: 100 }} | ${['B', 'A']}
  `('LIQ-003 of $orders at $marks the largest requirement closes first', ({ orders, marks, closed }) => {
    const s = new Scripted({ leverage: 10 })
    for (const order of orders) s.order(order)
    const events = s.move(marks)
    expect(only(events, 'position.liquidated').map(({ instrument }) => instrument)).toEqual(closed)
    expect(s.inWords()).toBe('0')
    expect(s.account().wipedAtTick).toBe(1)
  })

  test('LIQ-003 the largest requirement is not the largest notional where the tiers differ', () => {
    const s = new Scripted({ leverage: 10, cash: 1200, tiers: THREE_TIERS })
    s.order('buy 55 B')
    s.order('buy 50 A')
    // at 89 A requires 4450 · 0.01 − 5 = 39.5 and B 4895 · 0.005 = 24.475
    const events = s.move({ A: 89, B: 89 })
    expect(only(events, 'position.liquidated').map(({ instrument }) => instrument)).toEqual(['A', 'B'])
  })

  test('LIQ-003 a winner in the bucket is closed with the rest, and its profit pays', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 60 A')
    s.order('sell 20 B')
    // 1000 − 1260 + 280 = 20 against 23.7 + 8.6
    expect(tale(s.move({ A: 79, B: 86 }))).toEqual([
      's1 loses 60 A at 79',
      's1 loses -20 B at 86',
      's1 owes 0 uncovered',
      's1 is wiped',
    ])
    expect(s.booksInWords()).toBe('house 980, fund 10020')
  })

  test('LIQ-003 isolated positions of the account stay, and so does the account', () => {
    const s = new Scripted({ cash: 2000 })
    s.mode('C', 'isolated')
    s.order('buy 5 A')
    s.order('buy 60 B')
    s.order('buy 10 C')
    s.move({ B: 70 })
    expect(s.inWords()).toBe('0, C 10 with 200')
    expect(s.account().wipedAtTick).toBeNull()
    s.move({ C: 110 })
    s.order('sell 10 C')
    expect(s.inWords()).toBe('300')
  })

  test('LIQ-003 cross and isolated can die in one tick: the isolated margin does not save the cash', () => {
    const s = new Scripted()
    s.mode('A', 'isolated')
    s.order('buy 10 A')
    s.order('buy 39 B')
    expect(tale(s.move({ A: 80, B: 79 }))).toEqual([
      's1 loses 10 A at 80',
      's1 loses 39 B at 79',
      's1 owes 0 uncovered',
      's1 is wiped',
    ])
    expect(s.booksInWords()).toBe('house 1019, fund 9981')
  })

  test('LIQ-003 another account is not touched', () => {
    const s = new Scripted()
    const other = s.rival('s2', '5x buy 10 A')
    s.order('buy 50 A')
    s.move({ A: 79 })
    expect(s.inWords()).toBe('0')
    expect(s.inWords(other)).toBe('1000, A 10')
    expect(s.account(other).liquidations).toBe(0)
  })

  test.each`
    mark       | left      | arithmetic                  | fees        | house         | fund
    ${'80.45'} | ${'22.5'} | ${'4022.5 · 0.001 of 22.5'} | ${'4.0225'} | ${'981.5225'} | ${'10018.4775'}
    ${'80.05'} | ${'2.5'}  | ${'4.0025, but 2.5 left'}   | ${'2.5'}    | ${'1000'}     | ${'10000'}
    ${'79'}    | ${'−50'}  | ${'nothing left'}           | ${'0'}      | ${'1050'}     | ${'9950'}
  `('LIQ-004 cross long 50 at $mark, $left left: $arithmetic', ({ mark, fees, house, fund }) => {
    const s = new Scripted({ rules: { closingFeeRate: rate('0.001') } })
    s.order('buy 50 A')
    s.move({ A: mark })
    expect(s.account().feesPaid.toFixed()).toBe(fees)
    expect(s.booksInWords()).toBe(`house ${house}, fund ${fund}`)
    expect(s.inWords()).toBe('0')
  })

  test('LIQ-004 of two positions the first pays its whole fee, the second what is left', () => {
    const s = new Scripted({ leverage: 10, rules: { closingFeeRate: rate('0.01') } })
    s.order('buy 40 A')
    s.order('buy 40 B')
    // 1000 − 600 − 360 = 40 is left: 34 of 85 · 40 · 0.01 and 6 of 36.4
    const events = s.move({ A: 85, B: 91 })
    expect(
      only(events, 'position.liquidated').map(({ instrument, fee }) => [instrument, fee.toFixed()]),
    ).toEqual([
      ['B', '36.4'],
      ['A', '3.6'],
    ])
    expect(s.booksInWords()).toBe('house 1000, fund 10000')
  })

  test.each`
    mark      | fund   | house     | left     | uncovered
    ${'80.3'} | ${100} | ${'985'}  | ${'115'} | ${'0'}
    ${'80'}   | ${100} | ${'1000'} | ${'100'} | ${undefined}
    ${'79'}   | ${100} | ${'1050'} | ${'50'}  | ${'0'}
    ${'78'}   | ${100} | ${'1100'} | ${'0'}   | ${'0'}
    ${'75'}   | ${100} | ${'1100'} | ${'0'}   | ${'150'}
    ${'75'}   | ${0}   | ${'1000'} | ${'0'}   | ${'250'}
  `('LIQ-005 cross long 50 at $mark against a fund of $fund', ({ mark, fund, house, left, uncovered }) => {
    const s = new Scripted({ rules: { insuranceFund: money(fund) } })
    s.order('buy 50 A')
    const events = s.move({ A: mark })
    expect(s.booksInWords()).toBe(`house ${house}, fund ${left}`)
    expect(only(events, 'bucket.settled')[0]?.uncovered.toFixed()).toBe(uncovered)
    expect(s.inWords()).toBe('0')
  })

  test('MAR-008 the bankruptcy price of each is read anew, with the full size and all that is left', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 60 A')
    s.order('buy 30 B')
    // equity 1000 − 600 − 600 = −200 at both closes: what is realised is no longer in the mark
    const events = s.move({ A: 90, B: 80 })
    expect(
      only(events, 'position.liquidated').map(({ bankruptcyPrice }) => bankruptcyPrice?.toFixed(4)),
    ).toEqual(['93.3333', '86.6667'])
  })
})

describe('several accounts in one tick', () => {
  test('LIQ-005 they are closed by seat, and the fund pays who comes first', () => {
    const s = new Scripted({ mode: 'isolated', rules: { insuranceFund: money(150) } })
    s.rival('s2', '5x buy 10 A')
    s.rival('s3', '5x buy 10 A')
    s.order('buy 10 A')
    // 100 is missing of each: the fund pays 100, 50 and nothing
    const closed = only(s.move({ A: 70 }), 'position.liquidated')
    expect(closed.map(({ seat, uncovered }) => [seat, uncovered.toFixed()])).toEqual([
      ['s1', '0'],
      ['s2', '50'],
      ['s3', '100'],
    ])
    expect(s.booksInWords()).toBe('house 750, fund 0')
  })

  test('LIQ-005 what an earlier one leaves can pay for a later one', () => {
    const s = new Scripted({ mode: 'isolated', rules: { insuranceFund: money(0) } })
    s.order('buy 50 B')
    s.rival('s2', '5x buy 10 A')
    // 1000 − 990 = 10 go in, 201 − 200 = 1 comes out
    const closed = only(s.move({ A: '79.9', B: '80.2' }), 'position.liquidated')
    expect(closed.map(({ seat, uncovered }) => [seat, uncovered.toFixed()])).toEqual([
      ['s1', '0'],
      ['s2', '0'],
    ])
    expect(s.booksInWords()).toBe('house 1191, fund 9')
  })

  test('LIQ-001 a gap goes through several liquidation prices at once, each at its own leverage', () => {
    const s = new Scripted({ mode: 'isolated' })
    const seats = [2, 4, 5, 10, 20].map((leverage, index) =>
      s.rival(`s${index + 2}`, `${leverage}x buy 10 A`),
    )
    const lost = (mark: number | string) =>
      only(s.move({ A: mark }), 'position.liquidated').map(({ seat }) => seat)
    expect(lost('95.5')).toEqual([])
    expect(lost('80.5')).toEqual([seats[3], seats[4]])
    expect(lost('50.3')).toEqual([seats[1], seats[2]])
    expect(lost('50.2')).toEqual([seats[0]])
  })
})

import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, stop } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { money, rate } from '../index.ts'

/** An account of which an isolated liquidation leaves so much. */
function left(cash: string, least = 1): Scripted {
  const s = new Scripted({
    mode: 'isolated',
    cash: 200 + Number(cash),
    rules: { wipedBelow: money(least) },
  })
  s.order('buy 10 A')
  s.move({ A: 80 })
  return s
}

describe('the wipe', () => {
  test.each`
    cash            | least | wiped
    ${'1'}          | ${1}  | ${false}
    ${'0.99999999'} | ${1}  | ${true}
    ${'0'}          | ${1}  | ${true}
    ${'25'}         | ${25} | ${false}
    ${'24.5'}       | ${25} | ${true}
  `('LIQ-008 with $cash left and $least as the least it is wiped: $wiped', ({ cash, least, wiped }) => {
    const s = left(cash, least)
    expect(s.account().wipedAtTick).toBe(wiped ? 1 : null)
    expect(s.account().cash.toFixed()).toBe(wiped ? '0' : cash)
    expect(s.round.books?.insurance.minus(10_000).toFixed()).toBe(wiped ? cash : '0')
  })

  test('LIQ-008 debt is settled before the least is asked, so that a least of nothing wipes nobody', () => {
    const s = new Scripted({ rules: { wipedBelow: money(0) } })
    s.order('buy 40 A')
    s.order('sell 40 A', stop(95))
    expect(only(s.move({ A: 60 }), 'bucket.settled')).toHaveLength(1)
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.account().wipedAtTick).toBeNull()
  })

  test('LIQ-008 a position keeps an account from being wiped, however little it has', () => {
    const s = new Scripted({ mode: 'isolated', cash: 200 })
    s.order('buy 9.99 A')
    s.move({})
    expect(s.inWords()).toBe('0.2, A 9.99 with 199.8')
    expect(s.account().wipedAtTick).toBeNull()
  })

  test('LIQ-008 its orders are taken back, of whatever instrument', () => {
    const s = new Scripted({ mode: 'isolated', cash: 100, leverage: 10 })
    s.order('buy 9.95 A')
    s.order('buy 0.01 B', limit(50))
    s.order('buy 0.01 C', stop(150))
    expect(tale(s.move({ A: 85 }))).toEqual([
      's1 loses 9.95 A at 85',
      's1 cancels s1-o2: wiped',
      's1 cancels s1-o3: wiped',
      's1 is wiped',
    ])
    expect(s.account().orders.size).toBe(0)
  })

  test('LIQ-008 it may not trade, set, move or take back anything any more', () => {
    const s = left('0')
    const refused = [
      s.order('buy 0.001 A'),
      s.order('buy 0.001 A', limit(50)),
      s.order('sell 1 A', { reduceOnly: true }),
      s.leverage('A', 2),
      s.mode('A', 'cross'),
      s.transfer('A', 1),
      s.send({ type: 'order.cancel', seat: s.seat, id: null, order: 's1-o1' as never }),
    ]
    expect(refused.map(reasonOf)).toEqual(refused.map(() => 'account_wiped'))
    expect(s.inWords()).toBe('0')
  })

  test('LIQ-008 it stays as it is: nothing comes in again, and it is wiped once', () => {
    const s = left('0.5')
    for (const mark of [50, 100, 200]) expect(tale(s.move({ A: mark }))).toEqual([])
    expect(s.inWords()).toBe('0')
    expect(s.account().wipedAtTick).toBe(1)
    expect(s.booksInWords()).toBe('house 200, fund 10000.5')
  })

  test('LIQ-008 who closes with less than the least by hand is wiped at the next tick', () => {
    const s = new Scripted({ leverage: 20 })
    s.order('buy 190 A')
    s.move({ A: '95.01' })
    expect(s.has('A')).toBe(false)
    const t = new Scripted({ leverage: 1, cash: 2 })
    t.order('buy 0.02 A')
    t.move({ A: 49 })
    t.order('sell 0.02 A')
    expect(t.inWords()).toBe('0.98')
    expect(tale(t.move({}))).toEqual(['s1 is wiped'])
    expect(t.inWords()).toBe('0')
  })

  test('LIQ-008 a newcomer sits down beside the wiped and is not', () => {
    const s = left('0')
    const fresh = s.join('s2')
    s.move({})
    expect(s.account(fresh).cash.toFixed()).toBe('200')
    expect(s.account(fresh).wipedAtTick).toBeNull()
  })
})

describe('stops beyond the bankruptcy price', () => {
  test.each`
    mark  | arithmetic          | cash     | fund       | house
    ${94} | ${'200 − 60 back'}  | ${'940'} | ${'10000'} | ${'60'}
    ${80} | ${'200 − 200 back'} | ${'800'} | ${'10000'} | ${'200'}
    ${79} | ${'10 beyond'}      | ${'800'} | ${'9990'}  | ${'210'}
    ${60} | ${'200 beyond'}     | ${'800'} | ${'9800'}  | ${'400'}
  `('LIQ-009 isolated long 10, stop at 95 filling at $mark: $arithmetic', ({ mark, cash, fund, house }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('sell 10 A', { ...stop(95), reduceOnly: true })
    s.move({ A: mark })
    expect(s.inWords()).toBe(cash)
    expect(s.booksInWords()).toBe(`house ${house}, fund ${fund}`)
    expect(s.account().liquidations).toBe(0)
  })

  test.each`
    fund   | uncovered | house    | left
    ${0}   | ${'200'}  | ${'200'} | ${'0'}
    ${50}  | ${'150'}  | ${'250'} | ${'0'}
    ${200} | ${'0'}    | ${'400'} | ${'0'}
    ${250} | ${'0'}    | ${'400'} | ${'50'}
  `('LIQ-009 of 200 beyond, a fund of $fund leaves $uncovered uncovered', (row) => {
    const s = new Scripted({ mode: 'isolated', rules: { insuranceFund: money(row.fund) } })
    s.order('buy 10 A')
    s.order('sell 10 A', { ...stop(95), reduceOnly: true })
    const [settled] = only(s.move({ A: 60 }), 'bucket.settled')
    expect(settled?.uncovered.toFixed()).toBe(row.uncovered)
    expect(s.booksInWords()).toBe(`house ${row.house}, fund ${row.left}`)
    expect(s.inWords()).toBe('800')
  })

  test('LIQ-009 the fee of such a stop does not reach the cash of the account either', () => {
    const s = new Scripted({ mode: 'isolated', rules: { takerFeeRate: rate('0.001') } })
    s.order('buy 10 A')
    s.order('sell 10 A', { ...stop(95), reduceOnly: true })
    s.move({ A: 60 })
    expect(s.inWords()).toBe('799')
  })

  test('LIQ-009 a stop for half costs half the margin, and the other half is liquidated', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('sell 5 A', { ...stop(95), reduceOnly: true })
    // 100 of 100 and 50 beyond, twice
    expect(tale(s.move({ A: 70 }))).toEqual([
      's1 fills sell 5 A',
      's1 owes 0 uncovered',
      's1 loses 5 A at 70',
    ])
    expect(s.inWords()).toBe('800')
    expect(s.booksInWords()).toBe('house 300, fund 9900')
  })

  test.each`
    mark  | cash    | wiped   | fund       | house
    ${81} | ${'50'} | ${null} | ${'10000'} | ${'950'}
    ${80} | ${'0'}  | ${1}    | ${'10000'} | ${'1000'}
    ${60} | ${'0'}  | ${1}    | ${'9000'}  | ${'2000'}
  `('LIQ-009 cross long 50, stop at 95 filling at $mark costs no more than its equity', (row) => {
    const s = new Scripted()
    s.order('buy 50 A')
    s.order('sell 50 A', { ...stop(95), reduceOnly: true })
    s.move({ A: row.mark })
    expect(s.inWords()).toBe(row.cash)
    expect(s.account().wipedAtTick).toBe(row.wiped)
    expect(s.booksInWords()).toBe(`house ${row.house}, fund ${row.fund}`)
  })

  test('LIQ-009 the fee of such a fill is no more than what can pay it', () => {
    const s = new Scripted({ rules: { takerFeeRate: rate('0.01') } })
    s.order('buy 40 A')
    s.order('sell 40 A', { ...stop(95), reduceOnly: true })
    const [filled] = only(s.move({ A: '76.1' }), 'order.filled')
    // 1000 − 40 − 956 = 4 are left of 30.44
    expect(filled?.fee.toFixed()).toBe('4')
    expect(s.inWords()).toBe('0')
  })

  test.each`
    mark  | debt     | cash   | held
    ${76} | ${'0'}   | ${'0'} | ${'0, B 20 with 400'}
    ${70} | ${'150'} | ${'0'} | ${'0, B 20 with 400'}
  `('LIQ-010 debt without a cross position is settled at $mark, the isolated one stays', (row) => {
    const s = new Scripted()
    s.mode('B', 'isolated')
    s.order('buy 20 B')
    s.order('buy 25 A')
    s.order('sell 25 A', { ...stop(90), reduceOnly: true })
    const events = s.move({ A: row.mark })
    expect(only(events, 'position.liquidated')).toEqual([])
    expect(only(events, 'bucket.settled').map(({ bucket }) => bucket)).toEqual(
      row.debt === '0' ? [] : ['cross'],
    )
    expect(s.inWords()).toBe(row.held)
    expect(s.round.books?.insurance.toFixed()).toBe(String(10_000 - Number(row.debt)))
    expect(s.account().wipedAtTick).toBeNull()
  })

  test('LIQ-010 debt while a cross position carries it is no debt: equity counts, not cash', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 50 A')
    s.order('sell 45 B')
    s.move({ A: 130, B: 130 })
    s.order('buy 45 B')
    expect(s.inWords()).toBe('-350, A 50')
    expect(tale(s.move({}))).toEqual([])
    expect(s.round.books?.insurance.toFixed()).toBe('10000')
    s.order('sell 50 A')
    expect(s.inWords()).toBe('1150')
  })
})

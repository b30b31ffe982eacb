import { describe, expect, test } from 'vitest'
import { Scripted, stop, type Wishes } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { rate, sum } from '../index.ts'

const funded = (share: string, wishes: Wishes = {}, everyTicks = 1): Scripted =>
  new Scripted({ ...wishes, rules: { ...wishes.rules, funding: { everyTicks, rate: rate(share) } } })

describe('funding', () => {
  test.each`
    order          | share        | cash
    ${'buy 10 A'}  | ${'0.0001'}  | ${'999.9'}
    ${'sell 10 A'} | ${'0.0001'}  | ${'1000.1'}
    ${'buy 10 A'}  | ${'-0.0001'} | ${'1000.1'}
    ${'sell 10 A'} | ${'-0.0001'} | ${'999.9'}
  `('FUN-001 $order at a rate of $share leaves cash of $cash', ({ order, share, cash }) => {
    const s = funded(share)
    s.order(order)
    s.move({})
    expect(s.account().cash.toFixed()).toBe(cash)
  })

  test('FUN-001 it is paid at the mark, and only when it is due', () => {
    const s = funded('0.001', {}, 3)
    s.order('buy 1 A')
    s.move({ A: 110 })
    s.move({})
    expect(s.account().cash.toFixed()).toBe('1000')
    s.move({})
    expect(s.account().cash.toFixed()).toBe('999.89')
  })

  test('FUN-002 an isolated position pays out of its own margin and leaves cash alone', () => {
    const s = funded('0.001', { mode: 'isolated' })
    s.order('buy 10 A')
    s.move({})
    expect(s.position('A').margin.toFixed()).toBe('199')
    expect(s.account().cash.toFixed()).toBe('800')
  })

  test('FUN-002 an isolated position cannot pay more than its margin', () => {
    const s = funded('0.01', { mode: 'isolated', leverage: 20 })
    s.order('buy 10 A')
    s.move({ A: 200 })
    for (let paid = 0; paid < 5; paid += 1) s.move({})
    expect(s.position('A').margin.toFixed()).toBe('0')
    expect(s.account().cash.toFixed()).toBe('950')
  })

  test('FUN-003 funding can be what liquidates', () => {
    const s = funded('0.01', { mode: 'isolated', leverage: 20 })
    s.order('buy 10 A')
    s.move({ A: 96 })
    expect(s.has('A')).toBe(false)
    const unfunded = new Scripted({ mode: 'isolated', leverage: 20 })
    unfunded.order('buy 10 A')
    unfunded.move({ A: 96 })
    expect(unfunded.has('A')).toBe(true)
  })

  test('FUN-004 what players pay is what the house gains', () => {
    const s = funded('0.001')
    const other = s.join('s2')
    s.order('buy 10 A')
    s.order('sell 4 A', {}, other)
    s.move({})
    expect(s.account().cash.toFixed()).toBe('999')
    expect(s.account(other).cash.toFixed()).toBe('1000.4')
    expect(s.round.books?.house.toFixed()).toBe('0.6')
  })
})

describe('what a position pays', () => {
  test.each`
    order             | mark        | share          | arithmetic                      | due
    ${'buy 10 A'}     | ${100}      | ${'0.0001'}    | ${'10 · 100 · 0.0001'}          | ${'0.1'}
    ${'buy 10 A'}     | ${120}      | ${'0.0001'}    | ${'10 · 120 · 0.0001'}          | ${'0.12'}
    ${'sell 10 A'}    | ${120}      | ${'0.0001'}    | ${'−10 · 120 · 0.0001'}         | ${'-0.12'}
    ${'buy 10 A'}     | ${120}      | ${'-0.0001'}   | ${'10 · 120 · −0.0001'}         | ${'-0.12'}
    ${'sell 10 A'}    | ${120}      | ${'-0.0001'}   | ${'−10 · 120 · −0.0001'}        | ${'0.12'}
    ${'buy 0.001 A'}  | ${'100.01'} | ${'0.0000123'} | ${'0.000001230123, rounded up'} | ${'0.00000124'}
    ${'sell 0.001 A'} | ${'100.01'} | ${'0.0000123'} | ${'−0.000001230123, less'}      | ${'-0.00000123'}
  `('FUN-001 $order at $mark and a rate of $share: $arithmetic = $due', ({ order, mark, share, due }) => {
    for (const mode of ['cross', 'isolated'] as const) {
      const s = funded(share, { mode, leverage: 2 })
      s.order(order)
      const [paid] = only(s.move({ A: mark }), 'funding.paid')
      expect(paid?.payments.map(({ amount }) => amount.toFixed())).toEqual([due])
      expect(s.round.books?.house.toFixed()).toBe(due)
    }
  })

  test.each`
    ticks | paid
    ${2}  | ${'0'}
    ${3}  | ${'1'}
    ${5}  | ${'1'}
    ${6}  | ${'2'}
    ${9}  | ${'3'}
  `('FUN-001 every three ticks: after $ticks it has paid $paid', ({ ticks, paid }) => {
    const s = funded('0.001', {}, 3)
    s.order('buy 10 A')
    for (let tick = 0; tick < ticks; tick += 1) s.move({})
    expect(s.account().cash.plus(paid).toFixed()).toBe('1000')
  })

  test('FUN-001 who opens just before pays, who has closed just before does not', () => {
    const s = funded('0.001', {}, 2)
    const late = s.join('s2')
    s.order('buy 10 A')
    s.move({})
    s.order('sell 10 A')
    s.order('buy 10 A', {}, late)
    expect(tale(s.move({}))).toEqual(['s2 funds A 1'])
  })

  test('FUN-001 a waiting order that fills in the tick pays, one that closes does not', () => {
    const s = funded('0.001')
    s.order('buy 10 A')
    s.order('sell 10 A', stop(95))
    s.order('sell 5 B', stop(95))
    expect(tale(s.move({ A: 95, B: 95 }))).toEqual([
      's1 fills sell 10 A',
      's1 fills sell 5 B',
      's1 funds B -0.475',
    ])
  })

  test('FUN-002 every position of an account pays from where its money is, in one event', () => {
    const s = funded('0.001')
    s.mode('B', 'isolated')
    s.order('buy 10 A')
    s.order('buy 10 B')
    s.order('sell 5 C')
    expect(tale(s.move({}))).toEqual(['s1 funds A 1', 's1 funds B 1', 's1 funds C -0.5'])
    expect(s.inWords()).toBe('799.5, A 10, B 10 with 199, C -5')
  })

  test.each`
    mode          | order          | share      | after
    ${'isolated'} | ${'sell 10 A'} | ${'0.01'}  | ${'800, A -10 with 210'}
    ${'isolated'} | ${'buy 10 A'}  | ${'-0.01'} | ${'800, A 10 with 210'}
    ${'isolated'} | ${'buy 10 A'}  | ${'0.01'}  | ${'800, A 10 with 190'}
    ${'cross'}    | ${'buy 10 A'}  | ${'0.01'}  | ${'990, A 10'}
    ${'cross'}    | ${'sell 10 A'} | ${'0.01'}  | ${'1010, A -10'}
  `('FUN-002 $mode $order at a rate of $share: $after', ({ mode, order, share, after }) => {
    const s = funded(share, { mode })
    s.order(order)
    s.move({})
    expect(s.inWords()).toBe(after)
  })

  test.each`
    ticks | margin  | arithmetic
    ${1}  | ${'30'} | ${'50 − 20'}
    ${2}  | ${'10'} | ${'30 − 20'}
    ${3}  | ${'0'}  | ${'10 − 10, not 20'}
    ${9}  | ${'0'}  | ${'nothing is left to pay with'}
  `('FUN-002 isolated long 10 at 200 with 50, after $ticks: $arithmetic', ({ ticks, margin }) => {
    const s = funded('0.01', { mode: 'isolated', leverage: 20 })
    s.order('buy 10 A')
    for (let tick = 0; tick < ticks; tick += 1) s.move({ A: 200 })
    expect(s.position('A').margin.toFixed()).toBe(margin)
    expect(s.account().cash.toFixed()).toBe('950')
    expect(s.round.books?.house.toFixed()).toBe(String(50 - Number(margin)))
  })

  test('FUN-002 cash that funding takes below nothing is carried by the profit of a cross position', () => {
    const s = funded('0.01', { cash: 100, leverage: 10 })
    s.order('buy 10 A')
    s.move({ A: 150 })
    for (let tick = 0; tick < 7; tick += 1) s.move({})
    expect(s.inWords()).toBe('-20, A 10')
    expect(s.account().wipedAtTick).toBeNull()
  })
})

describe('funding before liquidation', () => {
  test.each`
    mode          | share       | mark      | arithmetic                        | lives
    ${'isolated'} | ${'0'}      | ${'95.5'} | ${'5 against 4.775'}              | ${true}
    ${'isolated'} | ${'0.0002'} | ${'95.5'} | ${'5 − 0.191 against 4.775'}      | ${true}
    ${'isolated'} | ${'0.0003'} | ${'95.5'} | ${'5 − 0.2865 against 4.775'}     | ${false}
    ${'isolated'} | ${'-0.01'}  | ${'95.2'} | ${'2 + 9.52 against 4.76: saved'} | ${true}
    ${'isolated'} | ${'0'}      | ${'95.2'} | ${'2 against 4.76'}               | ${false}
    ${'cross'}    | ${'0.0002'} | ${'95.5'} | ${'5 − 0.191 against 4.775'}      | ${true}
    ${'cross'}    | ${'0.0003'} | ${'95.5'} | ${'5 − 0.2865 against 4.775'}     | ${false}
  `('FUN-003 $mode long 10 with 50 at $mark: $arithmetic', ({ mode, share, mark, lives }) => {
    const s = funded(share, { mode, leverage: 20, cash: 50 })
    s.order('buy 10 A')
    s.move({ A: mark })
    expect(s.has('A')).toBe(lives)
  })

  test('FUN-003 who is liquidated has paid before, and a wiped account never again', () => {
    const s = funded('0.01', { mode: 'isolated', leverage: 20, cash: 50 })
    s.order('buy 10 A')
    expect(tale(s.move({ A: 95 }))).toEqual(['s1 funds A 9.5', 's1 loses 10 A at 95', 's1 is wiped'])
    expect(tale(s.move({}))).toEqual([])
    // 40.5 of margin against 50 of loss
    expect(s.booksInWords()).toBe('house 59.5, fund 9990.5')
  })

  test('FUN-004 over longs and shorts of every kind, players and house add up to nothing', () => {
    const s = funded('0.00037', { cash: 2000 })
    s.mode('B', 'isolated')
    for (const order of ['buy 3.333 A', 'sell 7.777 B', 'buy 0.001 C']) s.order(order)
    const other = s.rival('s2', '20x sell 3.333 A', '3x buy 7.777 B', '7x sell 0.5 C')
    for (const mark of ['101.37', '98.51', '100.03']) s.move({ A: mark, B: mark, C: mark })
    const margins = [...s.account().positions.values(), ...s.account(other).positions.values()]
    const players = [s.account().cash, s.account(other).cash, ...margins.map(({ margin }) => margin)]
    expect(
      sum(players)
        .plus(s.round.books?.house ?? 0)
        .toFixed(),
    ).toBe('4000')
  })
})

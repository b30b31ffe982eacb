import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limit, Scripted, type Wishes } from '../../test/scripted.ts'
import { execute, type FundingPaid, type RoundEvent, rate } from '../index.ts'

const funded = (share: string, wishes: Wishes = {}, everyTicks = 1): Scripted =>
  new Scripted({
    cash: 10_000,
    ...wishes,
    rules: { ...wishes.rules, funding: { everyTicks, rate: rate(share) } },
  })

const fundingIn = (events: readonly RoundEvent[]): readonly FundingPaid[] =>
  events.filter((event) => event.type === 'funding.paid')
const amountsIn = (events: readonly RoundEvent[]) =>
  fundingIn(events).flatMap(({ seat, payments }) =>
    payments.map(({ instrument, amount }) => `${seat} ${instrument} ${amount.toFixed()}`),
  )

describe('what funding costs', () => {
  test.each`
    mode          | order          | mark     | share       | pays      | cash         | margin
    ${'cross'}    | ${'buy 10 A'}  | ${'100'} | ${'0.0001'} | ${'0.1'}  | ${'9999.9'}  | ${'0'}
    ${'cross'}    | ${'sell 10 A'} | ${'100'} | ${'0.0001'} | ${'-0.1'} | ${'10000.1'} | ${'0'}
    ${'cross'}    | ${'buy 10 A'}  | ${'120'} | ${'0.001'}  | ${'1.2'}  | ${'9998.8'}  | ${'0'}
    ${'cross'}    | ${'sell 10 A'} | ${'120'} | ${'0.001'}  | ${'-1.2'} | ${'10001.2'} | ${'0'}
    ${'cross'}    | ${'buy 10 A'}  | ${'90'}  | ${'-0.001'} | ${'-0.9'} | ${'10000.9'} | ${'0'}
    ${'cross'}    | ${'sell 10 A'} | ${'90'}  | ${'-0.001'} | ${'0.9'}  | ${'9999.1'}  | ${'0'}
    ${'isolated'} | ${'buy 10 A'}  | ${'100'} | ${'0.0001'} | ${'0.1'}  | ${'9800'}    | ${'199.9'}
    ${'isolated'} | ${'sell 10 A'} | ${'100'} | ${'0.0001'} | ${'-0.1'} | ${'9800'}    | ${'200.1'}
    ${'isolated'} | ${'buy 10 A'}  | ${'120'} | ${'0.001'}  | ${'1.2'}  | ${'9800'}    | ${'198.8'}
    ${'isolated'} | ${'sell 10 A'} | ${'90'}  | ${'-0.001'} | ${'0.9'}  | ${'9800'}    | ${'199.1'}
  `('FUN-001 FUN-002 $mode, $order at $mark, rate $share: pays $pays', (row) => {
    const s = funded(row.share, { mode: row.mode })
    s.order(row.order)
    expect(amountsIn(s.move({ A: row.mark }))).toEqual([`s1 A ${row.pays}`])
    expect(s.cash()).toBe(row.cash)
    expect(s.position('A').margin.toFixed()).toBe(row.margin)
    expect(s.round.books?.house.toFixed()).toBe(row.pays)
  })

  test.each`
    every | paid
    ${1}  | ${[1, 2, 3, 4, 5, 6]}
    ${2}  | ${[2, 4, 6]}
    ${4}  | ${[4]}
    ${7}  | ${[]}
  `('FUN-001 every $every ticks it is paid in ticks $paid', ({ every, paid }) => {
    const s = funded('0.001', {}, every)
    s.order('buy 1 A')
    const ticks = [1, 2, 3, 4, 5, 6].flatMap(() => fundingIn(s.move({})).map(({ tick }) => tick))
    expect(ticks).toEqual(paid)
  })

  test('FUN-001 RND-013 what is paid is rounded up and what is received is rounded down', () => {
    const s = funded('0.00012345')
    const other = s.join('s2')
    s.order('buy 0.001 A')
    s.order('sell 0.001 A', {}, other)
    expect(amountsIn(s.move({ A: '33.33' }))).toEqual(['s1 A 0.00000412', 's2 A -0.00000411'])
    expect(s.round.books?.house.toFixed()).toBe('0.00000001')
  })

  test('FUN-001 a position pays in the tick that opens it, and not in the one that closes it', () => {
    const s = funded('0.001')
    s.order('buy 1 A', limit(95))
    expect(amountsIn(s.move({ A: 95 }))).toEqual(['s1 A 0.095'])
    s.order('sell 1 A', limit(105))
    expect(amountsIn(s.move({ A: 105 }))).toEqual([])
  })
})

describe('several positions', () => {
  test('FUN-002 pay each from its own pocket, in one event', () => {
    const s = funded('0.001', { mode: 'isolated' })
    s.mode('B', 'cross')
    s.order('buy 10 A')
    s.order('sell 20 B')
    const events = s.move({})
    expect(amountsIn(events)).toEqual(['s1 A 1', 's1 B -2'])
    expect(fundingIn(events)).toHaveLength(1)
    expect(s.position('A').margin.toFixed()).toBe('199')
    expect(s.cash()).toBe('9802')
  })

  test.each`
    share       | margin  | paid
    ${'0.01'}   | ${'0'}  | ${['s1 A 50']}
    ${'0.0025'} | ${'0'}  | ${['s1 A 50']}
    ${'0.002'}  | ${'10'} | ${['s1 A 40']}
  `(
    'FUN-002 of 50 of margin behind 20,000 dollars, a rate of $share takes $paid',
    ({ share, margin, paid }) => {
      const s = funded(share, { mode: 'isolated', leverage: 20 })
      s.order('buy 10 A')
      const events = s.move({ A: 2000 })
      expect(amountsIn(events)).toEqual(paid)
      expect(s.position('A').margin.toFixed()).toBe(margin)
      expect(s.cash()).toBe('9950')
    },
  )

  test('FUN-002 with nothing left to pay with, nothing is paid and nothing is told', () => {
    const s = funded('0.01', { mode: 'isolated', leverage: 20 })
    s.order('buy 10 A')
    s.move({ A: 2000 })
    expect(fundingIn(s.move({}))).toEqual([])
  })
})

describe('where nothing is due', () => {
  test('FUN-001 without a rule, without a position, and at a rate of nothing, nothing is told', () => {
    const free = new Scripted()
    free.order('buy 1 A')
    expect(fundingIn(free.move({}))).toEqual([])
    expect(fundingIn(funded('0.001').move({}))).toEqual([])
    const nothing = funded('0')
    nothing.order('buy 1 A')
    expect(fundingIn(nothing.move({}))).toEqual([])
  })

  test('FUN-001 the bell between two fundings asks for no part of one', () => {
    const s = funded('0.01', {}, 3)
    s.order('buy 1 A')
    s.move({})
    s.move({})
    execute(s.round, { type: 'round.end' })
    expect(s.cash()).toBe('10000')
  })
})

describe('what funding brings about', () => {
  test.each`
    mode          | order          | share       | mark     | lives
    ${'isolated'} | ${'buy 10 A'}  | ${'0.01'}   | ${'96'}  | ${false}
    ${'isolated'} | ${'buy 10 A'}  | ${'0.0001'} | ${'96'}  | ${true}
    ${'isolated'} | ${'sell 10 A'} | ${'-0.01'}  | ${'104'} | ${false}
    ${'isolated'} | ${'sell 10 A'} | ${'0.01'}   | ${'104'} | ${true}
  `('FUN-003 at 20x $order, $mark, rate $share: lives $lives', ({ mode, order, share, mark, lives }) => {
    const s = funded(share, { mode, leverage: 20 })
    s.order(order)
    s.move({ A: mark })
    expect(s.has('A')).toBe(lives)
  })

  test('FUN-003 a cross account is liquidated by what it pays', () => {
    const s = funded('0.01', { cash: 50, leverage: 20 })
    s.order('buy 10 A')
    const types = s.move({ A: '96' }).map(({ type }) => type)
    expect(types.indexOf('funding.paid')).toBeLessThan(types.indexOf('position.liquidated'))
    expect(s.has('A')).toBe(false)
  })

  test('FUN-004 players and house together neither gain nor lose, whoever holds what', () => {
    const lots = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(lots, fc.integer({ min: -100, max: 100 }), (units, parts) => {
        const s = funded(String(parts / 10_000), { cash: 100_000 })
        for (const [index, held] of units.entries()) {
          const seat = index === 0 ? s.seat : s.join(`s${index + 1}`)
          if (held !== 0) s.order(`${held > 0 ? 'buy' : 'sell'} ${Math.abs(held)} A`, {}, seat)
        }
        s.move({ A: 101 })
        const paid = [...s.round.accounts.values()].reduce(
          (sum, { cash }) => sum + cash.toNumber() - 100_000,
          0,
        )
        const net = units.reduce((sum, held) => sum + held, 0)
        expect(s.round.books?.house.toNumber()).toBeCloseTo((net * 101 * parts) / 10_000, 6)
        expect(paid + (s.round.books?.house.toNumber() ?? 0)).toBeCloseTo(0, 6)
      }),
      { numRuns: 25 },
    )
  })
})

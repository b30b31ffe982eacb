import { describe, expect, test } from 'vitest'
import { crash, under } from '../../test/crash.ts'
import { limit, Scripted, stop } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { freeMargin, money, type RoundEvent } from '../index.ts'

describe('socialised loss', () => {
  const share = (events: readonly RoundEvent[]) =>
    only(events, 'loss.socialised').map(({ seat, amount }) => [seat, amount.toFixed()])

  test('INS-008 the uncovered loss is shared in proportion to profit', () => {
    const { s, seats, events } = crash(
      under('socialised-loss', { insuranceFund: money(490) }),
      '10x sell 10 A',
      '10x sell 5 A',
    )
    expect(share(events)).toEqual([
      [seats[0], '40'],
      [seats[1], '20'],
    ])
    expect(s.account(seats[0]).cash.toFixed()).toBe('860')
  })

  test('INS-008 nobody pays more than the profit or the free margin, and the house bears the rest', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('socialised-loss') })
    const [small, bound] = [s.join('s2'), s.join('s3')]
    s.order('buy 10 A')
    s.order('sell 1 A', {}, small)
    s.order('sell 10 A', {}, bound)
    s.transfer('A', 940, bound)
    expect(share(s.move({ A: 40 }))).toEqual([
      [small, '50'],
      [bound, '10'],
    ])
    expect(s.account(bound).cash.toFixed()).toBe('0')
  })

  test('INS-008 an account without profit pays nothing', () => {
    const { events } = crash(under('socialised-loss'))
    expect(share(events)).toEqual([])
  })

  test.each`
    lossPolicy             | paid
    ${'socialised-loss'}   | ${['s2']}
    ${'auto-deleveraging'} | ${[]}
    ${'house-loss'}        | ${[]}
  `('INS-009 under $lossPolicy a stop beyond the bankruptcy price costs $paid', ({ lossPolicy, paid }) => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under(lossPolicy) })
    const rival = s.join('s2')
    s.order('buy 10 A')
    s.order('sell 10 A', stop(97))
    s.order('sell 2 A', {}, rival)
    const events = s.move({ A: 90 })
    expect(only(events, 'bucket.settled').map(({ uncovered }) => uncovered.toFixed())).toEqual(['50'])
    const payers = events.flatMap((event) =>
      event.type === 'position.deleveraged' || event.type === 'loss.socialised' ? [event.seat] : [],
    )
    expect(payers).toEqual(paid)
  })
})

describe('who bears how much', () => {
  test.each`
    fund         | arithmetic                    | shares
    ${430}       | ${'120 by 600 : 300 : 300'}   | ${['60', '30', '30']}
    ${450}       | ${'100 by 600 : 300 : 300'}   | ${['50', '25', '25']}
    ${'549.999'} | ${'0.001 by 600 : 300 : 300'} | ${['0.0005', '0.00025', '0.00025']}
    ${550}       | ${'nothing'}                  | ${[]}
  `('INS-008 with $fund in the fund: $arithmetic', ({ fund, shares }) => {
    const rules = under('socialised-loss', { insuranceFund: money(fund) })
    const { events } = crash(rules, '10x sell 10 A', '10x sell 5 A', '5x sell 5 A')
    expect(only(events, 'loss.socialised').map(({ amount }) => amount.toFixed())).toEqual(shares)
  })

  test('INS-008 shares that do not divide are rounded up and never add up to more than the loss', () => {
    const rules = under('socialised-loss', { insuranceFund: money(450) })
    const { s, events } = crash(rules, '10x sell 5 A', '10x sell 5 A', '10x sell 5 A')
    expect(tale(events)).toEqual([
      's1 loses 10 A at 40',
      's2 bears 33.33333334',
      's3 bears 33.33333334',
      's4 bears 33.33333332',
    ])
    // the house took 600 of the long and what was shared, and owes the shorts their 900
    expect(s.booksInWords()).toBe('house 600, fund 0')
  })

  test('INS-008 profit is what an account has more than was paid in, realised or not', () => {
    const s = new Scripted({ leverage: 20, rules: under('socialised-loss', { insuranceFund: money(40) }) })
    const realised = s.rival('s2', '10x buy 10 B')
    const mixed = s.rival('s3', '10x sell 10 B', '10x sell 10 A')
    s.mode('A', 'isolated')
    s.order('buy 10 A')
    s.move({ B: 110 })
    s.order('sell 10 B', {}, realised)
    // 150 − 50 − 40 = 60 uncovered, profits 100 in cash and 150 − 100 = 50
    expect(tale(s.move({ A: 85 }))).toEqual(['s1 loses 10 A at 85', 's2 bears 40', 's3 bears 20'])
    expect([s.inWords(realised), s.inWords(mixed)]).toEqual(['1060', '980, B -10, A -10'])
  })

  test('INS-008 what all buckets of a tick leave uncovered is shared at once', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('socialised-loss') })
    s.order('buy 2 A')
    s.order('buy 4 B')
    const winner = s.rival('s2', '10x sell 10 A')
    // 10 of A and 20 of B
    expect(tale(s.move({ A: 90, B: 90 }))).toEqual([
      's1 loses 2 A at 90',
      's1 loses 4 B at 90',
      's2 bears 30',
    ])
    expect(s.inWords(winner)).toBe('870, A -10 with 100')
  })

  test.each`
    waiting    | arithmetic                  | paid
    ${0}       | ${'1600 − 40 = 1560 free'}  | ${'400'}
    ${120}     | ${'1560 − 1080 = 480 free'} | ${'400'}
    ${160}     | ${'1560 − 1440 = 120 free'} | ${'120'}
    ${173.333} | ${'0.003 free'}             | ${'0.003'}
  `(
    'INS-008 of 400 no share is more than the free margin: $waiting wait, $arithmetic',
    ({ waiting, paid }) => {
      const s = new Scripted({ leverage: 20, rules: under('socialised-loss') })
      s.mode('B', 'isolated')
      s.order('buy 100 B')
      const winner = s.rival('s2', '10x sell 10 A')
      s.leverage('B', 10, winner)
      s.move({ A: 40 })
      if (waiting > 0) s.order(`buy ${waiting} B`, limit(90), winner)
      const [share] = only(s.move({ B: 91 }), 'loss.socialised')
      expect(share?.amount.toFixed()).toBe(paid)
      expect(freeMargin(s.round, s.account(winner)).gte(0)).toBe(true)
      expect(s.has('A', winner)).toBe(true)
    },
  )

  test('INS-008 the wiped and the losers bear nothing', () => {
    const s = new Scripted({ leverage: 20, rules: under('socialised-loss') })
    s.rival('s2', '20x buy 100 A')
    s.rival('s3', '20x buy 1 A')
    s.order('buy 200 A')
    const events = s.move({ A: 80 })
    expect(only(events, 'loss.socialised')).toEqual([])
    expect(s.round.books?.insurance.toFixed()).toBe('0')
  })

  test('INS-008 it is shared in the tick of the loss, and not again in the next', () => {
    const { s } = crash(under('socialised-loss', { insuranceFund: money(490) }), '10x sell 10 A')
    expect(only(s.move({ A: 39 }), 'loss.socialised')).toEqual([])
  })

  test('INS-009 cross and isolated losses of liquidations and of stops are shared alike', () => {
    const s = new Scripted({ leverage: 10, rules: under('socialised-loss') })
    const stopped = s.rival('s2', '10x buy 100 A')
    s.order('sell 100 A', { ...stop(95), reduceOnly: true }, stopped)
    const winner = s.rival('s3', '10x sell 20 A')
    s.order('buy 100 A')
    // at 89 each is 100 beyond; the winner has 220
    const events = s.move({ A: 89 })
    expect(tale(events)).toEqual([
      's2 fills sell 100 A',
      's1 loses 100 A at 89',
      's1 owes 100 uncovered',
      's1 is wiped',
      's2 owes 100 uncovered',
      's2 is wiped',
      's3 bears 200',
    ])
    expect(s.inWords(winner)).toBe('800, A -20')
  })
})

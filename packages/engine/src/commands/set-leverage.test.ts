import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { affairs, limit, reasonOf, Scripted, stop } from '../../test/scripted.ts'
import {
  deriveTiers,
  execute,
  instrumentId,
  isolatedEquity,
  liquidationPriceOf,
  price,
  rate,
} from '../index.ts'

const A = instrumentId('A')
const settingOf = (s: Scripted) => s.account().settings.get(A)?.leverage.toFixed()

describe('the bounds of leverage', () => {
  test.each`
    to         | answer
    ${'-1'}    | ${'leverage_below_one'}
    ${'0'}     | ${'leverage_below_one'}
    ${'0.99'}  | ${'leverage_below_one'}
    ${'1'}     | ${'accepted'}
    ${'1.5'}   | ${'accepted'}
    ${'20'}    | ${'accepted'}
    ${'20.01'} | ${'leverage_above_max'}
    ${'125'}   | ${'leverage_above_max'}
  `('MAR-016 under a cap of 20x, $to: $answer', ({ to, answer }) => {
    const s = new Scripted()
    expect(reasonOf(s.leverage('A', to))).toBe(answer)
    expect(settingOf(s)).toBe(answer === 'accepted' ? to : '5')
  })

  test('ORD-012 the instrument is looked at before the leverage', () => {
    expect(reasonOf(new Scripted().leverage('Z', 0))).toBe('instrument_unknown')
  })

  test('MAR-015 what is open must still be backed when it is raised', () => {
    const s = new Scripted({ leverage: 5, rules: { closingFeeRate: rate('0.06') } })
    s.order('buy 1 A')
    expect(reasonOf(s.leverage('A', 15))).toBe('accepted')
    expect(reasonOf(s.leverage('A', 16))).toBe('leverage_above_tier')
    expect(reasonOf(s.leverage('B', 16))).toBe('accepted')
  })

  test('MAR-013 is set for one instrument of one seat', () => {
    const s = new Scripted()
    const other = s.join('s2')
    s.leverage('A', 10)
    const all = (seat = s.seat) => [...s.account(seat).settings.values()].map((one) => one.leverage.toFixed())
    expect(all()).toEqual(['10', '5', '5'])
    expect(all(other)).toEqual(['5', '5', '5'])
  })
})

describe('an open isolated position', () => {
  test.each`
    order          | from | mark     | to    | margin    | cash
    ${'buy 10 A'}  | ${4} | ${'120'} | ${1}  | ${'1000'} | ${'9000'}
    ${'buy 10 A'}  | ${4} | ${'120'} | ${12} | ${'0'}    | ${'10000'}
    ${'buy 10 A'}  | ${4} | ${'90'}  | ${2}  | ${'550'}  | ${'9450'}
    ${'buy 10 A'}  | ${4} | ${'90'}  | ${10} | ${'190'}  | ${'9810'}
    ${'buy 10 A'}  | ${4} | ${'100'} | ${8}  | ${'125'}  | ${'9875'}
    ${'sell 10 A'} | ${4} | ${'80'}  | ${1}  | ${'600'}  | ${'9400'}
    ${'sell 10 A'} | ${4} | ${'80'}  | ${10} | ${'0'}    | ${'10000'}
    ${'sell 10 A'} | ${4} | ${'110'} | ${2}  | ${'650'}  | ${'9350'}
    ${'sell 10 A'} | ${4} | ${'100'} | ${8}  | ${'125'}  | ${'9875'}
  `('MAR-013 $order at $from x, mark $mark, to $to x: margin $margin', (row) => {
    const s = new Scripted({ mode: 'isolated', leverage: row.from, cash: 10_000 })
    s.order(row.order)
    s.move({ A: row.mark })
    expect(reasonOf(s.leverage('A', row.to))).toBe('accepted')
    expect(s.position('A').margin.toFixed()).toBe(row.margin)
    expect(s.cash()).toBe(row.cash)
  })

  test.each`
    cash   | to   | answer
    ${500} | ${2} | ${'accepted'}
    ${499} | ${2} | ${'margin_insufficient'}
  `('MAR-013 with $cash dollars, 1,000 of notional from 5x to $to x: $answer', ({ cash, to, answer }) => {
    const s = new Scripted({ mode: 'isolated', cash })
    s.order('buy 10 A')
    const before = affairs(s.round)
    expect(reasonOf(s.leverage('A', to))).toBe(answer)
    if (answer !== 'accepted') expect(affairs(s.round)).toBe(before)
  })

  test('MAR-013 less leverage moves the liquidation price away, more moves it nearer', () => {
    const s = new Scripted({ mode: 'isolated', cash: 10_000 })
    s.order('buy 10 A')
    const at = () => liquidationPriceOf(s.round, s.account(), A)?.toFixed()
    expect(at()).toBe('80.41')
    s.leverage('A', 2)
    expect(at()).toBe('50.26')
    s.leverage('A', 20)
    expect(at()).toBe('95.48')
  })

  test('MAR-013 there and back at one mark gives back the same margin and cash', () => {
    const leverage = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(leverage, leverage, fc.integer({ min: 9000, max: 11_000 }), (from, to, cents) => {
        const s = new Scripted({ mode: 'isolated', leverage: from, cash: 100_000 })
        s.order('buy 7 A')
        s.move({ A: cents / 100 })
        if (!s.has('A')) return
        s.leverage('A', from === 1 ? 2 : 1)
        s.leverage('A', from)
        const before = affairs(s.round)
        s.leverage('A', to)
        s.leverage('A', from)
        expect(affairs(s.round)).toBe(before)
      }),
      { numRuns: 30 },
    )
  })

  test('MAR-013 margin and P&L are what the new leverage asks, or less than a unit more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 9600, max: 10_400 }), (to, cents) => {
        const s = new Scripted({ mode: 'isolated', leverage: 10, cash: 100_000 })
        s.order('sell 7.003 A')
        s.move({ A: cents / 100 })
        if (to === 10) return
        s.leverage('A', to)
        const asked = s.position('A').size.abs().times(cents).div(100).div(to)
        const backing = isolatedEquity(s.position('A'), price(cents / 100))
        const above = backing.minus(asked)
        expect(above.gte(0)).toBe(true)
        expect(above.lt('1e-8') || s.position('A').margin.isZero()).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

describe('leverage of cross positions and of orders', () => {
  test('MAR-002 moves no money, only what free margin is left', () => {
    const s = new Scripted()
    s.order('buy 10 A')
    expect(s.free()).toBe('800')
    expect(s.leverage('A', 2).events).toMatchObject([{ type: 'leverage.set', postings: [] }])
    expect([s.cash(), s.free()]).toEqual(['1000', '500'])
    s.leverage('A', 20)
    expect([s.cash(), s.free()]).toEqual(['1000', '950'])
  })

  test.each`
    order          | more         | to   | answer
    ${'buy 10 A'}  | ${{}}        | ${1} | ${'accepted'}
    ${'buy 11 A'}  | ${{}}        | ${1} | ${'margin_insufficient'}
    ${'sell 11 A'} | ${{}}        | ${1} | ${'margin_insufficient'}
    ${'buy 20 A'}  | ${limit(50)} | ${1} | ${'accepted'}
    ${'buy 21 A'}  | ${limit(50)} | ${1} | ${'margin_insufficient'}
    ${'sell 20 A'} | ${stop(60)}  | ${1} | ${'margin_insufficient'}
  `('MAR-005 of 1,000 dollars, $order, then $to x: $answer', ({ order, more, to, answer }) => {
    const s = new Scripted()
    expect(reasonOf(s.order(order, more))).toBe('accepted')
    expect(reasonOf(s.leverage('A', to))).toBe(answer)
  })

  test('MAR-005 an account with too little may still raise its leverage, which asks for less', () => {
    const s = new Scripted()
    s.order('buy 50 A')
    s.move({ A: 95 })
    expect(s.free()).toBe('-200')
    expect(reasonOf(s.leverage('A', 4))).toBe('margin_insufficient')
    expect(reasonOf(s.leverage('A', 6))).toBe('accepted')
  })

  test.each(['cross', 'isolated'] as const)('MAR-013 setting what is set moves nothing: %s', (mode) => {
    const s = new Scripted({ mode })
    s.order('buy 50 A')
    s.move({ A: 95 })
    const before = affairs(s.round)
    for (const id of ['A', 'B']) {
      expect(s.leverage(id, 5).events).toMatchObject([{ type: 'leverage.set', postings: [] }])
    }
    expect(affairs(s.round)).toBe(before)
  })

  test('MAR-013 setting what is set is not refused where the tier has changed meanwhile', () => {
    const tiers = deriveTiers([
      { floor: 0, maintenanceRate: '0.005' },
      { floor: 1100, maintenanceRate: '0.9' },
    ])
    const instruments = new Scripted().round.config.instruments.map((one) => ({ ...one, tiers }))
    const s = new Scripted({ mode: 'isolated', config: { instruments } })
    s.order('buy 10 A')
    s.move({ A: 150 })
    expect(reasonOf(s.leverage('A', 6))).toBe('leverage_above_tier')
    expect(reasonOf(s.leverage('A', 5))).toBe('accepted')
  })

  test('RND-005 after the bell nothing is set any more', () => {
    const s = new Scripted()
    execute(s.round, { type: 'round.end' })
    expect(reasonOf(s.leverage('A', 2))).toBe('round_not_running')
  })
})

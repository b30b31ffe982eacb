import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Scripted } from '../../test/scripted.ts'
import { Fault } from '../assert.ts'
import type { Pocket, Posting } from '../ledger/posting.ts'
import type { Position } from '../margin/position.ts'
import { Decimal } from '../number/decimal.ts'
import { instrumentId } from '../number/ids.ts'
import { money, price, quantity, rate, size } from '../number/units.ts'
import { changedPosition, closePart, planFill, withFill } from './fill.ts'

const A = instrumentId('A')

interface Trade {
  readonly side: 'buy' | 'sell'
  readonly units: string
  readonly at: string
}

/** The fill of a trade at a tenth of a percent, on top of what is held. */
function plan(s: Scripted, { side, units, at }: Trade, feeMax: number | string = 1_000_000) {
  return planFill(s.account(), {
    instrument: A,
    side,
    quantity: quantity(units),
    price: price(at),
    feeRate: rate('0.001'),
    feeMax: money(feeMax),
  })
}

const pocketText = (pocket: Pocket) => pocket.kind
const text = ({ from, to, amount, for: why }: Posting) =>
  `${why} ${amount.toFixed()} ${pocketText(from)}>${pocketText(to)}`

/** A round at five times leverage in which a position at 100 may be held. */
function holding(order: string | null, mode: 'cross' | 'isolated'): Scripted {
  const s = new Scripted({ mode, cash: 10_000 })
  if (order) s.order(order)
  return s
}

describe('what a fill does to a position', () => {
  test.each`
    held          | side      | units  | at       | effect        | size    | cost      | pnl
    ${null}       | ${'buy'}  | ${'2'} | ${'100'} | ${'open'}     | ${'2'}  | ${'200'}  | ${'0'}
    ${null}       | ${'sell'} | ${'2'} | ${'100'} | ${'open'}     | ${'-2'} | ${'-200'} | ${'0'}
    ${'buy 2 A'}  | ${'buy'}  | ${'1'} | ${'130'} | ${'increase'} | ${'3'}  | ${'330'}  | ${'0'}
    ${'sell 2 A'} | ${'sell'} | ${'1'} | ${'70'}  | ${'increase'} | ${'-3'} | ${'-270'} | ${'0'}
    ${'buy 2 A'}  | ${'sell'} | ${'1'} | ${'110'} | ${'reduce'}   | ${'1'}  | ${'100'}  | ${'10'}
    ${'buy 2 A'}  | ${'sell'} | ${'1'} | ${'90'}  | ${'reduce'}   | ${'1'}  | ${'100'}  | ${'-10'}
    ${'sell 2 A'} | ${'buy'}  | ${'1'} | ${'110'} | ${'reduce'}   | ${'-1'} | ${'-100'} | ${'-10'}
    ${'sell 2 A'} | ${'buy'}  | ${'1'} | ${'90'}  | ${'reduce'}   | ${'-1'} | ${'-100'} | ${'10'}
    ${'buy 2 A'}  | ${'sell'} | ${'2'} | ${'110'} | ${'close'}    | ${'0'}  | ${'0'}    | ${'20'}
    ${'sell 2 A'} | ${'buy'}  | ${'2'} | ${'110'} | ${'close'}    | ${'0'}  | ${'0'}    | ${'-20'}
    ${'buy 2 A'}  | ${'sell'} | ${'5'} | ${'110'} | ${'flip'}     | ${'-3'} | ${'-330'} | ${'20'}
    ${'sell 2 A'} | ${'buy'}  | ${'5'} | ${'110'} | ${'flip'}     | ${'3'}  | ${'330'}  | ${'-20'}
  `('MAR-011 $held, then $side $units at $at: $effect to $size, P&L $pnl', (row) => {
    for (const mode of ['cross', 'isolated'] as const) {
      const fill = plan(holding(row.held, mode), row)
      expect(fill.effect).toBe(row.effect)
      expect(fill.after.size.toFixed()).toBe(row.size)
      expect(fill.after.entryCost.toFixed()).toBe(row.cost)
      expect(fill.realizedPnl.toFixed()).toBe(row.pnl)
      expect(fill.marginMode).toBe(mode)
    }
  })
})

describe('where the money of a fill goes', () => {
  const trade = (side: Trade['side'], units: string, at: string): Trade => ({ side, units, at })
  test.each<['cross' | 'isolated', string | null, Trade, readonly string[]]>([
    ['cross', null, trade('buy', '2', '100'), ['fee 0.2 cash>house']],
    ['cross', null, trade('sell', '2', '100'), ['fee 0.2 cash>house']],
    ['cross', 'buy 2 A', trade('sell', '1', '110'), ['pnl 10 house>cash', 'fee 0.11 cash>house']],
    ['cross', 'buy 2 A', trade('sell', '1', '90'), ['pnl 10 cash>house', 'fee 0.09 cash>house']],
    ['cross', 'sell 2 A', trade('buy', '2', '90'), ['pnl 20 house>cash', 'fee 0.18 cash>house']],
    ['isolated', null, trade('buy', '2', '100'), ['fee 0.2 cash>house', 'margin 40 cash>margin']],
    ['isolated', 'buy 2 A', trade('buy', '1', '130'), ['fee 0.13 cash>house', 'margin 26 cash>margin']],
    [
      'isolated',
      'buy 2 A',
      trade('sell', '1', '110'),
      ['pnl 10 house>cash', 'margin 20 margin>cash', 'fee 0.11 cash>house'],
    ],
    [
      'isolated',
      'buy 2 A',
      trade('sell', '1', '90'),
      ['pnl 10 margin>house', 'margin 10 margin>cash', 'fee 0.09 cash>house'],
    ],
    [
      'isolated',
      'sell 2 A',
      trade('buy', '1', '105'),
      ['pnl 5 margin>house', 'margin 15 margin>cash', 'fee 0.105 cash>house'],
    ],
    ['isolated', 'buy 2 A', trade('sell', '2', '80'), ['pnl 40 margin>house']],
    [
      'isolated',
      'buy 2 A',
      trade('sell', '3', '110'),
      ['pnl 20 house>cash', 'margin 40 margin>cash', 'fee 0.33 cash>house', 'margin 22 cash>margin'],
    ],
  ])('MAR-009 MAR-010 %s, holding %s, then %j: %j', (mode, held, next, postings) => {
    expect(plan(holding(held, mode), next).postings.map(text)).toEqual(postings)
  })

  test.each`
    side      | held          | at       | uncovered
    ${'sell'} | ${'buy 2 A'}  | ${'81'}  | ${'0'}
    ${'sell'} | ${'buy 2 A'}  | ${'80'}  | ${'0'}
    ${'sell'} | ${'buy 2 A'}  | ${'79'}  | ${'2'}
    ${'buy'}  | ${'sell 2 A'} | ${'120'} | ${'0'}
    ${'buy'}  | ${'sell 2 A'} | ${'125'} | ${'10'}
  `('LIQ-009 closing $held of 40 margin at $at leaves $uncovered that nobody owes', (row) => {
    const s = holding(row.held, 'isolated')
    const fill = plan(s, { side: row.side, units: '2', at: row.at })
    expect(fill.uncovered.toFixed()).toBe(row.uncovered)
    const taken = fill.postings.filter(({ from }) => from.kind === 'margin')
    expect(taken.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed()).toBe('40')
  })

  test('LIQ-009 a cross loss is owed in full: nothing is uncovered', () => {
    const fill = plan(holding('buy 2 A', 'cross'), { side: 'sell', units: '2', at: '1' })
    expect(fill.uncovered.isZero()).toBe(true)
    expect(fill.postings.map(text)).toContain('pnl 198 cash>house')
  })
})

describe('the fee of a fill', () => {
  test.each`
    held         | side      | units  | feeMax   | fee
    ${null}      | ${'buy'}  | ${'2'} | ${'0'}   | ${'0.2'}
    ${'buy 2 A'} | ${'sell'} | ${'2'} | ${'5'}   | ${'0.2'}
    ${'buy 2 A'} | ${'sell'} | ${'2'} | ${'0.2'} | ${'0.2'}
    ${'buy 2 A'} | ${'sell'} | ${'2'} | ${'0.1'} | ${'0.1'}
    ${'buy 2 A'} | ${'sell'} | ${'1'} | ${'0'}   | ${'0'}
    ${'buy 2 A'} | ${'sell'} | ${'1'} | ${'-3'}  | ${'0'}
    ${'buy 2 A'} | ${'sell'} | ${'3'} | ${'0.1'} | ${'0.2'}
    ${'buy 2 A'} | ${'buy'}  | ${'1'} | ${'0'}   | ${'0.1'}
  `('ORD-008 $held, then $side $units with $feeMax to pay: $fee', ({ held, side, units, feeMax, fee }) => {
    const fill = plan(holding(held, 'cross'), { side, units, at: '100' }, feeMax)
    expect(fill.fee.toFixed()).toBe(fee)
  })

  test.each`
    side      | held           | units   | at         | fee
    ${'sell'} | ${'buy 10 A'}  | ${'6'}  | ${'81'}    | ${'0.486'}
    ${'sell'} | ${'buy 10 A'}  | ${'6'}  | ${'80.05'} | ${'0.3'}
    ${'sell'} | ${'buy 10 A'}  | ${'6'}  | ${'80'}    | ${'0'}
    ${'sell'} | ${'buy 10 A'}  | ${'6'}  | ${'70'}    | ${'0'}
    ${'sell'} | ${'buy 10 A'}  | ${'16'} | ${'80'}    | ${'0.48'}
    ${'buy'}  | ${'sell 10 A'} | ${'6'}  | ${'119'}   | ${'0.714'}
    ${'buy'}  | ${'sell 10 A'} | ${'6'}  | ${'120'}   | ${'0'}
  `('ORD-008 isolated, $held with 200 of margin, then $side $units at $at: a fee of $fee', (row) => {
    expect(plan(holding(row.held, 'isolated'), row, 0).fee.toFixed()).toBe(row.fee)
  })
})

describe('closing a part', () => {
  const held: Position = {
    instrument: A,
    marginMode: 'isolated',
    size: size(3),
    entryCost: money(100),
    margin: money(10),
    openedAtTick: 0,
  }

  test('MAR-010 a third gives back a third, rounded down, and the rounding stays in the cost', () => {
    const closing = closePart(held, quantity(1), price(40))
    expect(closing.pnl.toFixed()).toBe('6.66666666')
    expect(closing.released.toFixed()).toBe('3.33333333')
    expect(closing.remaining.size.toFixed()).toBe('2')
    expect(closing.remaining.entryCost.toFixed()).toBe('66.66666666')
  })

  test('MAR-010 the whole gives back the whole margin and leaves nothing of the cost', () => {
    const closing = closePart(held, quantity(3), price(40))
    expect([closing.pnl.toFixed(), closing.released.toFixed()]).toEqual(['20', '10'])
    expect([closing.remaining.size.toFixed(), closing.remaining.entryCost.toFixed()]).toEqual(['0', '0'])
  })

  test('RND-007 MAR-010 closing in parts realises what closing the whole realises', () => {
    const thousandths = fc.integer({ min: 1, max: 6999 })
    fc.assert(
      fc.property(thousandths, fc.integer({ min: 1, max: 10_000 }), fc.boolean(), (part, cents, long) => {
        const sign = long ? 1 : -1
        const whole = { ...held, size: size(7 * sign), entryCost: money(777.78 * sign) }
        const at = price(cents / 100)
        const first = closePart(whole, quantity(part / 1000), at)
        const rest = { ...whole, ...first.remaining, margin: money(whole.margin.minus(first.released)) }
        const second = closePart(rest, quantity(rest.size.abs()), at)
        const once = closePart(whole, quantity(7), at)
        expect(first.pnl.plus(second.pnl).eq(once.pnl)).toBe(true)
        expect(first.released.plus(second.released).eq(whole.margin)).toBe(true)
      }),
    )
  })
})

describe('an account after a fill', () => {
  test('counts the fill, the fee and the profit, and remembers when a position was opened', () => {
    const s = holding('buy 2 A', 'cross')
    const after = withFill(s.account(), plan(s, { side: 'sell', units: '1', at: '110' }), 7)
    expect([after.fills, after.feesPaid.toFixed(), after.realizedPnl.toFixed()]).toEqual([2, '0.11', '10'])
    expect(after.positions.get(A)?.openedAtTick).toBe(0)
    const turned = withFill(s.account(), plan(s, { side: 'sell', units: '3', at: '110' }), 7)
    expect(turned.positions.get(A)?.openedAtTick).toBe(7)
  })

  test('is a new value: the account before stays as it was', () => {
    const s = holding('buy 2 A', 'isolated')
    const before = s.account()
    withFill(before, plan(s, { side: 'sell', units: '2', at: '110' }), 7)
    expect(before.positions.get(A)?.size.toFixed()).toBe('2')
    expect(before.positions.get(A)?.margin.toFixed()).toBe('40')
  })

  test('a position closed with margin left in it, or one that is not held, is a fault', () => {
    const s = holding('buy 2 A', 'isolated')
    const nothing = { size: size(0), entryCost: money(0) }
    expect(() => changedPosition(s.account().positions, A, nothing)).toThrow(Fault)
    expect(() => changedPosition(new Map(), A, nothing)).toThrow(Fault)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../assert.ts'
import { Decimal } from '../number/decimal.ts'
import { instrumentId, seatId } from '../number/ids.ts'
import { money, sum } from '../number/units.ts'
import type { Books } from './books.ts'
import { cashOf, DEPOSITS, HOUSE, INSURANCE, move, postToBooks } from './post.ts'
import type { Pocket, Posting } from './posting.ts'

const s1 = seatId('s1')
const cash = cashOf(s1)
const margin: Pocket = { kind: 'margin', seat: s1, instrument: instrumentId('A') }
const books: Books = { house: money(10), insurance: money(5), deposits: money(-15) }
const texts = ({ house, insurance, deposits }: Books) =>
  [house, insurance, deposits].map((one) => one.toFixed())

const pockets = fc.constantFrom(cash, margin, HOUSE, INSURANCE, DEPOSITS)
const postings: fc.Arbitrary<Posting[]> = fc.array(
  fc.record({
    from: pockets,
    to: pockets,
    amount: fc.bigInt(0n, 10n ** 16n).map((units) => money(new Decimal(units.toString()).div('1e8'))),
    for: fc.constantFrom('pnl', 'fee', 'margin', 'shortfall'),
  }),
  { maxLength: 12 },
)

describe('a posting', () => {
  test('moves a positive amount from one pocket to another, for a reason', () => {
    expect(move(money(3), { from: cash, to: HOUSE, for: 'fee' })).toEqual([
      { from: cash, to: HOUSE, for: 'fee', amount: money(3) },
    ])
  })

  test.each([0, '-0'])('of %s is none', (amount) => {
    expect(move(money(amount), { from: cash, to: HOUSE, for: 'fee' })).toEqual([])
  })

  test.each(['-0.00000001', -5])('of %s is a fault: the way would be turned round', (amount) => {
    expect(() => move(money(amount), { from: cash, to: HOUSE, for: 'fee' })).toThrow(Fault)
  })
})

describe('the books', () => {
  test.each`
    from         | to           | house   | insurance | deposits
    ${cash}      | ${HOUSE}     | ${'12'} | ${'5'}    | ${'-15'}
    ${HOUSE}     | ${cash}      | ${'8'}  | ${'5'}    | ${'-15'}
    ${margin}    | ${INSURANCE} | ${'10'} | ${'7'}    | ${'-15'}
    ${INSURANCE} | ${HOUSE}     | ${'12'} | ${'3'}    | ${'-15'}
    ${DEPOSITS}  | ${cash}      | ${'10'} | ${'5'}    | ${'-17'}
    ${cash}      | ${margin}    | ${'10'} | ${'5'}    | ${'-15'}
    ${HOUSE}     | ${HOUSE}     | ${'10'} | ${'5'}    | ${'-15'}
  `('RND-007 $from.kind to $to.kind: house $house, fund $insurance', ({ from, to, ...after }) => {
    const posted = postToBooks(books, move(money(2), { from, to, for: 'pnl' }))
    expect(texts(posted)).toEqual([after.house, after.insurance, after.deposits])
  })

  test('RND-007 stay as they were; what comes out is new', () => {
    postToBooks(books, move(money(2), { from: cash, to: HOUSE, for: 'fee' }))
    expect(texts(books)).toEqual(['10', '5', '-15'])
  })

  test('RND-007 no posting, no change', () => {
    expect(texts(postToBooks(books, []))).toEqual(texts(books))
  })

  test('RND-007 gain what seats lose, whatever is moved', () => {
    fc.assert(
      fc.property(postings, (all) => {
        const after = postToBooks(books, all)
        const isSeats = ({ kind }: Pocket) => kind === 'cash' || kind === 'margin'
        const lost = sum(all.filter(({ from }) => isSeats(from)).map(({ amount }) => amount))
        const given = sum(all.filter(({ to }) => isSeats(to)).map(({ amount }) => amount))
        const total = sum([after.house, after.insurance, after.deposits])
        expect(total.eq(lost.minus(given))).toBe(true)
      }),
    )
  })

  test('RND-007 a list is posted like its postings one after another, in any order', () => {
    fc.assert(
      fc.property(postings, (all) => {
        const whole = texts(postToBooks(books, all))
        let single = books
        for (const one of all.toReversed()) single = postToBooks(single, [one])
        expect(texts(single)).toEqual(whole)
      }),
    )
  })
})

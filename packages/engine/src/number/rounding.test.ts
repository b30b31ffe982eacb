import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import {
  charge,
  credit,
  isMultiple,
  priceDown,
  priceOnIncrement,
  priceUp,
  quantityDown,
  quantityUp,
} from './rounding.ts'
import { price, quantity } from './units.ts'

const UNIT = new Decimal('1e-8')
const runs = { numRuns: 300 }

/** Amounts with up to twenty decimals, on both sides of nothing. */
const amounts = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: 0, max: 20 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)))
const increments = fc
  .tuple(fc.constantFrom(1, 2, 5, 25), fc.integer({ min: 0, max: 8 }))
  .map(([step, places]) => new Decimal(step).div(new Decimal(10).pow(places)))

describe('money is rounded to a hundred-millionth', () => {
  test.each`
    exact                                | credited                | charged
    ${'0'}                               | ${'0'}                  | ${'0'}
    ${'1'}                               | ${'1'}                  | ${'1'}
    ${'0.12345678'}                      | ${'0.12345678'}         | ${'0.12345678'}
    ${'0.123456781'}                     | ${'0.12345678'}         | ${'0.12345679'}
    ${'0.123456789'}                     | ${'0.12345678'}         | ${'0.12345679'}
    ${'0.000000001'}                     | ${'0'}                  | ${'0.00000001'}
    ${'0.99999999999'}                   | ${'0.99999999'}         | ${'1'}
    ${'-0.12345678'}                     | ${'-0.12345678'}        | ${'-0.12345678'}
    ${'-0.123456781'}                    | ${'-0.12345679'}        | ${'-0.12345678'}
    ${'-1.000000001'}                    | ${'-1.00000001'}        | ${'-1'}
    ${'123456789012345678.000000000001'} | ${'123456789012345678'} | ${'123456789012345678.00000001'}
  `('RND-013 of $exact a player is given $credited and pays $charged', ({ exact, credited, charged }) => {
    expect(credit(new Decimal(exact)).toFixed()).toBe(credited)
    expect(charge(new Decimal(exact)).toFixed()).toBe(charged)
  })

  test('RND-013 what is charged is never less, and what is credited never more, than exact', () => {
    fc.assert(
      fc.property(amounts, (exact) => {
        expect(charge(exact).gte(exact)).toBe(true)
        expect(credit(exact).lte(exact)).toBe(true)
      }),
      runs,
    )
  })

  test('RND-013 rounding takes less than one unit of the ledger', () => {
    fc.assert(
      fc.property(amounts, (exact) => {
        expect(charge(exact).minus(exact).lt(UNIT)).toBe(true)
        expect(exact.minus(credit(exact)).lt(UNIT)).toBe(true)
      }),
      runs,
    )
  })

  test('RND-013 an amount that was rounded once stays as it is', () => {
    fc.assert(
      fc.property(amounts, (exact) => {
        for (const rounded of [charge(exact), credit(exact)]) {
          expect(rounded.decimalPlaces()).toBeLessThanOrEqual(8)
          expect(charge(rounded).eq(rounded) && credit(rounded).eq(rounded)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('RND-013 what one side pays is what the other is given, with the sign turned', () => {
    fc.assert(
      fc.property(amounts, (exact) => {
        expect(charge(exact).negated().eq(credit(exact.negated()))).toBe(true)
      }),
      runs,
    )
  })

  test('RND-013 charging parts is never cheaper than charging the whole', () => {
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        expect(
          charge(one)
            .plus(charge(other))
            .gte(charge(one.plus(other))),
        ).toBe(true)
        expect(
          credit(one)
            .plus(credit(other))
            .lte(credit(one.plus(other))),
        ).toBe(true)
      }),
      runs,
    )
  })
})

describe('prices and quantities on their increments', () => {
  test.each`
    value       | increment | up         | down       | nearest
    ${'100'}    | ${'0.5'}  | ${'100'}   | ${'100'}   | ${'100'}
    ${'100.1'}  | ${'0.5'}  | ${'100.5'} | ${'100'}   | ${'100'}
    ${'100.25'} | ${'0.5'}  | ${'100.5'} | ${'100'}   | ${'100'}
    ${'100.75'} | ${'0.5'}  | ${'101'}   | ${'100.5'} | ${'101'}
    ${'100.4'}  | ${'0.5'}  | ${'100.5'} | ${'100'}   | ${'100.5'}
    ${'80.402'} | ${'0.01'} | ${'80.41'} | ${'80.4'}  | ${'80.4'}
    ${'7'}      | ${'5'}    | ${'10'}    | ${'5'}     | ${'5'}
    ${'0.001'}  | ${'0.01'} | ${'0.01'}  | ${'0'}     | ${'0'}
    ${'-0.3'}   | ${'0.5'}  | ${'0'}     | ${'-0.5'}  | ${'-0.5'}
  `(
    '$value in steps of $increment is $up above and $down below',
    ({ value, increment, up, down, nearest }) => {
      expect(priceUp(new Decimal(value), price(increment)).toFixed()).toBe(up)
      expect(priceDown(new Decimal(value), price(increment)).toFixed()).toBe(down)
      expect(quantityUp(new Decimal(value), quantity(increment)).toFixed()).toBe(up)
      expect(quantityDown(new Decimal(value), quantity(increment)).toFixed()).toBe(down)
      expect(priceOnIncrement(value, price(increment)).toFixed()).toBe(nearest)
    },
  )

  test('a rounded value is a multiple, on its side, and less than a step away', () => {
    fc.assert(
      fc.property(amounts, increments, (value, increment) => {
        const above = priceUp(value, price(increment))
        const below = priceDown(value, price(increment))
        expect(isMultiple(above, increment) && isMultiple(below, increment)).toBe(true)
        expect(above.gte(value) && below.lte(value)).toBe(true)
        expect(above.minus(value).lt(increment) && value.minus(below).lt(increment)).toBe(true)
        expect(quantityUp(value, quantity(increment)).eq(above)).toBe(true)
        expect(quantityDown(value, quantity(increment)).eq(below)).toBe(true)
      }),
      runs,
    )
  })

  test('the nearest multiple is one of the two neighbours, and none is nearer', () => {
    fc.assert(
      fc.property(amounts, increments, (value, increment) => {
        const nearest = priceOnIncrement(value, price(increment))
        const away = nearest.minus(value).abs()
        expect(away.times(2).lte(increment)).toBe(true)
      }),
      runs,
    )
  })

  test.each`
    value        | increment  | multiple
    ${'0'}       | ${'0.01'}  | ${true}
    ${'0.3'}     | ${'0.1'}   | ${true}
    ${'1.1'}     | ${'0.1'}   | ${true}
    ${'0.0015'}  | ${'0.001'} | ${false}
    ${'0.001'}   | ${'0.001'} | ${true}
    ${'-0.02'}   | ${'0.01'}  | ${true}
    ${'64000.5'} | ${'0.25'}  | ${true}
    ${'64000.3'} | ${'0.25'}  | ${false}
    ${'1e-9'}    | ${'1e-8'}  | ${false}
  `('ORD-006 $value is a whole multiple of $increment: $multiple', ({ value, increment, multiple }) => {
    expect(isMultiple(new Decimal(value), new Decimal(increment))).toBe(multiple)
  })
})

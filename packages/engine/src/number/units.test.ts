import BaseDecimal from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, ONE, ZERO } from './decimal.ts'
import {
  larger,
  minus,
  money,
  NO_MONEY,
  negated,
  notionalOf,
  plus,
  price,
  quantity,
  quantityOf,
  rate,
  size,
  smaller,
  sum,
  worth,
} from './units.ts'

/** Stored amounts: eight decimals at most, up to a billion dollars. */
const stored = fc.bigInt(-(10n ** 17n), 10n ** 17n).map((units) => new Decimal(units.toString()).div('1e8'))

describe('decimal numbers', () => {
  test('hold the product of two stored amounts exactly', () => {
    const product = new Decimal('999999999.99999999').times('999999999.99999999')
    expect(product.toFixed()).toBe('999999999999999980.0000000000000001')
  })

  test('are exact where floating point numbers are not', () => {
    expect(new Decimal('0.1').plus('0.2').toFixed()).toBe('0.3')
  })

  test('are written without an exponent, however small or large', () => {
    expect(String(new Decimal('1e-20'))).toBe('0.00000000000000000001')
    expect(String(new Decimal('1e30'))).toBe(`1${'0'.repeat(30)}`)
  })

  test('do not follow what somebody else does to the shared library', () => {
    const { precision } = BaseDecimal
    BaseDecimal.set({ precision: 3 })
    try {
      expect(new Decimal(1).div(3).toFixed()).toBe(`0.${'3'.repeat(60)}`)
    } finally {
      BaseDecimal.set({ precision })
    }
  })

  test('share a zero and a one', () => {
    expect(ZERO.plus(ONE).eq(1)).toBe(true)
  })
})

describe('amounts with a unit', () => {
  test.each([money, price, quantity, size, rate])('%o reads texts, numbers and decimals alike', (read) => {
    expect(read('1.50').toFixed()).toBe('1.5')
    expect(read(1.5).toFixed()).toBe('1.5')
    expect(read(new Decimal('1.5')).toFixed()).toBe('1.5')
  })

  test.each(['', 'abc', '1,5', '0x'])('%j is no amount', (text) => {
    expect(() => money(text)).toThrow()
  })

  test.each`
    held      | at         | value        | notional
    ${'2'}    | ${'100'}   | ${'200'}     | ${'200'}
    ${'-2'}   | ${'100'}   | ${'-200'}    | ${'200'}
    ${'0'}    | ${'100'}   | ${'0'}       | ${'0'}
    ${'-0.5'} | ${'0.003'} | ${'-0.0015'} | ${'0.0015'}
  `('$held at $at is worth $value, a notional of $notional', ({ held, at, value, notional }) => {
    expect(worth(size(held), price(at)).toFixed()).toBe(value)
    expect(notionalOf(size(held), price(at)).toFixed()).toBe(notional)
    expect(quantityOf(size(held)).toFixed()).toBe(held.replace('-', ''))
  })

  test('of two the larger and the smaller are found, whatever the sign', () => {
    expect(larger(money(-1), money(-2)).toFixed()).toBe('-1')
    expect(smaller(money(-1), money(-2)).toFixed()).toBe('-2')
    expect(larger(money(3), money(3)).toFixed()).toBe('3')
  })

  test('a sum of nothing is nothing', () => {
    expect(sum([]).eq(NO_MONEY)).toBe(true)
  })

  test('adding and taking away again gives back the last unit', () => {
    fc.assert(
      fc.property(stored, stored, (a, b) => {
        expect(minus(plus(a, b), b).eq(a)).toBe(true)
        expect(plus(a, negated(a)).isZero()).toBe(true)
      }),
    )
  })

  test('a sum does not depend on its order', () => {
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 20 }), (amounts) => {
        const forwards = sum(amounts.map(money))
        const backwards = sum(amounts.toReversed().map(money))
        expect(forwards.eq(backwards)).toBe(true)
      }),
    )
  })

  test('the value of two parts is the value of the whole', () => {
    fc.assert(
      fc.property(stored, stored, stored, (a, b, at) => {
        const parts = plus(worth(size(a), price(at)), worth(size(b), price(at)))
        expect(parts.eq(worth(plus(size(a), size(b)), price(at)))).toBe(true)
      }),
    )
  })
})

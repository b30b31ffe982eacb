import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from './assert.ts'
import { canonical, chain, digestOf } from './canonical.ts'
import { Decimal } from './number/decimal.ts'

const runs = { numRuns: 200 }
/** Data without a key of undefined, as an event holds it. */
const data = fc.jsonValue({ maxDepth: 3 })
const records = fc.dictionary(fc.string({ maxLength: 4 }), data, { maxKeys: 6 })

/** The same data with the keys of every object in the other order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, turned(field)]),
  )
}

describe('canonical text', () => {
  test.each`
    value                                      | text
    ${null}                                    | ${'null'}
    ${true}                                    | ${'true'}
    ${'a"b\n'}                                 | ${'"a\\"b\\n"'}
    ${-0}                                      | ${'0'}
    ${0.1}                                     | ${'0.1'}
    ${new Decimal('1.50')}                     | ${'"1.5"'}
    ${new Decimal('-0')}                       | ${'"0"'}
    ${new Decimal('1e-8')}                     | ${'"0.00000001"'}
    ${new Decimal('1e21')}                     | ${'"1000000000000000000000"'}
    ${[]}                                      | ${'[]'}
    ${{}}                                      | ${'{}'}
    ${{ b: 1, a: 2 }}                          | ${'{"a":2,"b":1}'}
    ${{ B: 1, a: 2 }}                          | ${'{"B":1,"a":2}'}
    ${{ a: undefined, b: 1 }}                  | ${'{"b":1}'}
    ${new Map([['k', new Decimal(2)]])}        | ${'[["k","2"]]'}
    ${new Map(Object.entries({ b: 1, a: 2 }))} | ${'[["b",1],["a",2]]'}
    ${{ '10': 1, '9': 2 }}                     | ${'{"10":1,"9":2}'}
    ${[{ a: [null] }, 'x']}                    | ${'[{"a":[null]},"x"]'}
  `('RND-008 of a value is $text', ({ value, text }) => {
    expect(canonical(value)).toBe(text)
  })

  test.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a big whole number', 1n],
    ['no number', Number.NaN],
    ['more than every number', Number.POSITIVE_INFINITY],
    ['a list with a hole', [undefined]],
  ])('RND-008 %s has none, and asking is a fault', (_what, value) => {
    expect(() => canonical(value)).toThrow(Fault)
    expect(() => canonical({ deep: [value] })).toThrow(Fault)
  })

  test('RND-008 does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(canonical(turned(record))).toBe(canonical(record))
      }),
      runs,
    )
  })

  test('RND-008 is JSON that reads back as the same data', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      runs,
    )
  })

  test('RND-008 differs where data differ', () => {
    fc.assert(
      fc.property(data, data, (a, b) => {
        const same = canonical(JSON.parse(JSON.stringify(a))) === canonical(JSON.parse(JSON.stringify(b)))
        expect(canonical(a) === canonical(b)).toBe(same)
        expect(canonical([a, b]) === canonical([b, a])).toBe(same)
      }),
      runs,
    )
  })

  test('RND-008 of a decimal does not depend on how it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 12 }), (digits, places) => {
        const plain = new Decimal(digits.toString()).div(new Decimal(10).pow(places))
        const padded = new Decimal(`${plain.toFixed(places + 3)}`)
        expect(canonical(padded)).toBe(canonical(plain))
        expect(canonical(plain)).not.toBe(canonical(plain.plus('1e-13')))
      }),
      runs,
    )
  })
})

describe('fingerprints', () => {
  test('RND-008 a digest is the known hash of its text', () => {
    expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(digestOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('RND-008 a link of the chain hangs on the link before and on its text', () => {
    expect(chain('a', 'b')).toBe(digestOf('a\nb'))
    expect(chain('a', 'b')).not.toBe(chain('b', 'b'))
    expect(chain('a', 'b')).not.toBe(chain('a', 'c'))
  })

  test('RND-008 two events in the other order make another chain', () => {
    expect(chain(chain('0', 'x'), 'y')).not.toBe(chain(chain('0', 'y'), 'x'))
  })
})

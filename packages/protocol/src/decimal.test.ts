import { expect, test } from 'vitest'
import { askedAmount, askedMoney, askedPrice, askedQuantity, askedRate, moneySchema } from './decimal.ts'

const hostile: readonly unknown[] = [
  '1e999',
  '1e9000000',
  '1e3',
  'NaN',
  'Infinity',
  '-Infinity',
  '-0',
  '-1',
  '+1',
  '0x1f',
  '1_000',
  '1,5',
  ' 1',
  '1 ',
  '1\n',
  '\u0000',
  '１２',
  '٣',
  '',
  '.',
  '1.',
  '.5',
  '01',
  '00.5',
  '1.123456789',
  '1234567890123',
  '1.2.3',
  '1'.repeat(1_000_000),
  1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  null,
  undefined,
  true,
  [],
  ['1'],
  {},
  { toString: () => '1' },
  1n,
]

test.each([
  ['quantity', askedQuantity],
  ['price', askedPrice],
  ['rate', askedRate],
  ['money', askedMoney],
] as const)('a sent %s is a plain unsigned number or it is refused', (_, schema) => {
  for (const value of hostile) expect(schema.safeParse(value).success).toBe(false)
  for (const value of ['0', '1', '1.5', '1.50', '0.00000001', '999999999999.99999999']) {
    expect(schema.parse(value).toFixed()).toBe(value.replace(/0$/, (zero) => (/\./.test(value) ? '' : zero)))
  }
})

test('a million digits are refused in no time, because no decimal is built', () => {
  const started = performance.now()
  expect(askedQuantity.safeParse('9'.repeat(1_000_000)).success).toBe(false)
  expect(performance.now() - started).toBeLessThan(50)
})

test('only an amount has a sign, and minus zero is nothing', () => {
  expect(askedAmount.parse('-12.5').toFixed()).toBe('-12.5')
  for (const value of ['-0', '-0.0', '--1', '-', '- 1', '-1e3']) {
    expect(askedAmount.safeParse(value).success).toBe(false)
  }
})

test('what the engine writes may have sixty digits, but never an exponent', () => {
  const third = `0.${'3'.repeat(60)}`
  expect(moneySchema.parse(third).toFixed()).toBe(third)
  expect(moneySchema.parse(`-${'9'.repeat(40)}.5`).isNegative()).toBe(true)
  for (const value of ['1e3', '-0', '01', ' 1', '9'.repeat(1_000_000), 'NaN']) {
    expect(moneySchema.safeParse(value).success).toBe(false)
  }
})

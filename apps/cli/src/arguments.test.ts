import { expect, test } from 'vitest'
import { list, number, whole } from './arguments.ts'

test('what is a number within its bounds is read', () => {
  expect(whole(1, 10)('10')).toBe(10)
  expect(number(0.1, 10)('0.25')).toBe(0.25)
  expect(list('BTC, ETH')).toEqual(['BTC', 'ETH'])
})

test.each(['', ' 5', '0', '11', '1e1', '0x5', '5.5', '-5', 'NaN', '５', '9'.repeat(400)])(
  '%j is no whole number from 1 to 10',
  (text) => {
    expect(() => whole(1, 10)(text)).toThrow('between 1 and 10')
  },
)

test.each(['', '.5', '1e1', 'Infinity', '11'])('%j is no number from 0.1 to 10', (text) => {
  expect(() => number(0.1, 10)(text)).toThrow('between 0.1 and 10')
})

test.each(['', ',', 'BTC,', 'BTC ETH', '7', '__proto__'])('%j is no list of names', (text) => {
  expect(() => list(text)).toThrow('commas')
})

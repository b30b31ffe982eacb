import { expect, test } from 'vitest'
import { list, number, numbers, whole } from './arguments.ts'

test('what is a number within its bounds is read', () => {
  expect(whole(1, 10)('10')).toBe(10)
  expect(number(0.1, 10)('0.25')).toBe(0.25)
  expect(list('BTC, ETH')).toEqual(['BTC', 'ETH'])
  expect(numbers(0, 1)('0.2, 0.35')).toEqual([0.2, 0.35])
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

test.each(['', '0.2,', '0.2;0.3', '0.2,3'])('%j is no list of numbers from 0 to 1', (text) => {
  expect(() => numbers(0, 1)(text)).toThrow('between 0 and 1')
})

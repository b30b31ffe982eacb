import { expect, test } from 'vitest'
import { list } from './list.ts'
import { compactMoney, money, signedMoney, signedWholeMoney, wholeMoney } from './money.ts'
import { leverage } from './number.ts'
import { percent, signedPercent, signedWholePercent, wholePercent } from './percent.ts'
import { decimalsOf, onIncrement } from './price.ts'
import { clock, duration, relative } from './time.ts'

test.each`
  text                         | expected
  ${money('1234.5')}           | ${'$1,234.50'}
  ${money(-0.5)}               | ${'\u2212$0.50'}
  ${signedMoney('12.3')}       | ${'+$12.30'}
  ${signedMoney('-4')}         | ${'\u2212$4.00'}
  ${signedMoney(0)}            | ${'$0.00'}
  ${wholeMoney(10_000)}        | ${'$10,000'}
  ${compactMoney(12_500)}      | ${'$12.5K'}
  ${compactMoney(50)}          | ${'$50'}
  ${list(['A', 'B', 'C'])}     | ${'A, B, and C'}
  ${percent('0.083')}          | ${'8.3%'}
  ${signedPercent(-0.15)}      | ${'\u221215.0%'}
  ${wholePercent(0.5)}         | ${'50%'}
  ${signedWholeMoney(-150)}    | ${'\u2212$150'}
  ${signedWholePercent(-0.15)} | ${'\u221215%'}
  ${signedWholePercent(-0)}    | ${'0%'}
  ${leverage('5')}             | ${'5\u00d7'}
`('an amount reads $expected', ({ text, expected }) => {
  expect(text).toBe(expected)
})

test.each`
  value      | increment  | expected
  ${61240.5} | ${0.1}     | ${'61,240.5'}
  ${61240.5} | ${'0.05'}  | ${'61,240.50'}
  ${0.12345} | ${0.00001} | ${'0.12345'}
  ${1250}    | ${10}      | ${'1,250'}
`('a price on the increment $increment reads $expected', ({ value, increment, expected }) => {
  expect(onIncrement(value, increment)).toBe(expected)
})

test('an increment of a hundred-millionth has eight decimals', () => {
  expect(decimalsOf('0.00000001')).toBe(8)
})

test.each`
  ms         | expected
  ${0}       | ${'0:00'}
  ${1}       | ${'0:01'}
  ${245_000} | ${'4:05'}
  ${3729000} | ${'1:02:09'}
`('a clock with $ms ms left reads $expected', ({ ms, expected }) => {
  expect(clock(ms)).toBe(expected)
})

test.each`
  ms           | expected
  ${45_000}    | ${'45 sec'}
  ${300_000}   | ${'5 min'}
  ${5_400_000} | ${'1.5 hr'}
`('a length of $ms ms reads $expected', ({ ms, expected }) => {
  expect(duration(ms)).toBe(expected)
})

test('the past is told from now', () => {
  const now = new Date('2026-03-04T12:00:00Z')
  expect(relative(new Date('2026-03-04T11:55:00Z'), now)).toBe('5 minutes ago')
  expect(relative(new Date('2026-03-03T11:00:00Z'), now)).toBe('yesterday')
  expect(relative(now, now)).toBe('now')
})

import { expect, test } from 'vitest'
import { marketTime } from './market-time.ts'

test.each`
  minutes | expected
  ${0}    | ${'0:00'}
  ${42.7} | ${'0:42'}
  ${785}  | ${'13:05'}
  ${3150} | ${'2d 4:30'}
  ${-5}   | ${'0:00'}
`('$minutes market minutes read $expected', ({ minutes, expected }) => {
  expect(marketTime(minutes)).toBe(expected)
})

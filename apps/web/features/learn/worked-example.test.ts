import { expect, test } from 'vitest'
import { workedExample } from './worked-example.ts'

const falls = (A: number, B = 0, C = 0) => ({ A, B, C })

test('before any fall both modes hold 1,000 dollars', () => {
  expect(workedExample('isolated', falls(0)).account).toBe(1000)
  expect(workedExample('cross', falls(0)).account).toBe(1000)
})

test('a fall of 15 percent leaves 50 of the isolated 200 dollars and does not move anything else', () => {
  const { tanks, account, shared } = workedExample('isolated', falls(0.15))
  expect(tanks.map(({ equity }) => equity)).toEqual([50, 200, 200])
  expect(shared).toBe(400)
  expect(account).toBe(850)
})

test('the same fall leaves 850 dollars behind all three cross positions', () => {
  const { shared, tanks } = workedExample('cross', falls(0.15))
  expect(shared).toBe(850)
  expect(tanks.every(({ isLiquidated }) => !isLiquidated)).toBe(true)
})

test('an isolated position that is liquidated costs its own 200 dollars and no more', () => {
  const { tanks, account } = workedExample('isolated', falls(0.6))
  expect(tanks.map(({ isLiquidated }) => isLiquidated)).toEqual([true, false, false])
  expect(account).toBe(800)
})

test('cross goes on paying where isolated has closed, and then loses everything at once', () => {
  expect(workedExample('cross', falls(0.6)).account).toBe(400)
  const over = workedExample('cross', falls(0.99))
  expect(over.tanks.every(({ isLiquidated }) => isLiquidated)).toBe(true)
  expect(over.account).toBe(0)
})

test('when all three fall together, separate walls leave the 400 dollars that were never put up', () => {
  const all = falls(0.4, 0.4, 0.4)
  expect(workedExample('isolated', all).account).toBe(400)
  expect(workedExample('cross', all).account).toBe(0)
})

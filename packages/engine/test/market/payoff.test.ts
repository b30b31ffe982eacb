import { expect, test } from 'vitest'
import { payoffOf, trade } from './payoff.ts'

/** Rises by a hundredth every half hour. */
const path = Array.from({ length: 121 }, (_, minute) => 100 * 1.01 ** (minute / 30))

test('a trade is held for half an hour, and the next begins when it is over', () => {
  const { trades, basisPoints } = trade(path, () => true)
  expect(trades).toBe(4)
  expect(basisPoints).toBeCloseTo(400, 6)
})

test('a signal that never comes is no trade', () => {
  expect(trade(path, () => false)).toEqual({ trades: 0, basisPoints: 0 })
})

test('the error of a mean takes the trades of one market as one', () => {
  const paid = [
    { trades: 2, basisPoints: 10 },
    { trades: 2, basisPoints: -2 },
  ]
  expect(payoffOf(paid)).toEqual({ trades: 4, mean: 2, standardError: Math.sqrt(36 + 36) / 4 })
})

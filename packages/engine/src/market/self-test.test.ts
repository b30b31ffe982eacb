import { expect, test } from 'vitest'
import { checkMarket, marketDigest } from './self-test.ts'

test('this machine computes the known market', () => {
  expect(checkMarket).not.toThrow()
})

test('the first 2,000 ticks of a seed are known', () => {
  expect(marketDigest(2000)).toBe('409fdb09043404c253d5a3b5a76350790026348b0c4c216f6745ce5c6e3b039e')
})

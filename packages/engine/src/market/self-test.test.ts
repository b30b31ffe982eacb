import { expect, test } from 'vitest'
import { checkMarket, marketDigest } from './self-test.ts'

test('this machine computes the known market', () => {
  expect(checkMarket).not.toThrow()
})

test.each([
  ['flash', 'c69434d14ee4c4d4c913282a90e5c43f51b16eda01659ae355f16e43506505e0'],
  ['normal', '5a772ca1d13d1c663fb0fe6c2de3a7d3952fe5bf9da3ce943367cde33c90421d'],
  ['plain', '080fef4ceeca3475e2ed64bc3ada860791e60b23b85c86891d5c248870e81c6e'],
])('the first 2,000 ticks of a seed are known: %s', (scenario, digest) => {
  expect(marketDigest(2000, scenario)).toBe(digest)
})

test('so are the first 100,000 ticks, on every version of Node and in a browser', () => {
  expect(marketDigest(100_000, 'normal')).toBe(
    '2998dd3accf698189b102fc4e5d648f7ffb98202785514106921b55240f3e720',
  )
}, 120_000)

import { expect, test } from 'vitest'
import { checkMarket, marketDigest } from './self-test.ts'

test('this machine computes the known market', () => {
  expect(checkMarket).not.toThrow()
})

test.each([
  ['flash', '9ee862b7c96a9c170d959a2e81cf631cf18ecbbac6158c5f6fbe54187da87414'],
  ['normal', '62e3cc1547fb73b5ebd3235f0ad4049367a7bde3c88fde30881889fe399de1ad'],
  ['plain', '080fef4ceeca3475e2ed64bc3ada860791e60b23b85c86891d5c248870e81c6e'],
])('the first 2,000 ticks of a seed are known: %s', (scenario, digest) => {
  expect(marketDigest(2000, scenario)).toBe(digest)
})

test('so are the first 100,000 ticks, on every version of Node and in a browser', () => {
  expect(marketDigest(100_000, 'normal')).toBe(
    'a44c25dbe7f9719ba706d5706b053e4706b475ae5aa03a4aa24382d428e3150f',
  )
}, 120_000)

import { expect, test } from 'vitest'
import { translate } from '../../messages/translator.ts'
import { depthsOf } from './depths.ts'

test.each`
  amount    | words
  ${0.4}    | ${'40% of what the market takes within 1%'}
  ${-0.4}   | ${'40% of what the market takes within 1%'}
  ${0.97}   | ${'as much as the market takes within 1%'}
  ${1.5}    | ${'1.5 times what the market takes within 1%'}
  ${2.04}   | ${'twice what the market takes within 1%'}
  ${-4.77}  | ${'4.8 times what the market takes within 1%'}
  ${30.184} | ${'30 times what the market takes within 1%'}
`('$amount of the usual depth is said as $words', ({ amount, words }) => {
  expect(translate('trade.gauge.depths', { ...depthsOf(amount) })).toBe(words)
})

import { expect, test } from 'vitest'
import { isHeadline } from './news.ts'

test.each([
  ['Exchange “North” halts withdrawals: what now?', true],
  ['Zentralbank überrascht – Märkte steigen um 3 %', true],
  ['比特币大跌', true],
  ['Rocket 🚀', true],
  ['x'.repeat(120), true],
  ['🚀'.repeat(120), true],
  ['x'.repeat(121), false],
  ['', false],
  [' leading', false],
  ['trailing ', false],
  ['two\nlines', false],
  ['right\u202eleft', false],
  ['zero\u200bwidth', false],
  ['nul\u0000', false],
  [`tower ${'e\u0301\u0302\u0303'}`, false],
])('RND-019 %j as a headline: %s', (text, allowed) => {
  expect(isHeadline(text)).toBe(allowed)
})

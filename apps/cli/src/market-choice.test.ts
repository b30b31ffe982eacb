import { SCENARIOS, usualInstruments } from '@cascade/engine'
import { expect, test } from 'vitest'
import { marketChoice } from './market-choice.ts'

const named = (scenario: string, instruments?: readonly string[]) =>
  marketChoice({ scenario, ...(instruments ? { instruments } : {}) })

test('instruments come in the order in which they are named', () => {
  expect(named('normal', ['DOGE', 'BTC']).instruments.map(({ id }) => id)).toEqual(['DOGE', 'BTC'])
})

test.each(SCENARIOS)('$id has its usual instruments where none are named', ({ id }) => {
  expect(named(id)).toEqual({ scenario: expect.objectContaining({ id }), instruments: usualInstruments(id) })
})

test.each([
  ['nope', ['BTC'], /^There is no scenario nope\. There are: calm, normal, .*october/],
  ['normal', ['NOPE', 'BTC', 'bch'], /^There is no instrument NOPE, bch\. There are: BTC, ETH, .*USDX/],
  ['normal', ['BTC', 'ETH', 'BTC'], /^The instrument BTC is listed twice\.$/],
] as const)('%s with %j is refused with what there is', (scenario, instruments, words) => {
  expect(() => named(scenario, instruments)).toThrow(words)
})

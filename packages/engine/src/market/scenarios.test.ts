import { describe, expect, test } from 'vitest'
import { Fault } from '../assert.ts'
import { checked, SCENARIOS, scenarioOf, usualInstruments } from './scenarios.ts'

describe('the scenarios', () => {
  test('are found by id', () => {
    for (const scenario of SCENARIOS) expect(scenarioOf(scenario.id)).toBe(scenario)
    expect(scenarioOf('nowhere')).toBeUndefined()
  })

  test('rise in restlessness from calm to wild', () => {
    const of = (id: string) => scenarioOf(id)?.volatility ?? 0
    expect(of('calm')).toBeLessThan(of('normal'))
    expect(of('normal')).toBeLessThan(of('wild'))
  })

  test('are refused, with its name and the field, when one of them is broken or there twice', () => {
    const [first] = SCENARIOS
    expect(first).toBeDefined()
    if (!first) return
    expect(() => checked([{ ...first, days: 0 }])).toThrow(Fault)
    expect(() => checked([{ ...first, days: 0 }])).toThrow(/calm .*days: must be between/)
    expect(() => checked([first, first])).toThrow(/there is one scenario calm/)
  })

  test.each([
    ['normal', 'BTC ETH SOL'],
    ['squeeze', 'BTC ETH SOL'],
    ['depeg', 'BTC ETH SOL USDX'],
    ['meme', 'BTC ETH SOL DOGE'],
    ['nowhere', 'BTC ETH SOL'],
  ])('trade what they are about where nobody chooses: %s', (id, instruments) => {
    expect(
      usualInstruments(id)
        .map((each) => each.id)
        .join(' '),
    ).toBe(instruments)
  })
})

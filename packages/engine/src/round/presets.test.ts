import { describe, expect, test } from 'vitest'
import { rate, roundId, standardConfig } from '../index.ts'
import { presetRules, RULE_PRESETS } from './presets.ts'

const id = roundId('r_preset')

describe('sets of money rules', () => {
  test.each(RULE_PRESETS)('RND-014 $title can be played as it is', ({ id: preset }) => {
    expect(standardConfig({ id, preset }).rules.leverageMax.toFixed()).toBe('20')
  })

  test('RND-014 without a choice a round has the rules of a classroom', () => {
    expect(standardConfig({ id }).rules).toEqual(presetRules('classroom', 2))
  })

  test.each`
    minutes | everyTicks
    ${1}    | ${480}
    ${2}    | ${240}
    ${5}    | ${96}
    ${960}  | ${1}
    ${2000} | ${1}
  `('RND-014 funding every eight hours is every $everyTicks ticks of $minutes minutes', (row) => {
    expect(presetRules('exchange', row.minutes).funding?.everyTicks).toBe(row.everyTicks)
  })

  test('RND-014 what is chosen goes before what the preset says', () => {
    const { rules } = standardConfig({ id, preset: 'harsh', leverageMax: rate(3), rules: { funding: null } })
    expect(rules.leverageMax.toFixed()).toBe('3')
    expect(rules.defaultLeverage.toFixed()).toBe('3')
    expect(rules.funding).toBeNull()
    expect(rules.closingFeeRate.toFixed()).toBe('0.01')
  })

  test('RND-014 no preset charges for a lesson without friction', () => {
    const { takerFeeRate, makerFeeRate, closingFeeRate, funding } = presetRules('frictionless', 2)
    expect([takerFeeRate, makerFeeRate, closingFeeRate].every((fee) => fee.isZero())).toBe(true)
    expect(funding).toBeNull()
  })
})

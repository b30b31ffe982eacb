import { money, RULE_PRESETS, roundId, standardConfig } from '@cascade/engine'
import { expect, test } from 'vitest'
import { presetOf } from './preset-of.ts'

const id = roundId('r_1')

test.each(RULE_PRESETS.map((preset) => preset.id))(
  'a round of the rules %s is told by that name',
  (preset) => {
    const config = standardConfig({ id, preset, modePolicy: 'isolated-only', marketMinutesPerTick: 0.75 })
    expect(presetOf(config)).toBe(preset)
  },
)

test('a round with an exception has no name', () => {
  expect(presetOf(standardConfig({ id, rules: { insuranceFund: money(1) } }))).toBeNull()
})

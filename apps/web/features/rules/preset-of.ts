import { type PresetId, presetRules, type RoundConfig, RULE_PRESETS, type Rules } from '@cascade/engine'

const MONEY_RULES = [
  'takerFeeRate',
  'makerFeeRate',
  'closingFeeRate',
  'crossPolicy',
  'lossPolicy',
  'funding',
  'insuranceFund',
] as const satisfies readonly (keyof Rules)[]

/** Which set of money rules a round plays by; null when it is none of them. */
export function presetOf({ rules, clock }: Pick<RoundConfig, 'rules' | 'clock'>): PresetId | null {
  const found = RULE_PRESETS.find(({ id }) => {
    const preset = presetRules(id, clock.marketMinutesPerTick)
    return MONEY_RULES.every((name) => JSON.stringify(preset[name]) === JSON.stringify(rules[name]))
  })
  return found?.id ?? null
}
